// SPDX-License-Identifier: Apache-2.0
#include "tenon/host.h"

#include "catalog/descriptor.h"
#include "embed/call_context.h"
#include "net/client.h"

namespace tenon {
inline namespace v1 {
namespace {

net::ClientOptions clientOptions(const HostOptions& options) {
    net::ClientOptions out;
    out.caFile = options.caFile;
    out.plainHttp = world::PlainHttp(options.plainHttpHosts);
    for (const auto& rule : options.resolve) out.resolve.push_back(net::parseResolve(rule).value());
    return out;
}

}  // namespace

struct Host::Inside {
    explicit Inside(HostOptions given) : options(std::move(given)), http(clientOptions(options)) {}

    const HostOptions options;
    net::HttpClient http;
};

Host::Host(HostOptions options) : inside_(std::make_unique<Inside>(std::move(options))) {}

Host::~Host() = default;

std::unique_ptr<CallContext> Host::context(std::string idempotencyKey, const Limits& limits) {
    Limits bounded = limits;
    if (bounded.deadline == std::chrono::steady_clock::time_point::max())
        bounded.deadline = std::chrono::steady_clock::now() + inside_->options.timeout;
    return std::make_unique<embed::LentContext>(inside_->http, inside_->options,
                                                std::move(idempotencyKey), std::move(bounded));
}

Http& Host::http() { return inside_->http; }

std::optional<Error> pluginProblem(const std::string& file) {
    auto descriptor = catalog::readDescriptor(file);
    return descriptor ? std::nullopt : std::optional(descriptor.error());
}

}  // namespace v1
}  // namespace tenon
