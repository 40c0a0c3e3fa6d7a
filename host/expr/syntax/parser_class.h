// SPDX-License-Identifier: Apache-2.0
// The parser itself, for the files that it is written in.
#pragma once

#include "expr/syntax/lexer.h"
#include "expr/syntax/tree.h"

namespace tenon::expr::syntax {

class Parser {
  public:
    explicit Parser(std::string_view text) : lexer_(text) {}

    TermPtr whole();
    std::unique_ptr<Function> function();

  private:
    using Kind = Term::Kind;

    // parser.cpp: what stands between terms.
    TermPtr query();
    TermPtr part();  // of a pipe
    TermPtr expression();
    TermPtr update();
    TermPtr disjunction();
    TermPtr conjunction();
    TermPtr comparison();
    TermPtr sum();
    TermPtr product();
    TermPtr sign();

    // patterns.cpp
    std::vector<Pattern> patterns();
    Pattern pattern();
    Pattern::Entry patternEntry();

    // terms.cpp: terms, and what stands behind them; objects.cpp, texts.cpp.
    TermPtr postfix();
    TermPtr term();
    TermPtr dot();
    TermPtr bracket(TermPtr base, bool dotted);
    TermPtr tolerant(TermPtr step);
    TermPtr word();
    TermPtr choice();
    TermPtr attempt();
    TermPtr fold(Kind kind);
    TermPtr call();
    TermPtr object();
    void member(Term& object);
    TermPtr memberValue();
    TermPtr formatted();
    TermPtr text(const std::string& format);
    std::string escaped(std::size_t& at);
    std::uint32_t hex(std::size_t at) const;

    TermPtr make(Kind kind, std::size_t at, std::vector<TermPtr> parts = {});
    TermPtr make(Kind kind, std::size_t at, TermPtr a, TermPtr b = nullptr, TermPtr c = nullptr,
                 TermPtr d = nullptr);
    TermPtr literal(Value value, std::size_t at);
    TermPtr measured(TermPtr term) const;
    void want(std::string_view sign);
    void wantWord(std::string_view word);

    // Each level of brackets counts: the parser calls itself for it.
    struct Level {
        explicit Level(Parser& parser);
        ~Level() { --parser_.levels_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        Parser& parser_;
    };

    Lexer lexer_;
    int levels_ = 0;
};

}  // namespace tenon::expr::syntax
