// SPDX-License-Identifier: Apache-2.0
// The words of the language. A text in quotes is begun here and read by the parser, for it may hold
// whole expressions.
#pragma once

#include <string>
#include <string_view>

namespace tenon::expr::syntax {

// What is wrong with a text, and where.
struct SyntaxError {
    std::size_t at;
    std::string text;
};

struct Token {
    enum class Kind { end, name, field, variable, number, quote, format, sign };
    Kind kind = Kind::end;
    std::string_view text;  // without the `.`, `$` or `@` of a field, variable or format
    std::size_t at = 0;

    [[nodiscard]] bool is(std::string_view sign) const {
        return kind == Kind::sign && text == sign;
    }
    [[nodiscard]] bool isWord(std::string_view word) const {
        return kind == Kind::name && text == word;
    }
};

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) { advance(); }

    [[nodiscard]] const Token& peek() const { return next_; }
    Token take() {
        Token out = next_;
        advance();
        return out;
    }
    [[nodiscard]] std::string_view text() const { return text_; }
    // Does this stand where the next word would? (`?//` is no word, for `.a?//.b` has two.)
    [[nodiscard]] bool stands(std::string_view what) const;
    void skip(std::string_view what);

    // Right behind an opening quote, and back from there: the parser reads the text itself.
    [[nodiscard]] std::size_t behindQuote() const { return next_.at + 1; }
    void continueAt(std::size_t at) {
        at_ = at;
        advance();
    }

    [[noreturn]] void fail(std::size_t at, std::string text) const;
    // "unexpected X": what stands there is not what was wanted.
    [[noreturn]] void unexpected(std::string_view wanted) const;

  private:
    void advance();
    void skipBlanks();
    [[nodiscard]] Token word(std::size_t at) const;
    [[noreturn]] void strange(std::size_t at) const;

    std::string_view text_;
    std::size_t at_ = 0;
    Token next_;
};

bool isKeyword(std::string_view word);

}  // namespace tenon::expr::syntax
