// SPDX-License-Identifier: Apache-2.0
#include "cli/run_story.h"

#include "cli/failure.h"
#include "cli/got.h"
#include "cli/printable.h"
#include "cli/run_table.h"
#include "run/duration.h"
#include "runs/pins.h"
#include "tenon/json.h"
#include "text/rfc3339.h"
#include "world/position.h"
#include "world/problem.h"
#include "world/redactor.h"

namespace tenon::cli {
namespace {

using world::Asking;
using world::StepRow;

std::string outcomeOf(const world::Answer& answer, const auto& shown) {
    if (answer.result) return "gave " + shown(answer.result.value());
    const auto& error = answer.result.error();
    std::string out = "FAULTED: " + world::headline(error);
    if (error.done == Done::maybe) out += " Its outcome is unknown.";
    if (!answer.raw.isNull()) out += " What came back: " + shown(answer.raw);
    return out;
}

// What the engine decided, where a person would want to know; else empty.
std::string choiceOf(const StepRow& step) {
    const auto is = [&](std::string_view end) { return step.position.ends_with(end); };
    const auto* number = step.answer.result ? step.answer.result.value().integer() : nullptr;
    if (is("/@retry"))
        return number ? "is tried again in " + run::describe(std::chrono::milliseconds(*number))
                      : "is not tried again";
    if (is(world::kLost)) return "lost; what it made is undone";
    if (!number) return "";
    if (is("/@until") || is("/@again"))
        return "waits until " + text::rfc3339(std::chrono::system_clock::time_point(
                                    std::chrono::milliseconds(*number)));
    if (is("/@decided")) return "is decided by branch " + std::to_string(*number);
    return "";
}

std::string tookOf(const StepRow& step) {
    return run::describe(
        std::chrono::duration_cast<std::chrono::milliseconds>(step.answered - step.asked));
}

std::string lineOf(const StepRow& step, const auto& shown) {
    const auto task = std::string(world::taskOf(step.position));
    std::string what;
    if (step.kind == Asking::choice) {
        what = choiceOf(step);
        if (what.empty()) return "";
    } else if (step.position.find("/@token") != step.position.npos && step.ended &&
               step.answer.result) {
        what = tookOf(step) + ", got a token";
    } else if (!step.ended) {
        what = step.kind == Asking::act ? "was begun; its outcome is unknown" : "was asked";
    } else {
        what = (step.taken ? "taken over" : tookOf(step)) + ", " + outcomeOf(step.answer, shown);
    }
    return "  " + text::rfc3339(step.asked) + "  " + task +
           (step.action.empty() ? "" : " (" + step.action + ")") + ": " + what;
}

}  // namespace

RunStory RunStory::read(world::State& state, const std::string& id) {
    constexpr std::size_t kPage = 1000;
    RunStory story{got(state.given(id)), got(state.find(id)), {}, {}, {Value()}};
    std::int64_t after = 0;
    for (bool more = true; more;) {
        auto page = got(state.steps(id, after, kPage));
        more = page.size() == kPage;
        for (auto& step : page) {
            after = step.number;
            story.steps.push_back(std::move(step));
        }
    }
    story.from = got(runs::pinsOf(story.given.pins)).from;
    story.outcome = got(state.outcome(id));
    return story;
}

std::string RunStory::text(const world::Redactor& redactor, bool shown) const {
    const auto json = [&](const Value& value) {
        return shown ? json::write(value, json::Secrets::reveal)
                     : json::write(redactor.value(value));
    };
    std::string out = row.id + ": " + row.document.name + " " + row.document.version + " (" +
                      row.manifestPath + "), " + stateWord(row) + " since " +
                      text::rfc3339(row.changed) + "\n  " + text::rfc3339(row.begun) +
                      "  begun with " + json(given.input) + (from.empty() ? "" : ", from " + from) +
                      "\n";
    for (const auto& step : steps)
        if (const auto line = lineOf(step, json); !line.empty())
            out += oneLine(redactor.text(line)) + "\n";
    if (world::isFinished(row.state))
        out += oneLine("  " + text::rfc3339(row.changed) + "  " +
                       redactor.text(outcomeOf(outcome, json))) +
               "\n";
    return out;
}

Value RunStory::json(const world::Redactor& redactor) const {
    const auto told = [&](Object into, const world::Answer& answer) {
        if (answer.result) {
            into.set("output", redactor.value(answer.result.value()));
        } else {
            into.set("error", world::problemOf(redactor.error(answer.result.error())));
        }
        return into;
    };
    Array all;
    for (const auto& step : steps) {
        const char* kind = step.kind == Asking::act    ? "act"
                           : step.kind == Asking::look ? "look"
                                                       : "choice";
        Object one{{"position", step.position},
                   {"kind", kind},
                   {"action", step.action},
                   {"asked", text::rfc3339(step.asked)}};
        if (step.taken) one.set("taken", true);
        if (step.ended) {
            one.set("answered", text::rfc3339(step.answered));
            one = told(std::move(one), step.answer);
        }
        all.emplace_back(std::move(one));
    }
    Object out = *describedRun(row).object();
    out.set("input", redactor.value(given.input));
    if (!from.empty()) out.set("from", from);
    out.set("steps", std::move(all));
    if (world::isFinished(row.state)) out = told(std::move(out), outcome);
    return out;
}

}  // namespace tenon::cli
