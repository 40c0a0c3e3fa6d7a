// SPDX-License-Identifier: Apache-2.0
#include "run/descriptors.h"

#include <cstdio>
#include <ctime>

#include "tenon/version.h"

namespace tenon::run {

std::string iso8601(Time time) {
    using namespace std::chrono;
    const std::int64_t ms = duration_cast<milliseconds>(time.time_since_epoch()).count();
    const std::time_t seconds = ms / 1000;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", utc.tm_year + 1900,
                  utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec,
                  static_cast<int>(ms % 1000));
    return text;
}

namespace {

Value describeTime(Time time) {
    using namespace std::chrono;
    const std::int64_t ms = duration_cast<milliseconds>(time.time_since_epoch()).count();
    return Object{{"iso8601", iso8601(time)},
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
