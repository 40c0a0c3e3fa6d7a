// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenon::expr {

// Empty if every bracket and quote of the jq text is closed inside it, so that the text can stand
// in parentheses in a larger program; else what is wrong.
std::string unbalanced(std::string_view text);

// Why the jq text cannot be part of a larger program, if it cannot: it is too long, unbalanced, or
// an integer in it is too large for jq. Else empty.
std::string refused(std::string_view text);

// Calls `code(c, position)` for every character outside quotes and comments.
template <class Code>
std::string scan(std::string_view text, Code&& code) {
    std::string open;  // brackets; a quote marks a text, so that \( … ) inside returns to it
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!open.empty() && open.back() == '"') {
            if (c == '\\' && i + 1 < text.size()) {
                if (text[++i] == '(') open += '(';
            } else if (c == '"') {
                open.pop_back();
            }
            continue;
        }
        if (c == '#') {
            i = std::min(text.find('\n', i), text.size());
            continue;
        }
        code(c, i);
        if (c == '"' || c == '(' || c == '[' || c == '{') {
            open += c;
        } else if (c == ')' || c == ']' || c == '}') {
            const char wanted = c == ')' ? '(' : c == ']' ? '[' : '{';
            if (open.empty() || open.back() != wanted)
                return std::string("a ") + c + " closes nothing";
            open.pop_back();
        }
    }
    if (open.empty()) return "";
    return open.back() == '"' ? "a text is not closed"
                              : std::string("a ") + open.back() + " is not closed";
}

}  // namespace tenon::expr
