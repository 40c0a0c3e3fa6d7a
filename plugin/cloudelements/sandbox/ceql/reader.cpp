// SPDX-License-Identifier: Apache-2.0
#include <Poco/NumberParser.h>
#include <Poco/String.h>

#include "ceql/ceql.h"
#include "ceql/lexer.h"

namespace cloudelements::sandbox::ceql {
namespace {

using Kind = Condition::Kind;

constexpr int kDeepest = 100;

class Reader {
  public:
    explicit Reader(std::string_view text) : tokens_(tokensOf(text)) {}

    Condition whole() {
        if (now().kind == Token::Kind::end) return {};
        Condition out = alternatives(0);
        if (now().kind != Token::Kind::end) wanted("AND, OR or the end");
        return out;
    }

  private:
    [[nodiscard]] const Token& now() const { return tokens_[at_]; }
    [[nodiscard]] bool isSign(const char* sign) const {
        return now().kind == Token::Kind::sign && now().text == sign;
    }
    [[nodiscard]] bool isKeyword(const char* word) const {
        return now().kind == Token::Kind::word && Poco::icompare(now().text, word) == 0;
    }
    bool takeKeyword(const char* word) {
        const bool is = isKeyword(word);
        if (is) ++at_;
        return is;
    }
    void take(const char* sign) {
        if (!isSign(sign)) wanted(std::string("\"") + sign + "\"");
        ++at_;
    }
    [[noreturn]] void wanted(const std::string& what) const {
        throw Unreadable("at character " + std::to_string(now().at) + " wanted " + what +
                         ", found " +
                         (now().kind == Token::Kind::end ? "the end" : "\"" + now().text + "\""));
    }

    Condition alternatives(int depth) {
        Condition out = sequence(depth);
        if (!isKeyword("OR")) return out;
        Condition any{Kind::any, {std::move(out)}, "", {}};
        while (takeKeyword("OR")) any.parts.push_back(sequence(depth));
        return any;
    }
    Condition sequence(int depth) {
        Condition out = single(depth);
        if (!isKeyword("AND")) return out;
        Condition all{Kind::all, {std::move(out)}, "", {}};
        while (takeKeyword("AND")) all.parts.push_back(single(depth));
        return all;
    }
    Condition single(int depth) {
        if (isSign("(")) {
            if (depth == kDeepest) throw Unreadable("more than 100 brackets are inside each other");
            ++at_;
            Condition out = alternatives(depth + 1);
            take(")");
            return out;
        }
        if (now().kind != Token::Kind::word) wanted("a field");
        Condition out;
        out.field = tokens_[at_++].text;
        readTest(out);
        return out;
    }

    void readTest(Condition& out) {
        if (takeKeyword("IS")) {
            out.kind = takeKeyword("NOT") ? Kind::some : Kind::null;
            if (!takeKeyword("NULL")) wanted("NULL");
        } else if (takeKeyword("IN")) {
            out.kind = Kind::in;
            take("(");
            out.with.push_back(operand());
            while (isSign(",")) {
                ++at_;
                out.with.push_back(operand());
            }
            take(")");
        } else {
            out.kind = comparison();
            out.with.push_back(operand());
        }
    }
    Kind comparison() {
        if (takeKeyword("LIKE")) return Kind::like;
        constexpr std::pair<const char*, Kind> kinds[] = {
            {"=", Kind::equal},   {"!=", Kind::unequal}, {"<>", Kind::unequal}, {"<", Kind::less},
            {"<=", Kind::atMost}, {">=", Kind::atLeast}, {">", Kind::more}};
        for (const auto& [sign, kind] : kinds)
            if (isSign(sign)) {
                ++at_;
                return kind;
            }
        wanted("a comparison (= != < > <= >= LIKE IN IS NULL)");
    }
    // A text in quotes, or a number or a boolean without.
    Operand operand() {
        const Token& token = now();
        double number = 0;
        const bool bare = token.kind == Token::Kind::word &&
                          (Poco::NumberParser::tryParseFloat(token.text, number) ||
                           isKeyword("true") || isKeyword("false"));
        if (token.kind != Token::Kind::text && !bare)
            wanted("a text in single quotes, a number, true or false");
        ++at_;
        return operandOf(token.text);
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

}  // namespace

Condition read(std::string_view text) { return Reader(text).whole(); }

}  // namespace cloudelements::sandbox::ceql
