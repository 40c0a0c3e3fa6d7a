// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "http/keeping_http.h"
#include "tenon/host.h"
#include "tenon/keep.h"
#include "tenon/quote.h"
#include "tenon/wait.h"
#include "world/redactor.h"

namespace tenon::embed {

// What a step gets of a program that calls it without a workflow; one object a call.
class LentContext final : public CallContext, private Keep, private Quote, private Wait {
  public:
    // `options` outlives it.
    LentContext(Http& http, const HostOptions& options, std::string key, Limits limits)
        : http_(http, raw_), options_(options), key_(std::move(key)), limits_(std::move(limits)) {}

    [[nodiscard]] Result<Value> call(Step& step, const Value& inputs) override;
    [[nodiscard]] const Value& kept() const override { return raw_; }

    Http& http() override { return http_; }
    [[nodiscard]] const Limits& limits() const override { return limits_; }
    void log(LogLevel level, std::string_view text) override;
    [[nodiscard]] std::string_view idempotencyKey() const override { return key_; }
    [[nodiscard]] bool mayUsePlainHttp(std::string_view host) const override;
    void* extension(std::string_view id) override;

  private:
    void keep(Value answer) override { raw_ = std::move(answer); }
    std::string quote(std::string_view text, std::size_t most) override;
    std::optional<Error> wait(std::chrono::milliseconds time) override;

    Value raw_;
    http::KeepingHttp http_;
    const HostOptions& options_;
    const std::string key_;
    const Limits limits_;
    world::Redactor redactor_;
    bool knowsSecrets_ = false;
};

}  // namespace tenon::embed
