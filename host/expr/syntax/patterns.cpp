// SPDX-License-Identifier: Apache-2.0
// What stands behind `as`.
#include "expr/syntax/parser_class.h"

namespace tenon::expr::syntax {

// Behind `as`: `P ?// P ?// …`.
std::vector<Pattern> Parser::patterns() {
    wantWord("as");
    std::vector<Pattern> out;
    out.push_back(pattern());
    while (lexer_.stands("?//")) {
        lexer_.skip("?//");
        out.push_back(pattern());
    }
    return out;
}

Pattern Parser::pattern() {
    const Level level(*this);
    Pattern out;
    if (lexer_.peek().kind == Token::Kind::variable) {
        out.variable = lexer_.take().text;
    } else if (lexer_.peek().is("[")) {
        do {
            lexer_.take();
            out.items.push_back(pattern());
        } while (lexer_.peek().is(","));
        want("]");
    } else if (lexer_.peek().is("{")) {
        do {
            lexer_.take();
            out.entries.push_back(patternEntry());
        } while (lexer_.peek().is(","));
        want("}");
    } else {
        lexer_.unexpected("a pattern: $name, […] or {…}");
    }
    return out;
}

Pattern::Entry Parser::patternEntry() {
    Pattern::Entry out;
    const Token token = lexer_.peek();
    if (token.kind == Token::Kind::variable) {
        out.variable = lexer_.take().text;
        if (!lexer_.peek().is(":")) return out;
    } else if (token.kind == Token::Kind::name) {
        out.key = literal(std::string(lexer_.take().text), token.at);
    } else if (token.kind == Token::Kind::quote) {
        out.key = text("");
    } else if (token.kind == Token::Kind::format) {
        out.key = formatted();
    } else if (token.is("(")) {
        lexer_.take();
        out.key = query();
        want(")");
    } else {
        lexer_.unexpected("the name of a member");
    }
    want(":");
    out.value = std::make_unique<Pattern>(pattern());
    return out;
}

}  // namespace tenon::expr::syntax
