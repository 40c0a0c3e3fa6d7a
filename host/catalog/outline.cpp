// SPDX-License-Identifier: Apache-2.0
#include "catalog/outline.h"

#include <algorithm>

namespace tenon::catalog {
namespace {

// Where a string ends that begins at `at`: behind its quote, or at the end of the text.
std::size_t behindString(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at)
        if (text[at] == '\\') ++at;
    return std::min(at + 1, text.size());
}

// The same for an object or a list.
std::size_t behindBrackets(std::string_view text, std::size_t at) {
    for (std::size_t open = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            at = behindString(text, at);
            continue;
        }
        ++at;
        if (c == '{' || c == '[') ++open;
        if ((c == '}' || c == ']') && --open == 0) break;
    }
    return at;
}

bool isSchema(std::string_view text, std::size_t at, std::string_view name) {
    if (name != R"("inputs")" && name != R"("outputs")") return false;
    return text.substr(at).starts_with(":{");
}

}  // namespace

Outline outlineOf(std::string_view text) {
    constexpr std::size_t kInAStep = 3;  // {"steps": [{
    Outline out;
    std::size_t open = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            const auto end = behindString(text, at);
            const auto name = text.substr(at, end - at);
            out.text += name;
            at = end;
            if (open != kInAStep || !isSchema(text, at, name)) continue;
            const auto schema = at + 1;
            at = behindBrackets(text, schema);
            out.text += ':' + std::to_string(out.schemas.size());
            out.schemas.push_back(text.substr(schema, at - schema));
            continue;
        }
        if (c == '{' || c == '[') ++open;
        if ((c == '}' || c == ']') && open > 0) --open;
        out.text += c;
        ++at;
    }
    return out;
}

}  // namespace tenon::catalog
