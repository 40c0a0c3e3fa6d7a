// SPDX-License-Identifier: Apache-2.0
#include "run/descriptors.h"

#include "tenon/json.h"
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

}  // namespace

Value describeTask(const Common& task, const Value& rawInput, Time startedAt) {
    return Object{{"name", task.name},
                  {"reference", task.pointer},
                  {"definition", task.definition},
                  {"input", rawInput},
                  {"startedAt", describeTime(startedAt)}};
}

bool mentions(const Value& definition, std::string_view name) {
    return json::write(definition).find(name) != std::string::npos;
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

const Value& describeRuntime() {
    static const Value runtime =
        Object{{"name", "tenon"}, {"version", TENON_VERSION}, {"metadata", Object()}};
    return runtime;
}

}  // namespace tenon::run
