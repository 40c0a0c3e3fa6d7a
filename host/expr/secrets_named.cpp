// SPDX-License-Identifier: Apache-2.0
#include "expr/secrets_named.h"

#include <algorithm>
#include <cctype>

#include "expr/jq_lexer.h"

namespace tenon::expr {
namespace {

bool inName(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// What stands after `$secrets`; empty if that is no single name.
std::string nameAt(std::string_view rest) {
    if (rest.starts_with('.')) rest.remove_prefix(1);
    if (rest.starts_with('[')) rest.remove_prefix(1);
    if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
    const auto end = std::find_if_not(rest.begin(), rest.end(), inName);
    return std::string(rest.begin(), end);
}

}  // namespace

std::vector<std::string> secretsNamed(std::string_view text) {
    constexpr std::string_view variable = "$secrets";
    std::vector<std::string> names;
    scan(text, [&](char c, std::size_t i) {
        if (c != '$' || !text.substr(i).starts_with(variable)) return;
        const auto rest = text.substr(i + variable.size());
        if (!rest.starts_with('.') && !rest.starts_with('[')) return;
        if (auto name = nameAt(rest); !name.empty()) names.push_back(std::move(name));
    });
    return names;
}

}  // namespace tenon::expr
