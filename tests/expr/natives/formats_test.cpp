// SPDX-License-Identifier: Apache-2.0
#include "natives/formats.h"

#include <cppunit/extensions/HelperMacros.h>

#include <cmath>

#include "expr/natives/outcome.h"

using support::outcome;
using tenon::Array;
using tenon::Secret;
using tenon::Value;

class FormatsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FormatsTest);
    CPPUNIT_TEST(writesEachFormat);
    CPPUNIT_TEST(refusesWhatIsNotOfAFormat);
    CPPUNIT_TEST(replacesDecodedBytesThatAreNoUtf8);
    CPPUNIT_TEST(keepsSecretsInEveryFormat);
    CPPUNIT_TEST(readsBackWhatItWrote);
    CPPUNIT_TEST(knowsItsNames);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found,
                     const std::string& of = {}) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(of, expected, found);
    }
    static std::string formatted(const char* name, const Value& value) {
        return outcome(tenon::expr::formatNatives(), "format", value, {name});
    }
    struct Case {
        const char* name;
        const char* in;
        const char* wanted;
    };
    static void check(const std::vector<Case>& cases) {
        for (const auto& c : cases)
            same(c.wanted, formatted(c.name, support::jsonValue(c.in)),
                 std::string(c.in) + " | @" + c.name);
    }

    void writesEachFormat() {
        check({{"text", "[1,\"a\"]", R"("[1,\"a\"]")"},
               {"text", R"("a")", R"("a")"},
               {"json", R"("a")", R"("\"a\"")"},
               {"csv", R"([1.5,null,true,"a\"b"])", R"("1.5,,true,\"a\"\"b\"")"},
               {"csv", "[]", R"("")"},
               {"tsv", R"([1,null,false,"a\t\r\n\\\u0000"])", R"("1\t\tfalse\ta\\t\\r\\n\\\\\\0")"},
               {"html", R"("<&'\">é")", R"("&lt;&amp;&apos;&quot;&gt;é")"},
               {"html", R"({"a":1})", R"("{&quot;a&quot;:1}")"},
               {"uri", R"("-_.~!'()* é/")", R"("-_.~%21%27%28%29%2A%20%C3%A9%2F")"},
               {"urid", R"("a%20b+%c3%A9")", R"("a b+é")"},
               {"sh", R"(["a'b",1,null,true])", R"("'a'\\''b' 1 null true")"},
               {"sh", R"("a b")", R"("'a b'")"},
               {"base64", R"("foóbar\n")", R"("Zm/Ds2Jhcgo=")"},
               {"base64", R"("a")", R"("YQ==")"},
               {"base64", "1", R"("MQ==")"},
               {"base64d", R"("Zm/Ds2Jhcgo=")", R"("foóbar\n")"},
               {"base64d", R"("cWl4YmF6Cg")", R"("qixbaz\n")"},
               {"base64d", R"("=")", R"("")"},
               {"base32", R"("foob")", R"("MZXW6YQ=")"},
               {"base32", R"("This is a message")", R"("KRUGS4ZANFZSAYJANVSXG43BM5SQ====")"},
               {"base32d", R"("MZXW6YTB")", R"("fooba")"},
               {"base32d", R"("MZXW6YQ")", R"("foob")"}});
        same(R"(",1")", formatted("csv", Array{std::nan(""), 1}));
    }

    void refusesWhatIsNotOfAFormat() {
        check({{"csv", "1", "error: number (1) cannot be csv-formatted, only array"},
               {"csv", "[{}]", "error: object ({}) is not valid in a csv row"},
               {"tsv", "{}", "error: object ({}) cannot be tsv-formatted, only array"},
               {"tsv", "[[1]]", "error: array ([1]) is not valid in a csv row"},
               {"sh", "{}", "error: object ({}) can not be escaped for shell"},
               {"sh", "[[1]]", "error: array ([1]) can not be escaped for shell"},
               {"base64d", R"("Not base64 data")",
                "error: string (\"Not base64 data\") is not valid base64 data"},
               {"base64d", R"("QUJDa")", "error: string (\"QUJDa\") trailing base64 byte found"},
               {"base32d", R"("a")", "error: string (\"a\") is not valid base32 data"},
               {"base32d", R"("M")", "error: string (\"M\") is not valid base32 data"},
               {"nonsense", "1", "error: nonsense is not a valid format"}});
        for (const auto* text : {"abc%", "abc%f", "abc%g1", "%FX%9F", "%F0%93%81", "%F0%C0%81%8E"})
            same("error: string (\"" + std::string(text) + "\") is not a valid uri encoding",
                 formatted("urid", text));
        same("error: number (1) is not a valid format",
             outcome(tenon::expr::formatNatives(), "format", "x", {1}));
    }

    void replacesDecodedBytesThatAreNoUtf8() {
        same("\"a\uFFFD\"", formatted("base64d", "Yf8="));
        same("\"\uFFFD\"", formatted("base32d", "74======"));
    }

    void keepsSecretsInEveryFormat() {
        const std::string hidden = "\"********\"";
        for (const auto* name : {"text", "json", "html", "uri", "sh", "base64", "base32"})
            same(hidden, formatted(name, Secret("s3cret")), name);
        for (const auto* name : {"text", "json", "html", "csv", "tsv", "sh", "base64"})
            same(hidden, formatted(name, Array{1, Secret("s3cret")}), name);
        same(hidden, formatted("base64d", Secret("YWJj")));
        same(hidden, formatted("urid", Secret("a%20b")));
        same("error: string (\"********\") is not valid base64 data",
             formatted("base64d", Secret("s3:cret")));
    }

    void readsBackWhatItWrote() {
        for (const auto& [there, back] : {std::pair("uri", "urid"), std::pair("base64", "base64d"),
                                          std::pair("base32", "base32d")})
            for (const auto* text :
                 {"", "a", "ab", "abc", "abcd", "abcde", "äöü €", "\x01\x7f+/="}) {
                const auto made = formatted(there, text);
                same(tenon::json::write(Value(text)), formatted(back, support::jsonValue(made)),
                     there);
            }
    }

    void knowsItsNames() {
        CPPUNIT_ASSERT(tenon::expr::isFormat("base32d"));
        CPPUNIT_ASSERT(!tenon::expr::isFormat("@text"));
        CPPUNIT_ASSERT(!tenon::expr::isFormat(""));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FormatsTest);
