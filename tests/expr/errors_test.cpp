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
    CPPUNIT_TEST(helpsWhoComesFromElsewhere);
    CPPUNIT_TEST(saysTheFaultsOfAllExpressions);
    CPPUNIT_TEST(isAnErrorOfTheLanguage);
    CPPUNIT_TEST(takesTheFirstResultAndNullForNone);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void saysWhatAPathMet() {
        const char* data = R"({"i": 1, "r": 1.5, "s": "x", "b": true, "l": [1], "o": {"a": 1}})";
        same("error: Cannot index number with string (\"a\").", evaluated(".i.a", data));
        same("error: Cannot index number with string (\"a\").", evaluated(".r.a", data));
        same("error: Cannot index string with string (\"a b\").", evaluated(".s[\"a b\"]", data));
        same("error: Cannot index boolean with string (\"a\").", evaluated(".b.a", data));
        same("error: Cannot index array with string (\"a\").", evaluated(".l.a", data));
        same("error: Cannot index number with string (\"b\").", evaluated(".o.a.b.c", data));
        same("error: Cannot index object with number (0).", evaluated(".o[0]", data));
        same("error: Cannot index string with number (-1).", evaluated(".s[-1]", data));
        same("error: Cannot index number with number (0).", evaluated("\"\\(.i[0])\"", data));
    }
    void saysWhatJqSays() {
        same("error: Cannot index number with string (\"a\").", evaluated("(.i.a)", R"({"i":1})"));
        same("error: number (1) and string (\"x\") cannot be added.",
             evaluated(".a + .b", R"({"a":1,"b":"x"})"));
        same("error: mine.", evaluated("error(\"mine\")"));
        same("error: {\"a\":1}.", evaluated("error({a: 1})"));
        same("error: Cannot iterate over null (null).", evaluated(".[]"));
        same("error: Cannot iterate over number (5).", evaluated(".[]", "5"));
    }
    void saysWhatIsWrongWithTheText() {
        same("fault: the expression is empty", evaluated("${ }"));
        same("fault: the expression is empty", evaluated("  "));
        same("fault: $x is not known; known are ", evaluated("$x.a"));
        const auto fault = [](const std::string& text, const std::string& expression) {
            same("fault: the expression is not jq: " + text, evaluated(expression));
        };
        fault("unexpected ], wanted ), at column 4", "(.a]");
        fault("unexpected the end, wanted }, at column 6", "{a: 1");
        fault("a text is not closed, at column 1", "\"a\\\"");
        fault("unexpected the end, wanted ), at column 6", "\"\\(.a");
        fault("unexpected the end, wanted ), at column 7", "(1 # )");
        fault("unexpected the end, wanted an expression, at column 5", ".a +");
        fault("unexpected ^, at column 1", "^");
        fault("unexpected ü, at column 4", ".a ü");
        fault("unexpected b, wanted an operator or the end, in line 2 of it, at column 4",
              ".a |\n b b");
        fault("nope/1 is not defined, at column 1", "nope(1)");
        fault("there is no label $x round this break, at column 1", "break $x");
        fault("there is no format @nope, at column 6", ".a | @nope");
        fault("this is no escape of a text, at column 2", "\"\\x\"");
        same("fault: $__prog_args is not known; known are ", evaluated("[$__prog_args]"));
        same("9007199254740994", evaluated(". + 9007199254740993", "1"));
        same("1", evaluated("{a9007199254740993: 1} | .a9007199254740993"));
        same("\"9007199254740993\"", evaluated("(\"9007199254740993\")"));
    }
    // What people write who come from elsewhere.
    void helpsWhoComesFromElsewhere() {
        const auto fault = [](const std::string& text, const std::string& expression) {
            same("fault: the expression is not jq: " + text, evaluated(expression));
        };
        fault("texts stand in double quotes: \"…\", not '…', at column 6", ".a + 'b'");
        fault("there is no &&; write: and, at column 4", ".a && .b");
        fault("there is no ||; write: or, at column 4", ".a || .b");
        fault("there is no !; write: … | not, at column 1", "!.a");
        fault("lower/0 is not defined; write: ascii_downcase, at column 6", ".a | lower");
        fault("toUpperCase/0 is not defined; write: ascii_upcase, at column 1", "toUpperCase");
        fault("uuid/0 is not defined; write: $workflow.id, or a step that makes one, at column 1",
              "uuid");
        fault("tostrng/0 is not defined; did you mean \"tostring\"?, at column 6", ".a | tostrng");
        fault("Select/1 is not defined; did you mean \"select\"?, at column 1", "Select(.a)");
        fault("total/0 is not defined; did you mean \"totals\"?, at column 18",
              "def totals: add; total");
        fault("map/0 is not defined; map takes 1 argument, at column 1", "map");
        fault("range/0 is not defined; range takes 1, 2 or 3 arguments, at column 1", "range");
        fault("length/1 is not defined; length takes no argument, at column 1", "length(.a)");
        fault("sub/1 is not defined; sub takes 2 or 3 arguments, at column 1", "sub(\"a\")");
        fault("replace/2 is not defined; write: gsub(\"a\"; \"b\"), at column 6",
              ".a | replace(\"a\"; \"b\")");
        tenon::expr::Compiler compiler({"context", "secrets"});
        static_cast<void>(compiler.expression("$secret.a", "x"));
        same("$secret is not known; did you mean $secrets?; known are $context, $secrets",
             compiler.finish().front().text());
        same("\"Hello x\"", evaluated("{message: \"Hello \" + .b} | .message", R"({"b":"x"})"));
    }
    void saysTheFaultsOfAllExpressions() {
        tenon::expr::Compiler compiler({"a", "b"});
        const char* texts[] = {"(.a", ".a + 1", "$c", "foo", "[$d]", ".b | .a"};
        for (const char* text : texts) compiler.expression(text, text);
        std::string found;
        for (const auto& fault : compiler.finish())
            found += fault.pointer + ": " + fault.text() + "\n";
        same(
            "(.a: the expression is not jq: unexpected the end, wanted ), at column 4\n"
            "$c: $c is not known; known are $a, $b\n"
            "foo: the expression is not jq: foo/0 is not defined, at column 1; if the text is "
            "meant as it stands, write ${ \"…\" }\n"
            "[$d]: $d is not known; known are $a, $b\n",
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
};
CPPUNIT_TEST_SUITE_REGISTRATION(ExpressionErrorsTest);
