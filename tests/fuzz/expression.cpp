// SPDX-License-Identifier: Apache-2.0
// The first line is an expression, the rest is its data. What could make jq run without end or fill
// the memory is left out: nothing can stop it.
#include <algorithm>
#include <array>

#include "expr/expression.h"
#include "expr/secrets_named.h"
#include "targets.h"
#include "tenon/json.h"

namespace {

bool ends(std::string_view text) {
    constexpr std::array<std::string_view, 17> endless{
        "def",     "repeat", "until", "while", "recurse", "range", "combin", "limit", "flatten",
        "implode", "label",  "nth",   "walk",  "infin",   "exp",   "pow",    "*"};
    std::size_t digits = 0, most = 0;  // an index far away makes a long array
    for (const char c : text) most = std::max(most, digits = c >= '0' && c <= '9' ? digits + 1 : 0);
    return most < 4 && std::none_of(endless.begin(), endless.end(), [&](auto word) {
               return text.find(word) != std::string_view::npos;
           });
}

}  // namespace

void fuzz::expression(std::string_view bytes) {
    const auto line = bytes.substr(0, bytes.find('\n'));
    tenon::expr::Compiler compiler({"context", "secrets"});
    const auto compiled = compiler.expression(line, "/x");
    (void)tenon::expr::secretsNamed(line);
    if (compiled.needsJq() && (!ends(line) || line.size() > 200)) return;
    if (!compiler.finish().empty()) return;
    tenon::expr::Scope scope;
    if (const auto data = tenon::json::read(bytes.substr(std::min(line.size() + 1, bytes.size()))))
        scope.dot = data.value();
    scope.set("context", scope.dot);
    scope.set("secrets", tenon::Object{{"key", tenon::Secret("hidden words")}});
    (void)compiled.evaluate(scope);
}
