// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/try.h"

#include "run/done.h"
#include "run/names.h"
#include "run/tasks/catch.h"
#include "run/tasks/repeats.h"
#include "world/problem.h"

namespace tenon::run {
namespace {

class Try final : public Task {
  public:
    Try(Common common, TaskList list, Catch handler)
        : Task(std::move(common)), list_(std::move(list)), catch_(std::move(handler)) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        const auto began = frame.run.world.clock.now();
        std::optional<Error> before;
        for (std::int64_t attempt = 1;; ++attempt) {
            const Position place = position.key("try").attempt(static_cast<std::size_t>(attempt));
            auto outcome = once(frame, scope, place);
            if (outcome) return ended(std::move(outcome));
            frame.run.acts.strand(place.text);
            const Error error = before ? alsoDone(outcome.error(), *before) : outcome.error();
            if (outcome.error().done != Done::no) before = outcome.error();
            if (over(frame, place)) return error;
            expr::Scope inner = scope;
            inner.set("context", frame.context);
            inner.set(catch_.as, problemOf(error));
            const auto taken = catch_.takes(error, inner);
            if (!taken) return alsoDone(taken.error(), error);
            if (!taken.value()) return error;
            const auto elapsed =
                std::chrono::duration_cast<Milliseconds>(frame.run.world.clock.now() - began);
            const auto delay = again(frame, inner, place, {attempt, elapsed, error.retryAfter});
            if (!delay) return alsoDone(delay.error(), error);
            if (!delay.value()) return handle(frame, inner, position, error);
            if (const auto act = unrepeatable(frame.run.acts.within(place.text))) {
                const Error last = notAgain(error, *act);
                inner.set(catch_.as, problemOf(last));
                return handle(frame, inner, position, last);
            }
            frame.run.tell(retried(frame, position, attempt, *delay.value()));
            const auto next = frame.run.after(*delay.value(), place.text + "/@again");
            if (auto reason = frame.run.wait(next, frame.limits)) return alsoDone(*reason, error);
        }
    }
    std::string action() const override { return "try"; }

  private:
    static bool isOver(const Frame& frame) {
        return frame.limits.stop.stop_requested() ||
               frame.run.world.clock.now() >= frame.limits.deadline;
    }
    // Stopped or out of time from outside: nobody's to catch here.
    static bool over(const Frame& frame, const Position& place) {
        return frame.run.choose(place.text + "/@over", [&] { return Value(isOver(frame)); }) ==
               Value(true);
    }

    static std::optional<Act> unrepeatable(std::vector<Act> acts) {
        for (auto& act : acts)
            if (act.key.empty()) return std::move(act);
        return std::nullopt;
    }

    // An attempt in which something was done that must not be done twice is the last one.
    static Error notAgain(Error error, const Act& act) {
        if (error.done == Done::no) error.done = act.done;
        error.retryable = false;
        return withSentence(
            std::move(error),
            "It was not tried again: " + act.position + " (" + act.action +
                (act.done == Done::yes
                     ? ") has acted. Give what may be repeated a \"try\" of its own."
                     : ") may have acted."));
    }

    Result<Outcome> once(Frame& frame, const expr::Scope& scope, const Position& place) const {
        Frame inner = frame;
        inner.position = place;
        ++inner.depth;
        if (catch_.retry && catch_.retry->attemptDuration) {
            const auto time = catch_.retry->attemptDuration->evaluate(scope);
            if (!time) return located(time.error(), "catch/retry/limit/attempt/duration");
            inner.limits.deadline = std::min(
                inner.limits.deadline, frame.run.after(time.value(), place.text + "/@deadline"));
        }
        auto outcome = list_.run(inner, scope.dot);
        frame.context = std::move(inner.context);
        return outcome;
    }

    // How long to wait before the next attempt; nothing if there is to be none.
    Result<std::optional<Milliseconds>> again(const Frame& frame, const expr::Scope& scope,
                                              const Position& place, RetryState state) const {
        const std::optional<Milliseconds> no;
        if (!catch_.retry) return no;
        const auto& policy = *catch_.retry;
        if (policy.when) {
            const auto yes = policy.when->evaluate(scope);
            if (!yes) return located(yes.error(), "catch/retry/when");
            if (!truthy(yes.value())) return no;
        }
        if (policy.exceptWhen) {
            const auto not_ = policy.exceptWhen->evaluate(scope);
            if (!not_) return located(not_.error(), "catch/retry/exceptWhen");
            if (truthy(not_.value())) return no;
        }
        const auto times = policy.times(scope);
        if (!times) return times.error();
        const auto decided = frame.run.choose(place.text + "/@retry", [&]() -> Value {
            state.fraction = frame.run.world.chance.fraction();
            const auto delay = retryDelay(times.value(), state);
            return delay ? Value(std::int64_t{delay->count()}) : Value();
        });
        return decided.isNull() ? no : std::optional(Milliseconds(*decided.integer()));
    }

    Result<Outcome> handle(Frame& frame, const expr::Scope& scope, const Position& position,
                           const Error& error) const {
        if (!catch_.list) {
            // A policy that is used up has nothing more to offer than the error itself.
            if (catch_.retry) return error;
            return Outcome{scope.dot, catch_.then};
        }
        Frame inner = frame;
        inner.position = position.key("catch").key("do");
        inner.locals.emplace_back(catch_.as, *scope.find(catch_.as));
        ++inner.depth;
        auto outcome = ended(catch_.list->run(inner, scope.dot));
        frame.context = std::move(inner.context);
        if (!outcome) return alsoDone(outcome.error(), error);
        if (!outcome.value().flow) outcome.value().flow = catch_.then;
        return outcome;
    }

    Event retried(const Frame& frame, const Position& position, std::int64_t attempt,
                  Milliseconds delay) const {
        Event out = event(Event::Kind::taskRetried, frame, position);
        out.text =
            "attempt " + std::to_string(attempt) + " faulted; the next one in " + describe(delay);
        return out;
    }

    TaskList list_;
    Catch catch_;
};

}  // namespace

std::unique_ptr<Task> loadTry(Loader& loader, manifest::MapReader& task, Common common) {
    const auto* body = task.required("try");
    auto list = loader.tasks(body);
    const auto* node = task.required("catch");
    auto handler = node ? loadCatch(loader, *node) : std::nullopt;
    if (!handler || !body) return nullptr;
    if (handler->retry) warnOfRepeats(*body, loader);
    return std::make_unique<Try>(std::move(common), std::move(list), std::move(*handler));
}

}  // namespace tenon::run
