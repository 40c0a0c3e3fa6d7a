// SPDX-License-Identifier: Apache-2.0
#include "run/run.h"

#include <algorithm>

#include "run/done.h"
#include "run/names.h"
#include "world/redactor.h"

namespace tenon::run {

void Run::tell(Event event) {
    if (event.workflow.name.empty()) event.workflow = document;
    if (outer_) return outer_->tell(std::move(event));
    event.time = world.clock.wall();
    event.text = world.redactor.text(event.text);
    event.error = world.redactor.error(std::move(event.error));
    const std::scoped_lock lock(mutex_);
    event.number = ++events_;
    world.observer.on(event);
}

Result<Value> Run::ask(const std::string& position,
                       const std::function<Result<Value>()>& question) {
    auto result = world.journal.replay(position);
    if (!result) {
        const Question about{position};
        if (auto refused = world.journal.began(about)) return *refused;
        result = question();
        world.journal.gave(about, *result, Value());
    }
    if (result->ok()) world.redactor.learn(result->value());
    return *std::move(result);
}

Result<Value> Run::act(const std::string& position, const std::string& about, bool idempotent,
                       const Doing& question) {
    const auto token =
        acts.begin({.position = position, .action = about, .idempotent = idempotent});
    Value raw;
    const auto end = [&](const Result<Value>& result) {
        acts.end(token, result ? Done::yes : result.error().done, result ? result.value() : raw);
    };
    auto result = world.journal.replay(position);
    if (!result) {
        const Question asked{position, Question::Kind::act, about};
        if (auto refused = world.journal.began(asked)) {
            end(*refused);
            return *refused;
        }
        try {
            result = question(raw);
        } catch (const std::exception& e) {
            result = thrown(e, true);
        }
        if (result->ok() || result->error().done == Done::no) raw = Value();
        world.redactor.learn(raw);
        world.journal.gave(asked, *result, raw);
    }
    end(*result);
    if (result->ok()) world.redactor.learn(result->value());
    return *std::move(result);
}

std::optional<Error> Run::wait(std::chrono::milliseconds time, const Limits& limits) const {
    const auto until = world.clock.now() + time;
    world.clock.wait({std::min(until, limits.deadline), limits.stop});
    if (limits.stop.stop_requested())
        return makeError(ErrorKind::cancelled, "cancelled", "The run was stopped while it waited.");
    if (until > limits.deadline)
        return makeError(ErrorKind::timeout, "deadline",
                         "The time was up before the wait was over.");
    return std::nullopt;
}

Limits Run::requestLimits(const Limits& task) const {
    return {std::min(task.deadline, world.clock.now() + options.requestTimeout), task.stop};
}

bool Run::mayUsePlainHttp(std::string_view host) const {
    if (isLoopback(host)) return true;
    const auto& hosts = options.plainHttpHosts;
    return std::find(hosts.begin(), hosts.end(), host) != hosts.end();
}

}  // namespace tenon::run
