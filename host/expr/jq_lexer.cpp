// SPDX-License-Identifier: Apache-2.0
#include "expr/jq_lexer.h"

#include <algorithm>
#include <charconv>

#include "expr/jq.h"
#include "expr/jv.h"

namespace tenon::expr {
namespace {

// jq's compiler needs time by the square of it.
constexpr std::size_t kLongest = 20'000;

}  // namespace

std::string unbalanced(std::string_view text) {
    return scan(text, [](char, std::size_t) {});
}

std::string refused(std::string_view text) {
    if (text.size() > kLongest) return "it is longer than 20,000 bytes";
    if (auto why = unbalanced(text); !why.empty())
        return text.find("${") == text.npos
                   ? why
                   : why + "; two expressions in one text? Write one: ${ \"\\( .a ) \\( .b )\" }";
    std::string wide;
    scan(text, [&](char c, std::size_t at) {
        const auto inWord = [](char other) {
            return isalnum(static_cast<unsigned char>(other)) || other == '_' || other == '.';
        };
        if (!isdigit(static_cast<unsigned char>(c)) || (at > 0 && inWord(text[at - 1]))) return;
        const auto end = std::min(text.find_first_not_of("0123456789", at), text.size());
        std::int64_t value = 0;
        const auto read = std::from_chars(text.data() + at, text.data() + end, value);
        const bool integer = end == text.size() || !inWord(text[end]);
        if (integer && (read.ec != std::errc() || value > kExact)) wide = text.substr(at, end - at);
    });
    return wide.empty() ? ""
                        : "the integer " + wide + " is too large for jq, which computes in doubles";
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

std::set<std::string> bound(std::string_view text) {
    const auto inWord = [](char c) { return isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    std::set<std::string> out;
    bool as = false, def = false;  // since the last | and the last :
    for (std::size_t i = 0; i < text.size();) {
        const auto begin = i;
        while (i < text.size() && inWord(text[i])) ++i;
        if (i == begin) {
            as = as && text[i] != '|';
            def = def && text[i] != ':';
            ++i;
            continue;
        }
        const auto word = text.substr(begin, i - begin);
        if ((as || def) && begin > 0 && text[begin - 1] == '$') out.emplace(word);
        as = as || word == "as";
        def = def || word == "def";
    }
    return out;
}

}  // namespace tenon::expr
