// SPDX-License-Identifier: Apache-2.0
#include "expr/syntax/parser.h"

#include <algorithm>
#include <array>

#include "expr/syntax/parser_class.h"

namespace tenon::expr::syntax {
namespace {

constexpr int kBrackets = 200;           // inside each other
constexpr std::uint32_t kTerms = 1'000;  // inside each other, brackets or not

template <std::size_t n>
bool isOne(const Token& token, const std::array<std::string_view, n>& signs) {
    return token.kind == Token::Kind::sign &&
           std::find(signs.begin(), signs.end(), token.text) != signs.end();
}

constexpr std::array<std::string_view, 8> kUpdates{"=", "|=", "+=", "-=", "*=", "/=", "%=", "//="};
constexpr std::array<std::string_view, 6> kComparisons{"==", "!=", "<", "<=", ">", ">="};
constexpr std::array<std::string_view, 2> kSums{"+", "-"};
constexpr std::array<std::string_view, 3> kProducts{"*", "/", "%"};

}  // namespace

TermPtr parse(std::string_view text) { return Parser(text).whole(); }
std::unique_ptr<Function> parseFunction(std::string_view text) { return Parser(text).function(); }

Parser::Level::Level(Parser& parser) : parser_(parser) {
    if (++parser.levels_ > kBrackets)
        parser.lexer_.fail(parser.lexer_.peek().at, "this is nested too deep");
}

TermPtr Parser::make(Kind kind, std::size_t at, std::vector<TermPtr> parts) {
    auto out = std::make_unique<Term>();
    out->kind = kind;
    out->at = at;
    out->parts = std::move(parts);
    return measured(std::move(out));
}

TermPtr Parser::make(Kind kind, std::size_t at, TermPtr a, TermPtr b, TermPtr c, TermPtr d) {
    std::vector<TermPtr> parts;
    parts.push_back(std::move(a));
    if (b || c || d) parts.push_back(std::move(b));
    if (c || d) parts.push_back(std::move(c));
    if (d) parts.push_back(std::move(d));
    return make(kind, at, std::move(parts));
}

TermPtr Parser::measured(TermPtr term) const {
    for (const auto& part : term->parts)
        if (part) term->depth = std::max(term->depth, part->depth + 1);
    if (term->depth > kTerms) lexer_.fail(term->at, "this is nested too deep");
    return term;
}

TermPtr Parser::literal(Value value, std::size_t at) {
    auto out = make(Kind::literal, at);
    out->value = std::move(value);
    return out;
}

void Parser::want(std::string_view sign) {
    if (!lexer_.peek().is(sign)) lexer_.unexpected(sign);
    lexer_.take();
}

void Parser::wantWord(std::string_view word) {
    if (!lexer_.peek().isWord(word)) lexer_.unexpected(word);
    lexer_.take();
}

TermPtr Parser::whole() {
    auto out = query();
    if (lexer_.peek().kind != Token::Kind::end) lexer_.unexpected("an operator or the end");
    return out;
}

// Pipes may be long: they are gathered, and joined from the right.
TermPtr Parser::query() {
    const Level level(*this);
    std::vector<TermPtr> stages;
    for (;;) {
        auto stage = part();
        while (lexer_.peek().is(",")) {
            lexer_.take();
            const auto at = stage->at;
            stage = make(Kind::comma, at, std::move(stage), part());
        }
        stages.push_back(std::move(stage));
        if (!lexer_.peek().is("|")) break;
        lexer_.take();
    }
    auto out = std::move(stages.back());
    for (stages.pop_back(); !stages.empty(); stages.pop_back()) {
        const auto at = stages.back()->at;
        out = make(Kind::pipe, at, std::move(stages.back()), std::move(out));
    }
    return out;
}

// `def …; Q`, `label $x | Q`, `E as P | Q`: each reaches to the end of what it stands in.
TermPtr Parser::part() {
    const auto at = lexer_.peek().at;
    if (lexer_.peek().isWord("def")) {
        auto defined = function();
        if (lexer_.peek().kind == Token::Kind::end)
            lexer_.unexpected("an expression behind the functions");
        auto out = make(Kind::define, at, query());
        out->function = std::move(defined);
        return out;
    }
    if (lexer_.peek().isWord("label")) {
        lexer_.take();
        if (lexer_.peek().kind != Token::Kind::variable) lexer_.unexpected("a $name");
        std::string name(lexer_.take().text);
        want("|");
        auto out = make(Kind::label, at, query());
        out->name = std::move(name);
        return out;
    }
    auto out = expression();
    if (!lexer_.peek().isWord("as")) return out;
    auto bound = patterns();
    want("|");
    out = make(Kind::bind, at, std::move(out), query());
    out->patterns = std::move(bound);
    return out;
}

// `def name(a; $b): body;`
std::unique_ptr<Function> Parser::function() {
    const Level level(*this);
    auto out = std::make_unique<Function>();
    out->at = lexer_.peek().at;
    wantWord("def");
    if (lexer_.peek().kind != Token::Kind::name || isKeyword(lexer_.peek().text))
        lexer_.unexpected("a name");
    out->name = lexer_.take().text;
    if (lexer_.peek().is("(")) {
        do {
            lexer_.take();
            const Token parameter = lexer_.peek();
            const bool value = parameter.kind == Token::Kind::variable;
            if (!value && (parameter.kind != Token::Kind::name || isKeyword(parameter.text)))
                lexer_.unexpected("a parameter");
            lexer_.take();
            out->parameters.push_back((value ? "$" : "") + std::string(parameter.text));
        } while (lexer_.peek().is(";"));
        want(")");
    }
    want(":");
    out->body = query();
    want(";");
    return out;
}

TermPtr Parser::expression() {
    std::vector<TermPtr> choices;
    choices.push_back(update());
    while (lexer_.peek().is("//")) {
        lexer_.take();
        choices.push_back(update());
    }
    auto out = std::move(choices.back());
    for (choices.pop_back(); !choices.empty(); choices.pop_back()) {
        const auto at = choices.back()->at;
        out = make(Kind::alternative, at, std::move(choices.back()), std::move(out));
    }
    return out;
}

TermPtr Parser::update() {
    auto left = disjunction();
    if (!isOne(lexer_.peek(), kUpdates)) return left;
    std::string sign(lexer_.take().text);
    const auto at = left->at;
    auto out = make(Kind::update, at, std::move(left), disjunction());
    out->name = std::move(sign);
    if (isOne(lexer_.peek(), kUpdates)) lexer_.unexpected("parentheses round one of the two");
    return out;
}

TermPtr Parser::disjunction() {
    auto left = conjunction();
    while (lexer_.peek().isWord("or")) {
        lexer_.take();
        const auto at = left->at;
        left = make(Kind::disjunction, at, std::move(left), conjunction());
    }
    return left;
}

TermPtr Parser::conjunction() {
    auto left = comparison();
    while (lexer_.peek().isWord("and")) {
        lexer_.take();
        const auto at = left->at;
        left = make(Kind::conjunction, at, std::move(left), comparison());
    }
    return left;
}

TermPtr Parser::comparison() {
    auto left = sum();
    if (!isOne(lexer_.peek(), kComparisons)) return left;
    std::string sign(lexer_.take().text);
    const auto at = left->at;
    auto out = make(Kind::binary, at, std::move(left), sum());
    out->name = std::move(sign);
    if (isOne(lexer_.peek(), kComparisons)) lexer_.unexpected("parentheses round one of the two");
    return out;
}

TermPtr Parser::sum() {
    auto left = product();
    while (isOne(lexer_.peek(), kSums)) {
        std::string sign(lexer_.take().text);
        const auto at = left->at;
        left = make(Kind::binary, at, std::move(left), product());
        left->name = std::move(sign);
    }
    return left;
}

TermPtr Parser::product() {
    auto left = sign();
    while (isOne(lexer_.peek(), kProducts)) {
        std::string sign(lexer_.take().text);
        const auto at = left->at;
        left = make(Kind::binary, at, std::move(left), this->sign());
        left->name = std::move(sign);
    }
    return left;
}

TermPtr Parser::sign() {
    if (!lexer_.peek().is("-")) return postfix();
    const Level level(*this);
    const auto at = lexer_.take().at;
    return make(Kind::negate, at, sign());
}

}  // namespace tenon::expr::syntax
