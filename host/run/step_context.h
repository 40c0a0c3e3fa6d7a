// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "run/keeping_http.h"
#include "run/quoted.h"
#include "run/readable.h"
#include "run/task.h"
#include "tenon/keep.h"
#include "tenon/quote.h"

namespace tenon::run {

// What a step gets of the run that calls it; one object a call.
class StepContext final : public Context, private Keep, private Quote {
  public:
    // `about` names the task in log events; `raw` gets what the step wants kept, or what it was
    // answered.
    StepContext(const Frame& frame, const Position& position, Event about, Value& raw)
        : run_(frame.run),
          http_(frame.run.world.http, raw),
          raw_(raw),
          limits_(frame.run.requestLimits(frame.limits)),
          key_(frame.run.options.id + position.work),
          about_(std::move(about)) {}

    Http& http() override { return http_; }
    [[nodiscard]] const Limits& limits() const override { return limits_; }
    void log(LogLevel level, std::string_view text) override {
        Event event = about_;
        event.level = level;
        event.text = readable(text);
        run_.tell(std::move(event));
    }
    [[nodiscard]] std::string_view idempotencyKey() const override { return key_; }
    [[nodiscard]] bool mayUsePlainHttp(std::string_view host) const override {
        return run_.mayUsePlainHttp(host);
    }
    void* extension(std::string_view id) override {
        if (id == Keep::kId) return static_cast<Keep*>(this);
        if (id == Quote::kId) return static_cast<Quote*>(this);
        return id == PartialHttp::kId ? static_cast<PartialHttp*>(&http_) : nullptr;
    }

  private:
    void keep(Value answer) override { raw_ = std::move(answer); }
    std::string quote(std::string_view text, std::size_t most) override {
        return quoted(text, most, run_.world.redactor);
    }

    Run& run_;
    KeepingHttp http_;
    Value& raw_;
    const Limits limits_;
    const std::string key_;
    const Event about_;
};

}  // namespace tenon::run
