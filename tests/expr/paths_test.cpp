// SPDX-License-Identifier: Apache-2.0
// Paths, literals and what most manifests are made of; in parentheses they give the same.
#include <cppunit/extensions/HelperMacros.h>

#include "expr/evaluated.h"

using support::evaluated;

namespace {

constexpr const char* kData = R"({
    "n": null, "f": false, "t": true, "i": 7, "r": 1.5, "s": "text", "e": "",
    "o": {"a": {"b": [10, [20, 30], {"c": "deep"}]}, "with space": 1, "ü": 2, "$x": 3, "and": 4},
    "l": [0, "one", null, false, {"k": "v"}],
    "tags": null})";

struct PathRow {
    const char* expression;
    const char* expected;  // nullptr: an error
};

const PathRow kPaths[] = {
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

class PathsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(PathsTest);
    CPPUNIT_TEST(givesWhatTheTableSays);
    CPPUNIT_TEST(keepsIntegersExact);
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
    void givesWhatTheTableSays() {
        for (const PathRow& row : kPaths) {
            const std::string expected =
                row.expected ? tenon::json::write(tenon::json::read(row.expected).value())
                             : "error";
            for (const std::string& text :
                 {std::string(row.expression), "(" + std::string(row.expression) + ")"}) {
                const auto found = evaluated(text, scope());
                same(std::string(text) + ": " + expected,
                     std::string(text) + ": " + (found.starts_with("error: ") ? "error" : found));
            }
        }
    }
    void keepsIntegersExact() {
        tenon::expr::Scope data;
        data.dot = tenon::Object{{"big", std::int64_t{9223372036854775807}},
                                 {"small", std::int64_t{-9007199254740993}},
                                 {"i", 1}};
        same("9223372036854775807", evaluated(".big", data));
        same("\"9223372036854775807/-9007199254740993\"",
             evaluated("\"\\(.big)/\\(.small)\"", data));
        same("-9007199254740993", evaluated(".none // .small", data));
        same("9223372036854775807", evaluated("9223372036854775807", data));
        same("9223372036854775806", evaluated(".big - 1", data));
        same("-9007199254740992", evaluated(".small + 1", data));
        same("true", evaluated(".small < -9007199254740992.0", data));
        same("9223372036854775807", evaluated("[.big, 1] | max", data));
        same("\"9223372036854775807\"", evaluated(".big | tostring", data));
        same("9.223372036854776e+18", evaluated(".big + 1", data));
    }
    void keepsNumbersAsTheyAreWritten() {
        same("1.5", evaluated(".", "1.5"));
        same("0.1", evaluated("(.)", "0.1"));
        same("3", evaluated("(. * 2)", "1.5"));
        same("true", evaluated("(. == 1)", "1.0"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(PathsTest);
