// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "http/keeping_http.h"
#include "run/quoted.h"
#include "run/task.h"
#include "tenon/keep.h"
#include "tenon/quote.h"
#include "tenon/wait.h"
#include "text/readable.h"

namespace tenon::run {

// What a step gets of the run that calls it; one object a call.
class StepContext final : public Context, private Keep, private Quote, private Wait {
  public:
    // `about` names the task in log events; `raw` gets what the step wants kept, or what it was
    // answered.
    StepContext(const Frame& frame, const Position& position, Event about, Value& raw)
        : run_(frame.run),
          http_(frame.run.world.http, raw),
          raw_(raw),
          task_(frame.limits),
          limits_(task_),
          key_(frame.run.options.id + position.work),
          about_(std::move(about)) {}

    Http& http() override { return http_; }
    // A step may send many requests: each has the whole time of one.
    [[nodiscard]] const Limits& limits() const override {
        return limits_ = run_.requestLimits(task_);
    }
    void log(LogLevel level, std::string_view text) override {
        Event event = about_;
        event.level = level;
        event.text = text::readable(text);
        run_.tell(std::move(event));
    }
    [[nodiscard]] std::string_view idempotencyKey() const override { return key_; }
    [[nodiscard]] bool mayUsePlainHttp(std::string_view host) const override {
        return run_.options.plainHttp.mayGoTo(host);
    }
    void* extension(std::string_view id) override {
        if (id == Keep::kId) return static_cast<Keep*>(this);
        if (id == Quote::kId) return static_cast<Quote*>(this);
        if (id == Wait::kId) return static_cast<Wait*>(this);
        return id == PartialHttp::kId ? static_cast<PartialHttp*>(&http_) : nullptr;
    }

  private:
    void keep(Value answer) override { raw_ = std::move(answer); }
    std::string quote(std::string_view text, std::size_t most) override {
        return quoted(text, most, run_.world.redactor);
    }
    std::optional<Error> wait(std::chrono::milliseconds time) override {
        return run_.wait(run_.world.clock.now() + time, task_);
    }

    Run& run_;
    http::KeepingHttp http_;
    Value& raw_;
    const Limits task_;
    mutable Limits limits_;
    const std::string key_;
    const Event about_;
};

}  // namespace tenon::run
