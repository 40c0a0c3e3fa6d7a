// SPDX-License-Identifier: Apache-2.0
// The part of jq that runs without jq gives what jq gives. In parentheses an expression goes to jq.
#include <cppunit/extensions/HelperMacros.h>

#include "expr/evaluated.h"
#include "expr/jq.h"

using support::evaluated;

namespace {

constexpr const char* kData = R"({
    "n": null, "f": false, "t": true, "i": 7, "r": 1.5, "s": "text", "e": "",
    "o": {"a": {"b": [10, [20, 30], {"c": "deep"}]}, "with space": 1, "ü": 2, "$x": 3, "and": 4},
    "l": [0, "one", null, false, {"k": "v"}],
    "tags": null})";

struct Row {
    const char* expression;
    const char* expected;  // nullptr: an error
};

const Row kRows[] = {
    {".i", "7"},
    {".r", "1.5"},
    {".o.a.b[0]", "10"},
    {".o.a.b[1][1]", "30"},
    {".o.a.b[-1].c", "\"deep\""},
    {".o.a.b[ 2 ].c", "\"deep\""},
    {".o[\"a\"][\"b\"][0]", "10"},
    {".o.\"with space\"", "1"},
    {".o[\"with space\"]", "1"},
    {".o[ \"with space\" ]", "1"},
    {".\"o\".a.b[0]", "10"},
    {".[\"i\"]", "7"},
    {".o.\"ü\"", "2"},
    {".o[\"\\u00fc\"]", "2"},
    {".o[\"$x\"]", "3"},
    {".o.and", "4"},
    {".missing", "null"},
    {".missing.more[3].still", "null"},
    {".n.a", "null"},
    {".n[0]", "null"},
    {".l[9]", "null"},
    {".l[-9]", "null"},
    {".i.a", nullptr},
    {".i[0]", nullptr},
    {".s.a", nullptr},
    {".s[0]", nullptr},
    {".l.a", nullptr},
    {".o[0]", nullptr},
    {".t.a", nullptr},
    {"$v.a", "\"var\""},
    {"$v[\"a\"]", "\"var\""},
    {"$v.l[1]", "2"},
    {"$v.a.b", nullptr},
    {"null", "null"},
    {"true", "true"},
    {"false", "false"},
    {"12", "12"},
    {"-12", "-12"},
    {"1.25", "1.25"},
    {"1e3", "1000"},
    {"[]", "[]"},
    {"[ ]", "[]"},
    {"{}", "{}"},
    {"{ }", "{}"},
    {"\"\"", "\"\""},
    {"\"a b\"", "\"a b\""},
    {"\"a \\\"b\\\" \\\\ \\/ \\n \\u00e9\"", "\"a \\\"b\\\" \\\\ / \\n é\""},
    {"\"\\ud83d\\ude00\"", "\"😀\""},
    {"\"# no comment\"", "\"# no comment\""},
    {".i // 1", "7"},
    {".n // 1", "1"},
    {".f // 1", "1"},
    {".f // false", "false"},
    {".f // null", "null"},
    {".t // 1", "true"},
    {".e // 1", "\"\""},
    {".missing // .n // .i", "7"},
    {".n // .f // .missing", "null"},
    {".i.a // \"an error stays one\"", nullptr},
    {".n // .i.a // 1", nullptr},
    {".i // .i.a", "7"},
    {".n // .i.a", nullptr},
    {".tags // []", "[]"},
    {".tags // {}", "{}"},
    {".n//.i", "7"},
    {" . // 1 ", kData},
    {"\"\\(.s)\"", "\"text\""},
    {"\"<\\(.s)|\\( .i )|\\(.r)|\\(.n)|\\(.t)>\"", "\"<text|7|1.5|null|true>\""},
    {"\"\\(.l)\"", R"("[0,\"one\",null,false,{\"k\":\"v\"}]")"},
    {"\"\\(.o.a)\"", R"("{\"b\":[10,[20,30],{\"c\":\"deep\"}]}")"},
    {"\"\\(.n // \"none\")\"", "\"none\""},
    {"\"a\\(\"b\\(\"c\")\")\"", "\"abc\""},
    {"\"\\($v.a)/\\($v.l[0])\"", "\"var/1\""},
    {"\"\\(.i.a)\"", nullptr},
    {"\"\\(.i.a)\" // \"x\"", nullptr},
    {".", kData},
};

}  // namespace

class NativeTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(NativeTest);
    CPPUNIT_TEST(givesWhatJqGives);
    CPPUNIT_TEST(isNativeExactlyWhereItMayBe);
    CPPUNIT_TEST(compilesATextOnce);
    CPPUNIT_TEST(keepsIntegersExactWhereJqCannot);
    CPPUNIT_TEST(keepsNumbersAsTheyAreWritten);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static tenon::expr::Scope scope() {
        auto scope = support::scopeOf(kData);
        scope.set("v", tenon::json::read(R"({"a":"var","l":[1,2]})").value());
        return scope;
    }
    void compilesATextOnce() {
        tenon::expr::JqProgram program;
        const auto number = program.add(".a + 1");
        CPPUNIT_ASSERT(number != program.add(".a + 2"));
        CPPUNIT_ASSERT_EQUAL(number, program.add(".a + 1"));
    }
    static bool native(const std::string& text) {
        return !tenon::expr::Compiler({"v"}).expression(text, "").needsJq();
    }

    void givesWhatJqGives() {
        tenon::expr::Compiler compiler({"v"});
        std::vector<tenon::expr::Expression> ours, theirs;
        for (const auto& row : kRows) {
            ours.push_back(compiler.expression(row.expression, row.expression));
            theirs.push_back(
                compiler.expression("(" + std::string(row.expression) + ")", row.expression));
        }
        CPPUNIT_ASSERT(compiler.finish().empty());
        for (std::size_t i = 0; i < ours.size(); ++i) {
            const Row& row = kRows[i];
            CPPUNIT_ASSERT_MESSAGE(row.expression, !ours[i].needsJq() && theirs[i].needsJq());
            const auto our = ours[i].evaluate(scope()), their = theirs[i].evaluate(scope());
            const auto text = [&](const tenon::Result<tenon::Value>& result) {
                return std::string(row.expression) + ": " +
                       (result ? tenon::json::write(result.value()) : "an error");
            };
            const auto expected = row.expected ? tenon::json::read(row.expected)
                                               : tenon::Result<tenon::Value>(tenon::Error{});
            same(text(expected), text(our));
            // jq goes through objects in an order of its own.
            CPPUNIT_ASSERT_EQUAL_MESSAGE(text(their), our.ok(), their.ok());
            CPPUNIT_ASSERT_MESSAGE(text(their), !our || our.value() == their.value());
        }
    }
    void isNativeExactlyWhereItMayBe() {
        for (const char* text : {"${ .a }", "${.a}", " .a ", "${ .tags // [] }", "$v", "."})
            CPPUNIT_ASSERT_MESSAGE(text, native(text));
        for (const char* text : {"(.a)",
                                 ".a + 1",
                                 ".a | .b",
                                 ".[]",
                                 ".a[]",
                                 ".[1:2]",
                                 "..",
                                 ".a?",
                                 "[.a]",
                                 "{a: .b}",
                                 "{a}",
                                 "[1]",
                                 "-.a",
                                 "not",
                                 ".a # comment",
                                 ".a == 1",
                                 "@text \"x\"",
                                 "\"\\(.a + 1)\"",
                                 ".[.i]",
                                 ".[\"a\",\"b\"]",
                                 ".[\"\\(.s)\"]",
                                 ".a as $x | $x",
                                 "empty",
                                 ".a // empty",
                                 "01",
                                 ".5",
                                 "1.",
                                 "$__loc__",
                                 "\"open",
                                 ".a.",
                                 ".a b",
                                 "truely",
                                 "[",
                                 "[]]",
                                 "{}[0]"})
            CPPUNIT_ASSERT_MESSAGE(text, !native(text));
        const std::string deep = ".a" + std::string(50, ' ');
        std::string nested = "\"x\"";
        for (int i = 0; i < 60; ++i) nested = "\"\\(" + nested + ")\"";
        CPPUNIT_ASSERT(native(deep));
        CPPUNIT_ASSERT(!native(nested));  // jq has a limit of its own
    }
    void keepsIntegersExactWhereJqCannot() {
        tenon::expr::Scope data;
        data.dot = tenon::Object{{"big", std::int64_t{9223372036854775807}},
                                 {"small", std::int64_t{-9007199254740993}},
                                 {"i", 1}};
        same("9223372036854775807", evaluated(".big", data));
        same("\"9223372036854775807/-9007199254740993\"",
             evaluated("\"\\(.big)/\\(.small)\"", data));
        same("-9007199254740993", evaluated(".none // .small", data));
        same("9223372036854775807", evaluated("9223372036854775807", data));
        const std::string refusal =
            " is too large for jq, which computes in doubles; reach it by a plain path such as "
            ".a.b, or narrow what this expression is given.";
        same("error: The integer -9007199254740993" + refusal, evaluated("(.i)", data));
        same("error: The integer 9007199254740993" + refusal,
             evaluated(".[0] + 1", "[9007199254740993]"));
        same("9007199254740992", evaluated("(.)", "9007199254740992"));
        same("-9007199254740992", evaluated("(.)", "-9007199254740992"));
    }
    void keepsNumbersAsTheyAreWritten() {
        same("1.5", evaluated(".", "1.5"));
        same("0.1", evaluated("(.)", "0.1"));
        same("3", evaluated("(. * 2)", "1.5"));
        same("true", evaluated("(. == 1)", "1.0"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(NativeTest);
