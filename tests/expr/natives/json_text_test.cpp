// SPDX-License-Identifier: Apache-2.0
// fromjson: what it reads, what it says, and what it keeps to itself.
#include "natives/json_text.h"

#include <cppunit/extensions/HelperMacros.h>

#include "expr/natives/outcome.h"

using support::outcome;
using tenon::Secret;
using tenon::Value;

class JsonTextTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(JsonTextTest);
    CPPUNIT_TEST(readsWhatTheLanguageReads);
    CPPUNIT_TEST(saysWhereATextIsWrong);
    CPPUNIT_TEST(readsNoDeeperThanAValueMayBe);
    CPPUNIT_TEST(makesSecretsOfTheTextsInASecret);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found,
                     const std::string& of = {}) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(of, expected, found);
    }
    static std::string parsed(const Value& text) {
        return outcome(tenon::expr::jsonTextNatives(), "fromjson", text);
    }

    void readsWhatTheLanguageReads() {
        const std::vector<std::pair<const char*, const char*>> rows = {
            {R"({"a":[1,2.5,"x",null,true,false,{}],"b":[]})",
             R"({"a":[1,2.5,"x",null,true,false,{}],"b":[]})"},
            {" \t\r\n7 ", "7"},
            {"\xef\xbb\xbf[1]", "[1]"},
            {R"({"a":1,"b":2,"a":3})", R"({"a":3,"b":2})"},
            {R"("\"\\\/\b\f\n\r\t\u00e9\ud83d\ude0e")", "\"\\\"\\\\/\\u0008\\u000c\\n\\r\\té😎\""},
            {R"("\udc00")", "\"\uFFFD\""},
            {"\"a\xff\"", "\"a\uFFFD\""},
            {"nan", "null"},
            {"NaN", "null"},
            {"-NaN", "null"},
            {"+1", "1"},
            {".5", "0.5"},
            {"007", "7"},
            {"9223372036854775807", "9223372036854775807"},
            {"12345678901234567890", "12345678901234567890"}};
        for (const auto& [text, wanted] : rows) same(wanted, parsed(text), text);
    }

    void saysWhereATextIsWrong() {
        const std::vector<std::pair<const char*, const char*>> rows = {
            {"", "Expected JSON value"},
            {"1 2", "Unexpected extra JSON values"},
            {"[]1", "Unexpected extra JSON values"},
            {"[1,]", "Expected another array element at line 1, column 4"},
            {"[,1]", "Expected value before ',' at line 1, column 2"},
            {R"({"a":1,})", "Expected another key-value pair at line 1, column 8"},
            {R"({"a"})", "Objects must consist of key:value pairs at line 1, column 5"},
            {R"({"a",1})", "Objects must consist of key:value pairs at line 1, column 5"},
            {"{1:2}", "Object keys must be strings at line 1, column 3"},
            {"1,2", "Expected value before ',' at line 1, column 2"},
            {":", "Expected string key before ':' at line 1, column 1"},
            {R"("a":1)", "Expected string key before ':' at line 1, column 4"},
            {"[1:2]", "':' not as part of an object at line 1, column 3"},
            {"{:1}", "Expected string key before ':' at line 1, column 2"},
            {"]", "Unmatched ']' at line 1, column 1"},
            {"[}", "Unmatched '}' at line 1, column 2"},
            {"{]", "Unmatched ']' at line 1, column 2"},
            {"1]", "Unmatched ']' at line 1, column 2"},
            {"[1}", "Objects must consist of key:value pairs at line 1, column 3"},
            {R"({"a":1])", "Unmatched ']' at line 1, column 7"},
            {R"({"a":})", "Unmatched '}' at line 1, column 6"},
            {"[1 2]", "Expected separator between values at line 1, column 5"},
            {R"(["a""b"])", "Expected separator between values at line 1, column 7"},
            {"[1", "Unfinished JSON term at EOF at line 1, column 2"},
            {"\"abc", "Unfinished string at EOF at line 1, column 4"},
            {R"("\x")", "Invalid escape at line 1, column 4"},
            {R"("\u12")", "Invalid \\uXXXX escape at line 1, column 6"},
            {R"("\u12zz")", "Invalid characters in \\uXXXX escape at line 1, column 8"},
            {R"("\ud800x")", "Invalid \\uXXXX\\uXXXX surrogate pair escape at line 1, column 9"},
            {"truex", "Invalid literal at EOF at line 1, column 5"},
            {"nanx", "Invalid literal at EOF at line 1, column 4"},
            {"NaN1", "Invalid numeric literal at EOF at line 1, column 4"},
            {"1e", "Invalid numeric literal at EOF at line 1, column 2"},
            {"[\n1,\n x]", "Invalid numeric literal at line 3, column 3"},
            {"{'a': 123}", "Invalid string literal; expected \", but got ' at line 1, column 5"},
            {"\"a\nb\"",
             "Invalid string: control characters from U+0000 through U+001F must be escaped at "
             "line 2, column 2"},
            {R"({"a":1}})", "Unmatched '}' at line 1, column 8"},
            {"[1] x", "Invalid numeric literal at EOF at line 1, column 5"}};
        for (const auto& [text, wanted] : rows)
            same("error: " + std::string(wanted) + " (while parsing '" + text + "')", parsed(text),
                 text);
        same("error: number (1) only strings can be parsed", parsed(1));
    }

    void readsNoDeeperThanAValueMayBe() {
        const std::size_t most = 10'000;
        same(std::string(most, '[') + std::string(most, ']'),
             parsed(std::string(most, '[') + std::string(most, ']')));
        const auto found = parsed(std::string(100'000, '['));
        same("error: Exceeds depth limit for parsing at line 1, column 10001 (while parsing '" +
                 std::string(200, '[') + "...')",
             found);
    }

    void makesSecretsOfTheTextsInASecret() {
        same(R"({"a":"********","b":[1,null,"********"]})",
             parsed(Secret(R"({"a":"x","b":[1,null,"y"]})")));
        same(
            "error: Invalid numeric literal at EOF at line 1, column 6 (while parsing "
            "'********')",
            parsed(Secret("s3cret")));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(JsonTextTest);
