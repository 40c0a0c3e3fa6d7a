// SPDX-License-Identifier: Apache-2.0
#include "expr/syntax/parser_class.h"
#include "values/number.h"

namespace tenon::expr::syntax {

TermPtr Parser::postfix() {
    const bool grouped = lexer_.peek().is("(");
    auto out = term();
    for (bool step = !grouped;; step = true) {
        const Token token = lexer_.peek();
        if (token.kind == Token::Kind::field) {
            lexer_.take();
            const auto at = out->at;
            out = make(Kind::index, at, std::move(out), literal(std::string(token.text), token.at));
        } else if (token.is(".")) {
            lexer_.take();
            const auto at = out->at;
            if (lexer_.peek().kind == Token::Kind::quote)
                out = make(Kind::index, at, std::move(out), text(""));
            else if (lexer_.peek().is("["))
                out = bracket(std::move(out), true);
            else
                lexer_.unexpected("the name of a member, or [");
        } else if (token.is("[")) {
            out = bracket(std::move(out), false);
        } else if (token.is("?")) {  // also in `.a?//.b`, which is `.a? // .b`
            lexer_.take();
            const auto at = out->at;
            out = step ? tolerant(std::move(out)) : make(Kind::optional, at, std::move(out));
        } else {
            return out;
        }
    }
}

// `?`. Behind an index, a slice or `[]` it stands for that step alone: `.a.b?` still fails where
// `.a` does, and `.[E]?` where E does.
TermPtr Parser::tolerant(TermPtr step) {
    const auto at = step->at;
    const bool whole =
        step->kind != Kind::index && step->kind != Kind::slice && step->kind != Kind::iterate;
    if (whole) return make(Kind::optional, at, std::move(step));
    auto base = std::exchange(step->parts[0], make(Kind::identity, at));
    // Its keys are evaluated where it stands, so they get names that nobody else can give.
    std::vector<std::pair<std::string, TermPtr>> keys;
    for (std::size_t i = 1; i < step->parts.size(); ++i) {
        TermPtr& key = step->parts[i];
        if (!key || key->kind == Kind::literal) continue;
        keys.emplace_back("?" + std::to_string(i), std::move(key));
        key = make(Kind::variable, at);
        key->name = keys.back().first;
    }
    auto out = make(Kind::optional, at, std::move(step));
    if (base->kind != Kind::identity) out = make(Kind::pipe, at, std::move(base), std::move(out));
    for (; !keys.empty(); keys.pop_back()) {
        out = make(Kind::bind, at, std::move(keys.back().second), std::move(out));
        out->patterns.emplace_back().variable = keys.back().first;
    }
    return out;
}

// `[]`, `[K]`, `[F:T]`, `[F:]`, `[:T]` behind `base`.
TermPtr Parser::bracket(TermPtr base, bool dotted) {
    const auto at = base->at;
    lexer_.take();
    if (lexer_.peek().is("]")) {
        lexer_.take();
        return make(Kind::iterate, at, std::move(base));
    }
    TermPtr from, to;
    if (!lexer_.peek().is(":")) from = query();
    if (from && lexer_.peek().is("]")) {
        lexer_.take();
        return make(Kind::index, at, std::move(base), std::move(from));
    }
    if (dotted || !lexer_.peek().is(":")) lexer_.unexpected("]");
    lexer_.take();
    if (!lexer_.peek().is("]")) to = query();
    if (!from && !to) lexer_.unexpected("a bound");
    want("]");
    std::vector<TermPtr> parts;
    parts.push_back(std::move(base));
    parts.push_back(std::move(from));
    parts.push_back(std::move(to));
    return make(Kind::slice, at, std::move(parts));
}

TermPtr Parser::term() {
    const Token token = lexer_.peek();
    switch (token.kind) {
        case Token::Kind::number:
            lexer_.take();
            return literal(*readNumber(token.text), token.at);
        case Token::Kind::quote:
            return text("");
        case Token::Kind::format:
            return formatted();
        case Token::Kind::field:
            lexer_.take();
            return make(Kind::index, token.at, make(Kind::identity, token.at),
                        literal(std::string(token.text), token.at));
        case Token::Kind::variable: {
            lexer_.take();
            auto out = make(token.text == "__loc__" ? Kind::location : Kind::variable, token.at);
            out->name = token.text;
            return out;
        }
        case Token::Kind::name:
            return word();
        default:
            break;
    }
    if (token.is(".")) return dot();
    if (token.is("..")) {
        lexer_.take();
        return make(Kind::everything, token.at);
    }
    if (token.is("(")) {
        lexer_.take();
        auto out = query();
        want(")");
        return out;
    }
    if (token.is("[")) {
        lexer_.take();
        if (lexer_.peek().is("]")) {
            lexer_.take();
            return make(Kind::array, token.at);
        }
        auto content = query();
        want("]");
        return make(Kind::array, token.at, std::move(content));
    }
    if (token.is("{")) return object();
    lexer_.unexpected("an expression");
}

TermPtr Parser::dot() {
    const auto at = lexer_.take().at;
    auto out = make(Kind::identity, at);
    if (lexer_.peek().kind == Token::Kind::quote)
        return make(Kind::index, at, std::move(out), text(""));
    return out;
}

TermPtr Parser::word() {
    const Token token = lexer_.peek();
    if (token.text == "if") return choice();
    if (token.text == "try") return attempt();
    if (token.text == "reduce") return fold(Kind::reduce);
    if (token.text == "foreach") return fold(Kind::foreach);
    if (token.text == "break") {
        lexer_.take();
        if (lexer_.peek().kind != Token::Kind::variable) lexer_.unexpected("a $name");
        auto out = make(Kind::leave, token.at);
        out->name = lexer_.take().text;
        return out;
    }
    if (token.text == "import" || token.text == "include" || token.text == "module")
        lexer_.fail(token.at, "modules are not to be had in a workflow");
    if (token.text == "def" || token.text == "label")
        lexer_.fail(token.at, "put parentheses round " + std::string(token.text) + " …");
    if (isKeyword(token.text)) lexer_.unexpected("an expression");
    return call();
}

// `if C then A elif C then B else D end`; without `else` the input is the result.
TermPtr Parser::choice() {
    const Level level(*this);
    const auto at = lexer_.take().at;
    auto condition = query();
    wantWord("then");
    auto yes = query();
    TermPtr no;
    if (lexer_.peek().isWord("elif")) {
        no = choice();
    } else {
        if (lexer_.peek().isWord("else")) {
            lexer_.take();
            no = query();
        }
        wantWord("end");
    }
    return make(Kind::choice, at, std::move(condition), std::move(yes), std::move(no));
}

TermPtr Parser::attempt() {
    const Level level(*this);
    const auto at = lexer_.take().at;
    auto body = sign();
    TermPtr handler;
    if (lexer_.peek().isWord("catch")) {
        lexer_.take();
        handler = sign();
    }
    return make(Kind::attempt, at, std::move(body), std::move(handler));
}

// `reduce E as P (start; step)`, `foreach E as P (start; step; result)`.
TermPtr Parser::fold(Kind kind) {
    const Level level(*this);
    const auto at = lexer_.take().at;
    auto source = expression();
    auto bound = patterns();
    want("(");
    auto start = query();
    want(";");
    auto step = query();
    TermPtr result;
    if (kind == Kind::foreach && lexer_.peek().is(";")) {
        lexer_.take();
        result = query();
    }
    want(")");
    auto out =
        make(kind, at, std::move(source), std::move(start), std::move(step), std::move(result));
    out->patterns = std::move(bound);
    return out;
}

TermPtr Parser::call() {
    const Token name = lexer_.take();
    if (lexer_.peek().is("::")) lexer_.fail(name.at, "modules are not to be had in a workflow");
    std::vector<TermPtr> arguments;
    if (lexer_.peek().is("(")) {
        do {
            lexer_.take();
            arguments.push_back(query());
        } while (lexer_.peek().is(";"));
        want(")");
    }
    auto out = make(Kind::call, name.at, std::move(arguments));
    out->name = name.text;
    return out;
}

}  // namespace tenon::expr::syntax
