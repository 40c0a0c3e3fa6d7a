// SPDX-License-Identifier: Apache-2.0
#include "expr/syntax/parser_class.h"
#include "natives/formats.h"
#include "values/points.h"

namespace tenon::expr::syntax {
TermPtr Parser::formatted() {
    const Token token = lexer_.take();
    if (!isFormat(token.text))
        lexer_.fail(token.at, "there is no format @" + std::string(token.text));
    if (lexer_.peek().kind == Token::Kind::quote) return text(std::string(token.text));
    auto out = make(Kind::format, token.at);
    out->name = token.text;
    return out;
}

// From the opening quote to the closing one. A text without interpolations is a literal.
TermPtr Parser::text(const std::string& format) {
    const Level level(*this);
    const auto begin = lexer_.peek().at;
    const auto all = lexer_.text();
    std::size_t at = lexer_.behindQuote();
    std::string piece;
    auto out = make(Kind::text, begin);
    out->name = format;
    for (;;) {
        if (at >= all.size()) lexer_.fail(begin, "a text is not closed");
        const char c = all[at];
        if (c == '"') break;
        if (c != '\\') {
            piece += c;
            ++at;
        } else if (all.substr(at).starts_with("\\(")) {
            if (!piece.empty()) out->parts.push_back(literal(std::move(piece), begin));
            piece.clear();
            lexer_.continueAt(at + 2);
            auto inner = query();
            if (!lexer_.peek().is(")")) lexer_.unexpected(")");
            at = lexer_.peek().at + 1;
            // A literal in \( ) is converted like any other value.
            const auto place = inner->at;
            out->parts.push_back(
                make(Kind::pipe, place, std::move(inner), make(Kind::identity, place)));
        } else {
            piece += escaped(at);
        }
    }
    lexer_.continueAt(at + 1);
    if (out->parts.empty()) return literal(std::move(piece), begin);
    if (!piece.empty()) out->parts.push_back(literal(std::move(piece), begin));
    return measured(std::move(out));
}

std::uint32_t Parser::hex(std::size_t at) const {
    std::uint32_t out = 0;
    for (const char c : lexer_.text().substr(at, 4)) {
        const auto digit = std::string_view("0123456789abcdef").find(static_cast<char>(c | 0x20));
        const bool good = digit != std::string_view::npos && (digit > 9 || (c >= '0' && c <= '9'));
        if (!good) lexer_.fail(at, "\\u wants four hexadecimal digits");
        out = out * 16 + static_cast<std::uint32_t>(digit);
    }
    if (at + 4 > lexer_.text().size()) lexer_.fail(at, "\\u wants four hexadecimal digits");
    return out;
}

// A backslash and what belongs to it; `at` moves behind.
std::string Parser::escaped(std::size_t& at) {
    const auto all = lexer_.text();
    const std::size_t begin = at;
    const char c = at + 1 < all.size() ? all[at + 1] : '\0';
    constexpr std::string_view letters = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    at += 2;
    if (c != 'u') {
        const auto which = letters.find(c);
        if (c == '\0' || which == letters.npos) lexer_.fail(begin, "this is no escape of a text");
        return {meant[which]};
    }
    std::uint32_t point = hex(at);
    at += 4;
    if (point >= 0xd800 && point < 0xdc00) {
        if (!all.substr(at).starts_with("\\u"))
            lexer_.fail(begin, "a second \\u is missing behind the first half of a pair");
        const std::uint32_t low = hex(at + 2);
        if (low < 0xdc00 || low > 0xdfff)
            lexer_.fail(begin, "a second \\u is missing behind the first half of a pair");
        at += 6;
        point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
    } else if (point >= 0xdc00 && point < 0xe000) {
        point = kReplacement;
    }
    std::string out;
    appendPoint(out, point);
    return out;
}

}  // namespace tenon::expr::syntax
