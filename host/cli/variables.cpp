// SPDX-License-Identifier: Apache-2.0
#include "cli/variables.h"

#include <algorithm>

#include "cli/arguments.h"
#include "cli/failure.h"
#include "tenon/json.h"
#include "text/readable.h"
#include "values/scope.h"

namespace tenon::cli {
namespace {

bool isName(std::string_view text) {
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return !text.empty() && letter(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

Value hidden(const Value& value) {
    if (const auto* text = value.string()) return Secret(*text);
    if (const auto* array = value.array()) {
        Array out;
        for (const auto& item : *array) out.push_back(hidden(item));
        return out;
    }
    if (const auto* object = value.object()) {
        Object out;
        for (const auto& [name, member] : *object) out.set(name, hidden(member));
        return out;
    }
    return value;
}

Value valueOf(const std::string& name, const std::string& text) {
    auto read = json::read(text);
    Value value = read ? std::move(read).value() : Value(text);
    if (name != kSecrets) return value;
    if (value.object()) return hidden(value);
    throw Failure(kBadInput,
                  "tenon: --variable secrets=…: wanted an object of JSON, as in "
                  "'secrets={\"name\": \"text\"}'\n");
}

}  // namespace

std::vector<std::pair<std::string, Value>> readVariables(const std::vector<std::string>& given) {
    expr::Scope out;
    for (const auto& text : given) {
        const auto equals = std::min(text.find('='), text.size());
        std::string name = text.substr(0, equals);
        if (name.starts_with('$')) name.erase(0, 1);
        if (equals == text.size() || !isName(name))
            throw UsageError("--variable wants NAME=VALUE, the name in letters, digits and _");
        if (!text::isUtf8(text))
            throw Failure(kBadInput, "tenon: --variable " + name + "=… is not UTF-8\n");
        out.set(name, valueOf(name, text.substr(equals + 1)));
    }
    return out.variables;
}

}  // namespace tenon::cli
