// SPDX-License-Identifier: Apache-2.0
#include "expr/syntax/lexer.h"

#include <algorithm>
#include <array>

namespace tenon::expr::syntax {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool inName(char c) { return letter(c) || digit(c); }

// The longest first.
constexpr std::array<std::string_view, 34> kSigns{
    "//=", "::", "|=", "+=", "-=", "*=", "/=", "%=", "==", "!=", "<=", ">=",
    "//",  "..", "=",  "<",  ">",  "+",  "-",  "*",  "/",  "%",  "|",  ",",
    ".",   "[",  "]",  "(",  ")",  "{",  "}",  ":",  ";",  "?"};

constexpr std::array<std::string_view, 20> kKeywords{
    "__loc__", "and", "as",      "break", "catch",  "def",        "elif",
    "else",    "end", "foreach", "if",    "import", "include",    "label",
    "module",  "or",  "reduce",  "then",  "try",    "__prog_args"};

}  // namespace

bool isKeyword(std::string_view word) {
    return std::find(kKeywords.begin(), kKeywords.end(), word) != kKeywords.end();
}

void Lexer::fail(std::size_t at, std::string text) const { throw SyntaxError{at, std::move(text)}; }

void Lexer::unexpected(std::string_view wanted) const {
    std::string found = "the end";
    if (next_.kind != Token::Kind::end) {
        std::size_t end = next_.at + 1;
        if (next_.kind != Token::Kind::quote)
            end = static_cast<std::size_t>(next_.text.data() + next_.text.size() - text_.data());
        found = std::string(text_.substr(next_.at, std::min<std::size_t>(end - next_.at, 40)));
    }
    std::string text = "unexpected " + found;
    if (!wanted.empty()) text += ", wanted " + std::string(wanted);
    fail(next_.at, std::move(text));
}

bool Lexer::stands(std::string_view what) const { return text_.substr(next_.at).starts_with(what); }

void Lexer::skip(std::string_view what) { continueAt(next_.at + what.size()); }

// A comment ends with its line, unless an odd number of backslashes stands before that.
void Lexer::skipBlanks() {
    for (; at_ < text_.size(); ++at_) {
        if (text_[at_] == '#') {
            bool escaped = false;
            for (; at_ < text_.size(); ++at_) {
                if (text_[at_] == '\n' && !escaped) break;
                if (text_[at_] == '\r' && text_.substr(at_ + 1, 1) == "\n") continue;
                escaped = text_[at_] == '\\' && !escaped;
            }
            if (at_ == text_.size()) return;
        }
        if (std::string_view(" \t\r\n").find(text_[at_]) == std::string_view::npos) return;
    }
}

void Lexer::strange(std::size_t at) const {
    const char c = text_[at];
    const std::string_view rest = text_.substr(at);
    if (c == '\'') fail(at, "texts stand in double quotes: \"…\", not '…'");
    if (rest.starts_with("&&")) fail(at, "there is no &&; write: and");
    if (c == '!') fail(at, "there is no !; write: … | not");
    if (c == '&') fail(at, "unexpected &");
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) fail(at, "a control character stands here");
    std::size_t size = 1;
    while (byte >= 0xc0 && size < 4 && at + size < text_.size() &&
           (static_cast<unsigned char>(text_[at + size]) & 0xc0) == 0x80)
        ++size;
    fail(at, "unexpected " + std::string(text_.substr(at, size)));
}

Token Lexer::word(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && inName(text_[end])) ++end;
    return {Token::Kind::name, text_.substr(at, end - at), at};
}

void Lexer::advance() {
    skipBlanks();
    next_ = {Token::Kind::end, text_.substr(at_, 0), at_};
    if (at_ >= text_.size()) return;
    const char c = text_[at_], after = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (letter(c)) {
        next_ = word(at_);
    } else if ((c == '.' || c == '$' || c == '@') && letter(after)) {
        next_ = word(at_ + 1);
        next_.at = at_;
        next_.kind = c == '.'   ? Token::Kind::field
                     : c == '$' ? Token::Kind::variable
                                : Token::Kind::format;
    } else if (digit(c) || (c == '.' && digit(after))) {
        std::size_t end = at_;
        while (end < text_.size() && digit(text_[end])) ++end;
        if (end < text_.size() && text_[end] == '.') ++end;
        while (end < text_.size() && digit(text_[end])) ++end;
        if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
            std::size_t e = end + 1;
            if (e < text_.size() && (text_[e] == '+' || text_[e] == '-')) ++e;
            if (e < text_.size() && digit(text_[e])) {
                while (e < text_.size() && digit(text_[e])) ++e;
                end = e;
            }
        }
        if (end < text_.size() && letter(text_[end])) fail(at_, "this is no number");
        next_ = {Token::Kind::number, text_.substr(at_, end - at_), at_};
    } else if (c == '"') {
        next_ = {Token::Kind::quote, text_.substr(at_, 1), at_};
    } else {
        if (text_.substr(at_).starts_with("||")) fail(at_, "there is no ||; write: or");
        const auto sign = std::find_if(kSigns.begin(), kSigns.end(),
                                       [&](auto s) { return text_.substr(at_).starts_with(s); });
        if (sign == kSigns.end()) strange(at_);
        next_ = {Token::Kind::sign, text_.substr(at_, sign->size()), at_};
    }
    at_ = static_cast<std::size_t>(next_.text.data() + next_.text.size() - text_.data());
}

}  // namespace tenon::expr::syntax
