// SPDX-License-Identifier: Apache-2.0
#include "expr/jq_lexer.h"

#include "expr/jq.h"

namespace tenon::expr {

std::string unbalanced(std::string_view text) {
    return scan(text, [](char, std::size_t) {});
}

std::vector<std::string> mentioned(std::string_view text) {
    std::vector<std::string> out;
    scan(text, [&](char c, std::size_t at) {
        if (c != '$') return;
        std::size_t end = at + 1;
        while (end < text.size() &&
               (isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_'))
            ++end;
        if (end > at + 1) out.emplace_back(text.substr(at + 1, end - at - 1));
    });
    return out;
}

}  // namespace tenon::expr
