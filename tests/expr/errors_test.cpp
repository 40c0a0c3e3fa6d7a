// SPDX-License-Identifier: Apache-2.0
// What an expression says when it cannot be evaluated, or not even compiled.
#include <cppunit/extensions/HelperMacros.h>

#include "expr/evaluated.h"

using support::evaluated;

class ExpressionErrorsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ExpressionErrorsTest);
    CPPUNIT_TEST(saysWhatAPathMet);
    CPPUNIT_TEST(saysWhatJqSays);
    CPPUNIT_TEST(saysWhatIsWrongWithTheText);
    CPPUNIT_TEST(saysTheFaultsOfAllExpressions);
    CPPUNIT_TEST(isAnErrorOfTheLanguage);
    CPPUNIT_TEST(takesTheFirstResultAndNullForNone);
    CPPUNIT_TEST(takesMoreExpressionsThanJqTakesAtOnce);
    CPPUNIT_TEST(compilesAloneWhatIsTooLongTogether);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void saysWhatAPathMet() {
        const char* data = R"({"i": 1, "r": 1.5, "s": "x", "b": true, "l": [1], "o": {"a": 1}})";
        same("error: Cannot take the member \"a\" of an integer.", evaluated(".i.a", data));
        same("error: Cannot take the member \"a\" of a number.", evaluated(".r.a", data));
        same("error: Cannot take the member \"a b\" of a string.", evaluated(".s[\"a b\"]", data));
        same("error: Cannot take the member \"a\" of a boolean.", evaluated(".b.a", data));
        same("error: Cannot take the member \"a\" of an array.", evaluated(".l.a", data));
        same("error: Cannot take the member \"b\" of an integer.", evaluated(".o.a.b.c", data));
        same("error: Cannot take the item 0 of an object.", evaluated(".o[0]", data));
        same("error: Cannot take the item -1 of a string.", evaluated(".s[-1]", data));
        same("error: Cannot take the item 0 of an integer.", evaluated("\"\\(.i[0])\"", data));
    }
    void saysWhatJqSays() {
        same("error: Cannot index number with string \"a\".", evaluated("(.i.a)", R"({"i":1})"));
        same("error: number (1) and string (\"x\") cannot be added.",
             evaluated(".a + .b", R"({"a":1,"b":"x"})"));
        same("error: mine.", evaluated("error(\"mine\")"));
        same("error: {\"a\":1}.", evaluated("error({a: 1})"));
        same("error: Cannot iterate over null (null).", evaluated(".[]"));
    }
    void saysWhatIsWrongWithTheText() {
        same("fault: the expression is empty", evaluated("${ }"));
        same("fault: the expression is empty", evaluated("  "));
        same("fault: $x is not known; known are ", evaluated("$x.a"));
        same("fault: the expression is not jq: a ] closes nothing", evaluated("(.a]"));
        same("fault: the expression is not jq: a { is not closed", evaluated("{a: 1"));
        same("fault: the expression is not jq: a text is not closed", evaluated("\"a\\\""));
        same("fault: the expression is not jq: a ( is not closed", evaluated("\"\\(.a"));
        same("fault: the expression is not jq: a ( is not closed", evaluated("(1 # )"));
        same("fault: the expression is not jq: syntax error, unexpected ')' or end",
             evaluated(".a +"));
        same("fault: the expression is not jq: syntax error, unexpected INVALID_CHARACTER",
             evaluated("^"));
        same("fault: the expression is not jq: nope/1 is not defined", evaluated("nope(1)"));
        same("fault: the expression is not jq: $__prog_args is not defined",
             evaluated("[$__prog_args]"));
        same(
            "fault: the expression is not jq: the integer 9007199254740993 is too large for jq, "
            "which computes in doubles",
            evaluated(". + 9007199254740993"));
        same("9007199254740992", evaluated(". + 9007199254740992"));
        same("1", evaluated("{a9007199254740993: 1} | .a9007199254740993"));
        same("\"9007199254740993\"", evaluated("(\"9007199254740993\")"));
    }
    void saysTheFaultsOfAllExpressions() {
        tenon::expr::Compiler compiler({"a", "b"});
        const char* texts[] = {"(.a", ".a + 1", "$c", "foo", "[$d]", ".b | .a"};
        for (const char* text : texts) compiler.expression(text, text);
        std::string found;
        for (const auto& fault : compiler.finish())
            found += fault.pointer + ": " + fault.text + "\n";
        same(
            "$c: $c is not known; known are $a, $b\n"
            "(.a: the expression is not jq: a ( is not closed\n"
            "foo: the expression is not jq: foo/0 is not defined; if the text is meant as it "
            "stands, write ${ \"…\" }\n"
            "[$d]: the expression is not jq: $d is not defined\n",
            found);
    }
    void isAnErrorOfTheLanguage() {
        tenon::expr::Compiler compiler({});
        const auto native = compiler.expression(".a", ""), jq = compiler.expression("(.a)", "");
        CPPUNIT_ASSERT(compiler.finish().empty());
        for (const auto& expression : {native, jq}) {
            const auto result = expression.evaluate(support::scopeOf("1"));
            CPPUNIT_ASSERT(!result);
            CPPUNIT_ASSERT(result.error().kind == tenon::ErrorKind::expression);
            CPPUNIT_ASSERT_EQUAL(400, result.error().status);
            same("expression", result.error().title);
        }
    }
    void takesTheFirstResultAndNullForNone() {
        same("1", evaluated("1, 2, 3"));
        same("null", evaluated("empty"));
        same("0", evaluated("range(0; 10)"));
        same("1", evaluated("1, error(\"later\")"));
        same("null", evaluated(".[]", "[]"));
    }
    void takesMoreExpressionsThanJqTakesAtOnce() {
        tenon::expr::Compiler compiler({});
        std::vector<tenon::expr::Expression> many;
        for (int i = 0; i < 2000; ++i)
            many.push_back(compiler.expression("[" + std::to_string(i) + ", .]", ""));
        CPPUNIT_ASSERT(compiler.finish().empty());
        for (const int i : {0, 199, 200, 1999})
            same("[" + std::to_string(i) + ",true]",
                 tenon::json::write(
                     many[static_cast<std::size_t>(i)].evaluate(support::scopeOf("true")).value()));
    }
    void compilesAloneWhatIsTooLongTogether() {
        std::string list = ".";
        for (int i = 0; i < 300; ++i) list += ", .a";
        tenon::expr::Compiler compiler({});
        std::vector<tenon::expr::Expression> some;
        for (int i = 0; i < 40; ++i)
            some.push_back(
                compiler.expression("[" + list + "] | length + " + std::to_string(i), ""));
        CPPUNIT_ASSERT(compiler.finish().empty());
        for (const int i : {0, 39})
            same(std::to_string(301 + i),
                 tenon::json::write(
                     some[static_cast<std::size_t>(i)].evaluate(support::scopeOf("{}")).value()));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ExpressionErrorsTest);
