// SPDX-License-Identifier: Apache-2.0
// A step and the sandbox without a socket between them: what the fault file says of requests,
// acting and answers holds here, too. Waits take no time.
#pragma once

#include <Poco/URI.h>

#include "service.h"
#include "tenon/json.h"
#include "tenon/keep.h"
#include "tenon/wait.h"

namespace once {

class SandboxContext final : public tenon::Context,
                             private tenon::Http,
                             private tenon::Wait,
                             private tenon::Keep {
  public:
    explicit SandboxContext(const tenon::Value& faults) : service_(faults, {}) {}

    tenon::Value kept;
    std::string asked;  // "POST /instances 200", a line each; "-" where no answer came

    tenon::Http& http() override { return *this; }
    [[nodiscard]] const tenon::Limits& limits() const override { return limits_; }
    void log(tenon::LogLevel, std::string_view) override {}
    [[nodiscard]] std::string_view idempotencyKey() const override { return "run/do/0/task"; }
    [[nodiscard]] bool mayUsePlainHttp(std::string_view) const override { return true; }
    void* extension(std::string_view id) override {
        if (id == tenon::Keep::kId) return static_cast<tenon::Keep*>(this);
        return id == tenon::Wait::kId ? static_cast<tenon::Wait*>(this) : nullptr;
    }

    [[nodiscard]] std::string user() const { return service_.platform.user(); }
    [[nodiscard]] std::string organization() const { return service_.platform.organization(); }
    // How many instances were ever made, and how many there are: "2 1".
    std::string made() {
        const auto counts = service_.platform.handle({"GET", "/sandbox/counts", {}, {}, {}});
        const auto all = tenon::json::read(counts.body).value();
        return tenon::json::write(*all.find("instancesMade")) + " " +
               tenon::json::write(*all.find("instances"));
    }

  private:
    void keep(tenon::Value answer) override { kept = std::move(answer); }
    std::optional<tenon::Error> wait(std::chrono::milliseconds) override { return std::nullopt; }

    tenon::Result<tenon::HttpResponse> send(const tenon::HttpRequest& request,
                                            const tenon::Limits&) override {
        using Drop = cloudelements::sandbox::Fault::Drop;
        const Poco::URI uri(request.url);
        const auto query = uri.getQueryParameters();
        const cloudelements::sandbox::Request came{request.method,
                                                   uri.getPath(),
                                                   {query.begin(), query.end()},
                                                   request.headers,
                                                   request.body};
        const auto fault = service_.faults.take(came).value_or(cloudelements::sandbox::Fault());
        asked +=
            request.method + " " + came.path.substr(std::string_view("/elements/api-v2").size());
        std::optional<cloudelements::sandbox::Answer> answer;
        if (fault.drop != Drop::before) answer = service_.answerTo(came, fault);
        if (fault.drop != Drop::no || fault.cut) {
            asked += " -\n";
            auto error = tenon::makeError(tenon::ErrorKind::communication, "connection closed",
                                          "The connection was closed.");
            error.done = tenon::Done::maybe;
            error.retryable = request.method == "GET";
            return error;
        }
        asked += " " + std::to_string(answer->status) + "\n";
        return tenon::HttpResponse{answer->status, "", answer->headers, answer->body, false};
    }

    cloudelements::sandbox::Service service_;
    tenon::Limits limits_;
};

}  // namespace once
