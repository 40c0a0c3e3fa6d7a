// SPDX-License-Identifier: Apache-2.0
// What ends the process, hangs or fills the memory in one jq or another: each is evaluated three
// times, for some of it came only with the second.
#include <cppunit/extensions/HelperMacros.h>

#include "expr/evaluated.h"
#include "support/stack.h"

using support::evaluated;

class SurvivesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SurvivesTest);
    CPPUNIT_TEST(leavesNoGeneratorUnfinished);
    CPPUNIT_TEST(outlivesAFailedAssertion);
    CPPUNIT_TEST(outlivesDeepValues);
    CPPUNIT_TEST(readsTextsOfAnyLength);
    CPPUNIT_TEST(takesTheFirstResultWhateverComesLater);
    CPPUNIT_TEST(bindsVariablesAsBefore);
    CPPUNIT_TEST_SUITE_END();

    static constexpr tenon::expr::Bounds kBounds{.bytes = std::size_t{32} << 20,
                                                 .stack = support::kFrames * 4 << 20};
    static void same(const std::string& expected, const std::string& expression,
                     const std::string& data = "null") {
        const auto scope = support::scopeOf(data);
        tenon::expr::Compiler compiler({});
        const auto compiled = compiler.expression(expression, "/x");
        const auto faults = compiler.finish();
        for (std::size_t i = 0; i < 3 / support::kFrames + 1; ++i) {
            const auto result = faults.empty() ? compiled.evaluate(scope, kBounds) : tenon::Value();
            CPPUNIT_ASSERT_EQUAL_MESSAGE(expression.substr(0, 80), expected,
                                         !faults.empty() ? "fault: " + faults.front().text()
                                         : result        ? tenon::json::write(result.value())
                                                         : "error: " + result.error().detail);
        }
    }
    static std::string full() {
        return "error: The expression has made more than 33,554,432 bytes of data. Does a loop not "
               "end?";
    }
    static std::string many(const std::string& text, int count) {
        std::string out;
        for (int i = 0; i < count; ++i) out += text;
        return out;
    }

    void leavesNoGeneratorUnfinished() {
        same(R"(["a"])", R"({"a": 1, "b": 2} | first(paths))");
        same("false", R"({"a": 1, "b": 2} | isempty(paths))");
        same(R"(["b",0])", "path(.b[])", R"({"b": [1, 2]})");
        same("1", R"({"a": 1, "b": 2} | if (paths | length > 0) then 1 else 2 end)");
        same(R"(["a"])", "paths", R"({"a": 1, "b": 2})");
        same("[]", "path(..)", R"({"a": [1, [2]]})");
        same(R"(["a"])", "path(.a, .b)", "{}");
        same(R"(["a"])", "paths(type == \"number\")", R"({"a": 1, "b": 2})");
        same(R"({"b":2})", "del(.a, .b | select(. == 1)), del(.b)", R"({"a": 1, "b": 2})");
        same(R"({"a":2,"b":2})", "(.a += (1, 2)), .", R"({"a": 1, "b": 2})");
        same(R"(["a"])", "label $x | paths | (., break $x)", R"({"a": 1, "b": 2})");
        same("1", "any(paths; length == 1) | 1", R"({"a": 1, "b": 2})");
        same("1", "first(.[] | getpath(paths))", R"([{"a": 1, "b": 2}])");
        same("0", "limit(3; range(100000000))");
        same("1", "1, (2 | repeat(. + 1))");
        same("error: x.", "path(.a, error(\"x\")), error(\"y\") | select(length == 9)", "{}");
    }
    void outlivesAFailedAssertion() {
        same("[1,2]", "[1, 2] | .[nan:nan]");
        same("[3,2]", "[1, 2] | .[nan:1] = [3]");
        same("[1,2]", "[1, 2] | .[.[0] * nan:]");
        same("3", ". + 2", "1");
        same("error: Array index too large.", "[1] | .[infinite] = 1");
        same("error: Array index too large.", ".[2147483647] |= 1");
        same(full(), "[] | .[536870911] = 1");
        same(full(), "setpath([\"a\", 536870911]; 1)");
        same(full(), "[] | .[536870911] += 1");
        same(full(), "[range(1e12)]");
        same(full(), "\"a\" * 2e9");
        same("error: Repeat string result too long.", "\"a\" * 3e9");
        same(full(), "reduce range(100) as $i (\"abc\"; . + .) | length");
        same(full(), "reduce range(100) as $i ([1]; [., .]) | tojson");
        same(full(), "reduce range(100) as $i ([1]; [., .])");
        same(full(), "reduce range(100) as $i ([1]; [., .]) | flatten");
        same("error: array ([[[[[[[[[[[[[[[[[[[[[[[[[[...) cannot be negated.",
             "reduce range(100) as $i ([1]; [., .]) | -.");
        same("[null,null,1]", "[] | .[2] = 1");
        same("{\"a\":[5]}", ".a[0] |= . + 4", R"({"a": [1]})");
        same("[1,3]", "map(select(. != 2)) | .[1:] |= .", "[1, 2, 3]");
    }
    void outlivesDeepValues() {
        const std::string result =
            "error: The result is nested more than 1,000 deep. Does a loop put what it made into "
            "itself?";
        const std::string deep = "error: The value is nested too deep.";
        const std::string calls =
            "error: The expression calls itself too deep. Does a function not end?";
        same(result, "reduce range(2000) as $i (0; [.])");
        same(deep, "reduce range(100000) as $i (0; [.])");
        same(deep, "reduce range(100000) as $i (0; {a: .})");
        same(deep, "last(limit(100000; 0 | recurse([.])))");
        same(deep, "def f: if .[0] > 50000 then .[1] else [.[0] + 1, [.[1]]] | f end; [0, 0] | f");
        same(deep, "[0, 0] | until(.[0] > 50000; [.[0] + 1, [.[1]]])");
        same("1", "reduce range(9000) as $i (0; [.]) | 1");
        same("501", "reduce range(500) as $i (0; [.]) | [recurse(.[]?)] | length");
        same("501", "reduce range(500) as $i (0; [.]) | [..] | length");
        same("100000", "[limit(100000; 0 | recurse(. + 1))] | length");
        same("100000", "0 | until(. >= 100000; . + 1)");
        same("100000", "def f: if . >= 100000 then . else . + 1 | f end; 0 | f");
        same("100000", "def f($n): if $n >= 100000 then $n else f($n + 1) end; f(0)");
        same("100000", "def f(g): if . >= 100000 then . else g | f(g) end; 0 | f(. + 1)");
        same("100000", "[limit(100000; repeat(1))] | length");
        same("99999", "last(range(100000))");
        for (const char* text : {"def f: 1 + f; f", "def f: f | f; f", "first(def f: f | f; f)",
                                 "def f: [f]; f", "def f(g): f(g | g) | 1; f(.)"})
            same(calls, text);
    }
    void readsTextsOfAnyLength() {
        for (const char* part :
             {" ",   "\n",  "[",       "(",      "{",    "\"",   "\\(",   "-",       ".a", ".",
              "$x ", "..",  "| .",     "as [$x", "1",    "a ",   "as $x", "def f: ", "?",  "//",
              "[.a", "if ", "reduce ", "try ",   "not|", ".[0]", "\"\\(", "{a:",     "1+"})
            for (const char* front : {"", ". as [$x"})
                for (const char* back : {"", "]"})
                    for (const int count : {100, 21'000}) {
                        tenon::expr::Compiler compiler({"x"});
                        const auto text = front + many(part, count) + back;
                        static_cast<void>(compiler.expression(text, "/x"));
                        static_cast<void>(compiler.finish());
                    }
        const std::string deep =
            "fault: the expression is not jq: this is nested too deep, at column ";
        same(deep + "1", "1" + many(" + 1", 5'000));
        same("100", "0" + many(" + 1", 100));
        same("1", "1" + many(" | .", 900));
        same(deep + "201", many("(", 300) + "1" + many(")", 300));
        same("\"" + many("a", 199'000) + "\"", "\"" + many("a", 199'000) + "\"");
        same("fault: the expression is not jq: unexpected the end, wanted ], at column 9",
             ". as [$x" + many(" ", 10'000));
        same("fault: the expression is longer than 200,000 bytes",
             ". as [$x" + many(" ", 200'000) + "| 1");
    }
    void takesTheFirstResultWhateverComesLater() {
        same("1", "(.a?, error(\"x\"))", R"({"a": 1})");
        same("1", "(try 1 catch 2), error(\"x\")");
        same("null", "empty");
        same("null", "null, 1");
        same("{\"error\":1}", "{error: 1}");
        same("[[]]", "[[]]");
        same("error: {\"a\":1}.", "error({a: 1})");
        same("error: null (null) not a string.", "error(null)");
        same("error: x.", "try error(\"x\") catch error(.)");
    }
    void bindsVariablesAsBefore() {
        same("3", ". as $x | $x + 2", "1");
        same("[2,1]", ". as [$x, $y] | [$y, $x]", "[1, 2]");
        same("3", "def f($x): $x + 1; f(2)");
        same("fault: $x is not known; known are $y", ". as $y | . + $x");
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(SurvivesTest);
