// SPDX-License-Identifier: Apache-2.0
// A native function called on values that are written as JSON.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include <string>
#include <vector>

#include "natives/native.h"
#include "tenon/json.h"
#include "values/number.h"

namespace support {

// A result as JSON with secrets masked, or what was said: `error: …`.
inline std::string outcome(tenon::expr::Natives natives, const std::string& name, tenon::Value in,
                           std::vector<tenon::Value> arguments = {},
                           const tenon::expr::Scope& scope = {}) {
    for (const auto& native : natives) {
        if (native.name != name || native.arity != arguments.size()) continue;
        tenon::expr::Machine machine(scope);
        tenon::expr::Call call{machine, std::move(in), arguments, {}};
        if (native.call(call)) return tenon::json::write(call.out);
        if (!machine.failed()) return "over: " + machine.result().title + machine.result().detail;
        const auto error = machine.caught();
        return "error: " + (error.string() ? *error.string() : tenon::json::write(error));
    }
    return "there is no " + name;
}

inline tenon::Value jsonValue(const std::string& json) {
    auto value = tenon::json::read(json);
    return value.ok() ? value.value() : tenon::Value("no JSON: " + json);
}

// One row of a table: input and arguments as JSON, what is wanted.
struct OutcomeRow {
    const char* name;
    const char* in;
    std::vector<const char*> arguments;
    const char* wanted;
};

inline std::string outcome(tenon::expr::Natives natives, const OutcomeRow& row) {
    std::vector<tenon::Value> arguments;
    for (const auto* argument : row.arguments) arguments.push_back(jsonValue(argument));
    return outcome(natives, row.name, jsonValue(row.in), arguments);
}

inline void check(tenon::expr::Natives natives, const std::vector<OutcomeRow>& rows) {
    for (const auto& row : rows) {
        std::string what = std::string(row.in) + " | " + row.name;
        for (const auto* argument : row.arguments) what += std::string(" ") + argument;
        CPPUNIT_ASSERT_EQUAL_MESSAGE(what, std::string(row.wanted), outcome(natives, row));
    }
}

}  // namespace support
