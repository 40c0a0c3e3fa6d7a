// SPDX-License-Identifier: Apache-2.0
#include "run/descriptors.h"

#include <algorithm>

#include "tenon/version.h"
#include "text/rfc3339.h"

namespace tenon::run {

namespace {

Value describeTime(Time time) {
    using namespace std::chrono;
    const std::int64_t ms = duration_cast<milliseconds>(time.time_since_epoch()).count();
    return Object{{"iso8601", text::rfc3339(time)},
                  {"epoch", Object{{"seconds", ms / 1000}, {"milliseconds", ms}}}};
}

const Value& describeRuntime() {
    static const Value runtime =
        Object{{"name", "tenon"}, {"version", TENON_VERSION}, {"metadata", Object()}};
    return runtime;
}

}  // namespace

Value describeTask(const Common& task, const Value& rawInput, Time startedAt) {
    return Object{{"name", task.name},
                  {"reference", task.pointer},
                  {"definition", task.definition},
                  {"input", rawInput},
                  {"startedAt", describeTime(startedAt)}};
}

bool mentions(const Value& definition, std::string_view name) {
    const auto named = [name](const std::string& text) {
        return text.find(name) != std::string::npos;
    };
    if (const auto* text = definition.string()) return named(*text);
    if (const auto* array = definition.array())
        return std::ranges::any_of(*array, [&](const Value& item) { return mentions(item, name); });
    if (const auto* object = definition.object())
        return std::ranges::any_of(*object, [&](const Member& member) {
            return named(member.name) || mentions(member.value, name);
        });
    return false;
}

Value withOutput(const Value& task, const Value& rawOutput) {
    Object out = *task.object();
    out.set("output", rawOutput);
    return out;
}

Value describeWorkflow(const std::string& id, const Value& definition, const Value& rawInput,
                       Time startedAt) {
    return Object{{"id", id},
                  {"definition", definition},
                  {"input", rawInput},
                  {"startedAt", describeTime(startedAt)}};
}

expr::Scope scopeOf(Run& run, const Value& dot, const Value& context, Value task) {
    expr::Scope out;
    out.confidant = &run.confidant;
    out.dot = dot;
    out.variables.reserve(12);  // with some of the manifest's own
    out.variables.emplace_back("context", context);
    out.variables.emplace_back("input", dot);
    out.variables.emplace_back("output", Value());
    out.variables.emplace_back("authorization", Value());
    out.variables.emplace_back("secrets", run.secrets);
    out.variables.emplace_back("task", std::move(task));
    out.variables.emplace_back("workflow", run.workflow);
    out.variables.emplace_back("runtime", describeRuntime());
    return out;
}

}  // namespace tenon::run
