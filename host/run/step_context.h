// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>

#include "http/keeping_http.h"
#include "run/quoted.h"
#include "run/task.h"
#include "tenon/keep.h"
#include "tenon/once.h"
#include "tenon/quote.h"
#include "tenon/wait.h"
#include "text/readable.h"

namespace tenon::run {

// What a step gets of the run that calls it; one object a call.
class StepContext final : public Context, private Keep, private Once, private Quote, private Wait {
  public:
    // `about` names the task in log events; `raw` gets what the step wants kept, or what it was
    // answered.
    StepContext(const Frame& frame, const Position& position, const Act& act, Event about,
                Value& raw)
        : run_(frame.run),
          act_(act),
          http_(frame.run.world.http, raw),
          raw_(raw),
          task_(frame.limits),
          limits_(task_),
          key_((frame.run.options.key.empty() ? frame.run.options.id : frame.run.options.key) +
               position.work),
          about_(std::move(about)) {}

    // Leaves the run, if that was to be done while the step had the word.
    void leave() const {
        if (left_) std::rethrow_exception(left_);
    }

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
        if (id == Once::kId && !act_.key.empty()) return static_cast<Once*>(this);
        return id == PartialHttp::kId ? static_cast<PartialHttp*>(&http_) : nullptr;
    }

  private:
    // A step that catches everything must not keep the run from being left.
    template <class Code>
    auto orLeave(Code&& code) {
        leave();
        try {
            return code();
        } catch (const world::Leave&) {
            left_ = std::current_exception();
            throw;
        }
    }

    void keep(Value answer) override { raw_ = std::move(answer); }
    std::string quote(std::string_view text, std::size_t most) override {
        return quoted(text, most, run_.world.redactor);
    }
    // A step that finds what it made can be gone on with later, and no other.
    std::optional<Error> wait(std::chrono::milliseconds time) override {
        return orLeave(
            [&] { return run_.wait(run_.world.clock.now() + time, task_, !act_.key.empty()); });
    }
    [[nodiscard]] Past past() const override { return run_.past(act_); }
    Result<Value> act(const Value& what, const Doing& doing) override {
        return orLeave([&] { return run_.part(act_, what, doing); });
    }
    Run& run_;
    const Act& act_;
    std::exception_ptr left_{};
    http::KeepingHttp http_;
    Value& raw_;
    const Limits task_;
    mutable Limits limits_;
    const std::string key_;
    const Event about_;
};

}  // namespace tenon::run
