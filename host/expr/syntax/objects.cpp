// SPDX-License-Identifier: Apache-2.0
#include "expr/syntax/parser_class.h"

namespace tenon::expr::syntax {

TermPtr Parser::object() {
    const Level level(*this);
    auto out = make(Kind::object, lexer_.take().at);
    while (!lexer_.peek().is("}")) {
        member(*out);
        if (!lexer_.peek().is(",")) break;
        lexer_.take();
    }
    want("}");
    return measured(std::move(out));
}

void Parser::member(Term& object) {
    const Token token = lexer_.peek();
    TermPtr key, value;
    if (token.kind == Token::Kind::name) {
        key = literal(std::string(lexer_.take().text), token.at);
    } else if (token.kind == Token::Kind::variable) {
        value = term();
        key = literal(std::string(token.text), token.at);
        if (lexer_.peek().is(":")) {  // {$x: 1} has what $x is as its name
            if (token.text == "__loc__") lexer_.unexpected(", or }");
            key = std::move(value);
        }
    } else if (token.kind == Token::Kind::quote) {
        key = text("");
    } else if (token.kind == Token::Kind::format) {
        key = formatted();
        if (key->kind == Kind::format) lexer_.unexpected("a text behind the format");
    } else if (token.is("(")) {
        lexer_.take();
        key = query();
        want(")");
        if (!lexer_.peek().is(":")) lexer_.unexpected(":");
    } else if (token.kind == Token::Kind::number) {
        lexer_.fail(token.at, "a number cannot be the name of a member; put it in quotes");
    } else {
        lexer_.unexpected("the name of a member, or }");
    }
    if (key->kind == Kind::literal && !key->value.string())
        lexer_.fail(token.at, "only a text can be the name of a member");
    if (lexer_.peek().is(":")) {
        lexer_.take();
        value = memberValue();
    }
    object.parts.push_back(std::move(key));
    object.parts.push_back(std::move(value));
}

// No comma, binding or function without parentheses: the comma parts members.
TermPtr Parser::memberValue() {
    auto out = expression();
    if (!lexer_.peek().is("|")) return out;
    lexer_.take();
    const Level level(*this);
    const auto at = out->at;
    return make(Kind::pipe, at, std::move(out), memberValue());
}

}  // namespace tenon::expr::syntax
