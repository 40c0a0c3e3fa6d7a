// SPDX-License-Identifier: Apache-2.0
#include "ceql/lexer.h"

#include "ceql/ceql.h"

namespace cloudelements::sandbox::ceql {
namespace {

bool isWord(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || std::string_view("_.-+$@:").find(c) != std::string_view::npos;
}

// A quote within the text is doubled.
std::string quoted(std::string_view text, std::size_t& i) {
    const auto from = i + 1;
    std::string out;
    for (++i; i < text.size(); ++i) {
        if (text[i] == '\'') {
            if (i + 1 == text.size() || text[i + 1] != '\'') {
                ++i;
                return out;
            }
            ++i;
        }
        out += text[i];
    }
    throw Unreadable("the quote at character " + std::to_string(from) + " is not closed");
}

}  // namespace

std::vector<Token> tokensOf(std::string_view text) {
    using Kind = Token::Kind;
    std::vector<Token> out;
    for (std::size_t i = 0; i < text.size();) {
        const auto at = i + 1;
        if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) {
            ++i;
        } else if (text[i] == '\'') {
            out.push_back({Kind::text, quoted(text, i), at});
        } else if (isWord(text[i])) {
            const auto from = i;
            while (i < text.size() && isWord(text[i])) ++i;
            out.push_back({Kind::word, std::string(text.substr(from, i - from)), at});
        } else {
            const auto two = text.substr(i, 2);
            const bool isTwo = two == "!=" || two == "<=" || two == ">=" || two == "<>";
            const auto sign = text.substr(i, isTwo ? 2 : 1);
            if (std::string_view("=<>(),!").find(text[i]) == std::string_view::npos || sign == "!")
                throw Unreadable("character " + std::to_string(at) + " (" + std::string(sign) +
                                 ") belongs to nothing");
            out.push_back({Kind::sign, std::string(sign), at});
            i += sign.size();
        }
    }
    out.push_back({Kind::end, "", text.size() + 1});
    return out;
}

}  // namespace cloudelements::sandbox::ceql
