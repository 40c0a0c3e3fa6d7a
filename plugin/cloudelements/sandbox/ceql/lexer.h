// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cloudelements::sandbox::ceql {

struct Token {
    enum class Kind { word, text, sign, end };
    Kind kind = Kind::end;
    std::string text;    // of a quoted text, without its quotes
    std::size_t at = 0;  // counted from 1
};

// The last one is of kind `end`. Throws Unreadable.
std::vector<Token> tokensOf(std::string_view text);

}  // namespace cloudelements::sandbox::ceql
