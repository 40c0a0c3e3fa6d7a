// SPDX-License-Identifier: Apache-2.0
#include "natives/regex_leaps.h"

#include <cstddef>

namespace tenon::expr {
namespace {

// From behind the parenthesis on: is there a repetition before the group ends? Brackets may hold
// parentheses, so it ends late rather than early.
bool repeats(std::string_view rest) {
    int depth = 0;
    bool bracket = false;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const char c = rest[i];
        if (c == '\\') {
            ++i;
        } else if (c == '[') {
            bracket = true;
        } else if (c == ']') {
            bracket = false;
        } else if (c == '*' || c == '+' || c == '{') {
            return true;
        } else if (c == '(' && !bracket) {
            ++depth;
        } else if (c == ')' && !bracket && --depth < 0) {
            return false;
        }
    }
    return false;
}

}  // namespace

bool leaps(std::string_view regex) {
    for (std::size_t i = 0; i + 1 < regex.size(); ++i) {
        const char c = regex[i], next = regex[i + 1];
        if (c == '\\') {
            if ((next >= '1' && next <= '9') || next == 'k' || next == 'g') return true;
            ++i;
        } else if (c == ')' && next == '{') {
            return true;
        } else if ((c == '*' || c == '+' || c == '?' || c == '}') && next == '+') {
            return true;
        } else if (c == '(' && next == '?') {
            const auto rest = regex.substr(i + 2);
            if (rest.empty()) return false;
            const bool named =
                rest[0] == '<' && rest.size() > 1 && rest[1] != '=' && rest[1] != '!';
            if (rest[0] == ':' || named) continue;
            const bool looks = rest[0] == '=' || rest[0] == '!' || rest[0] == '<';
            const bool option = rest[0] == '-' || (rest[0] >= 'a' && rest[0] <= 'z');
            if (looks ? repeats(rest) : !option) return true;
        }
    }
    return false;
}

std::size_t properties(std::string_view regex) {
    std::size_t count = 0;
    bool bracket = false;
    for (std::size_t i = 0; i + 1 < regex.size(); ++i) {
        const char c = regex[i], next = regex[i + 1];
        if (c == '\\') {
            ++i;
            const auto wide = std::string_view(bracket ? "pPwWdDsShH" : "pP");
            if (wide.find(next) != wide.npos) ++count;
        } else if (c == '[') {
            bracket = true;
            if (next == ':') ++count;
        } else if (c == ']') {
            bracket = false;
        }
    }
    return count;
}

bool linear(std::string_view regex) {
    if (regex.starts_with(".*")) regex.remove_prefix(2);
    if (regex.ends_with(".*")) regex.remove_suffix(2);
    return !regex.empty() && regex.find_first_of("\\^$.|?*+()[]{}") == regex.npos;
}

}  // namespace tenon::expr
