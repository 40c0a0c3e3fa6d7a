// SPDX-License-Identifier: Apache-2.0
#include "tenon/host.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "catalog/descriptor.h"
#include "net/client.h"
#include "tenon/wait.h"

namespace tenon {
inline namespace v1 {
namespace {

net::ClientOptions clientOptions(const HostOptions& options) {
    net::ClientOptions out;
    out.caFile = options.caFile;
    for (const auto& rule : options.resolve) out.resolve.push_back(net::parseResolve(rule).value());
    return out;
}

class CallContext final : public Context, private Wait {
  public:
    CallContext(Http& http, const HostOptions& options, std::string key, Limits limits)
        : http_(http), options_(options), key_(std::move(key)), limits_(std::move(limits)) {}

    Http& http() override { return http_; }
    [[nodiscard]] const Limits& limits() const override { return limits_; }
    void log(LogLevel level, std::string_view text) override {
        if (options_.log) options_.log(level, text);
    }
    [[nodiscard]] std::string_view idempotencyKey() const override { return key_; }
    [[nodiscard]] bool mayUsePlainHttp(std::string_view host) const override {
        const auto& hosts = options_.plainHttpHosts;
        return isLoopback(host) || std::find(hosts.begin(), hosts.end(), host) != hosts.end();
    }

    void* extension(std::string_view id) override {
        return id == Wait::kId ? static_cast<Wait*>(this) : nullptr;
    }

  private:
    std::optional<Error> wait(std::chrono::milliseconds time) override {
        const auto until = std::chrono::steady_clock::now() + time;
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        never.wait_until(lock, limits_.stop, std::min(until, limits_.deadline),
                         [] { return false; });
        if (limits_.stop.stop_requested())
            return makeError(ErrorKind::cancelled, "cancelled", "The call was stopped.");
        if (until > limits_.deadline)
            return makeError(ErrorKind::timeout, "deadline",
                             "The time was up before the wait was over.");
        return std::nullopt;
    }

    Http& http_;
    const HostOptions& options_;
    const std::string key_;
    const Limits limits_;
};

}  // namespace

struct Host::Inside {
    explicit Inside(HostOptions given) : options(std::move(given)), http(clientOptions(options)) {}

    const HostOptions options;
    net::HttpClient http;
};

Host::Host(HostOptions options) : inside_(std::make_unique<Inside>(std::move(options))) {}

Host::~Host() = default;

std::unique_ptr<Context> Host::context(std::string idempotencyKey, const Limits& limits) {
    Limits bounded = limits;
    if (bounded.deadline == std::chrono::steady_clock::time_point::max())
        bounded.deadline = std::chrono::steady_clock::now() + inside_->options.timeout;
    return std::make_unique<CallContext>(inside_->http, inside_->options, std::move(idempotencyKey),
                                         std::move(bounded));
}

Http& Host::http() { return inside_->http; }

std::optional<Error> pluginProblem(const std::string& file) {
    auto descriptor = catalog::readDescriptor(file);
    return descriptor ? std::nullopt : std::optional(descriptor.error());
}

}  // namespace v1
}  // namespace tenon
