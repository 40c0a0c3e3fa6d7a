// SPDX-License-Identifier: Apache-2.0
// One expression and what comes out of it, as text.
#pragma once

#include <string>
#include <vector>

#include "expr/expression.h"
#include "tenon/json.h"

namespace support {

inline tenon::expr::Scope scopeOf(const std::string& dot) {
    tenon::expr::Scope scope;
    scope.dot = tenon::json::read(dot).value();
    return scope;
}

// The result as JSON with its secrets masked, "error: …", or "fault: …" where it does not compile.
inline std::string evaluated(const std::string& expression, const tenon::expr::Scope& scope) {
    std::vector<std::string> names;
    for (const auto& variable : scope.variables) names.push_back(variable.first);
    tenon::expr::Compiler compiler(names);
    const auto compiled = compiler.expression(expression, "/x");
    if (const auto faults = compiler.finish(); !faults.empty())
        return "fault: " + faults.front().text();
    const auto result = compiled.evaluate(scope);
    return result ? tenon::json::write(result.value()) : "error: " + result.error().detail;
}

inline std::string evaluated(const std::string& expression, const std::string& dot = "null") {
    return evaluated(expression, scopeOf(dot));
}

}  // namespace support
