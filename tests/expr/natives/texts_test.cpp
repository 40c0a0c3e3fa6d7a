// SPDX-License-Identifier: Apache-2.0
// Texts: their case, their ends, their parts, and their kin among the other kinds.
#include "natives/texts.h"

#include <cppunit/extensions/HelperMacros.h>

#include "expr/natives/outcome.h"
#include "natives/text_parts.h"
#include "natives/text_values.h"

using support::check;
using support::outcome;
using support::OutcomeRow;
using tenon::Array;
using tenon::Secret;
using tenon::Value;

class TextNativesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(TextNativesTest);
    CPPUNIT_TEST(changesTextsAsAWhole);
    CPPUNIT_TEST(takesTextsApartAndJoinsThem);
    CPPUNIT_TEST(turnsValuesIntoTextsAndBack);
    CPPUNIT_TEST(countsBytesThatAreNoUtf8AsOneCharacter);
    CPPUNIT_TEST(keepsPartsOfASecretSecret);
    CPPUNIT_TEST(searchesTextsOfOneLetterInLinearTime);
    CPPUNIT_TEST(paysForATextBeforeItIsWritten);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found,
                     const std::string& of = {}) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(of, expected, found);
    }

    void changesTextsAsAWhole() {
        check(tenon::expr::textNatives(),
              {{"ascii_downcase", R"("aB[É@Z")", {}, R"("ab[É@z")"},
               {"ascii_upcase", R"("aB{é`z")", {}, R"("AB{é`Z")"},
               {"ascii_downcase", "1", {}, "error: ascii_downcase input must be a string"},
               {"ascii_upcase", "null", {}, "error: ascii_upcase input must be a string"},
               {"trim", R"(" \u3000\u2028\u0085a b\u00a0\u1680 ")", {}, R"("a b")"},
               {"ltrim", R"("\t a ")", {}, R"("a ")"},
               {"rtrim", R"(" a\u205f\n")", {}, R"(" a")"},
               {"trim", R"(" \u200b ")", {}, "\"\u200b\""},
               {"trim", R"(" \t\n")", {}, R"("")"},
               {"trim", "[1]", {}, "error: trim input must be a string"},
               {"ltrim", "1", {}, "error: trim input must be a string"},
               {"startswith", R"("abc")", {R"("ab")"}, "true"},
               {"startswith", R"("abc")", {R"("abcd")"}, "false"},
               {"startswith", "1", {R"("a")"}, "error: startswith() requires string inputs"},
               {"endswith", R"("abc")", {R"("bc")"}, "true"},
               {"endswith", R"("a")", {"1"}, "error: endswith() requires string inputs"},
               {"ltrimstr", R"("foofoo")", {R"("foo")"}, R"("foo")"},
               {"ltrimstr", R"("foo")", {R"("")"}, R"("foo")"},
               {"rtrimstr", R"("barfoo")", {R"("foo")"}, R"("bar")"},
               {"rtrimstr", R"("foobar")", {R"("foo")"}, R"("foobar")"},
               {"trimstr", R"("foobarfoo")", {R"("foo")"}, R"("bar")"},
               {"trimstr", R"("foo")", {R"("foo")"}, R"("")"},
               {"ltrimstr", R"("a")", {"1"}, "error: startswith() requires string inputs"},
               {"rtrimstr", "1", {R"("a")"}, "error: endswith() requires string inputs"},
               {"utf8bytelength", R"("aµ€😎")", {}, "10"},
               {"utf8bytelength",
                "[1,2]",
                {},
                "error: array ([1,2]) only strings have UTF-8 byte length"}});
    }

    void takesTextsApartAndJoinsThem() {
        check(tenon::expr::textPartNatives(),
              {{"explode", R"("aé😎")", {}, "[97,233,128526]"},
               {"explode", "1", {}, "error: explode input must be a string"},
               {"implode", "[97,233,128526,1.9]", {}, "\"aé😎\\u0001\""},
               {"implode",
                "[-1,55296,57343,1114112,-0.5]",
                {},
                "\"\uFFFD\uFFFD\uFFFD\uFFFD\\u0000\""},
               {"implode", "1", {}, "error: implode input must be an array"},
               {"implode",
                R"(["a"])",
                {},
                "error: string (\"a\") can't be imploded, unicode codepoint needs to be numeric"},
               {"ascii", "65", {}, R"("A")"},
               {"ascii",
                "128",
                {},
                "error: number (128) is no ASCII character: a number from 0 to 127 is wanted"},
               {"split", R"("a, b,c, ")", {R"(", ")"}, R"(["a","b,c",""])"},
               {"split", R"("aé")", {R"("")"}, R"(["a","é"])"},
               {"split", R"("")", {R"(",")"}, "[]"},
               {"split", R"("")", {R"("")"}, "[]"},
               {"split", R"("aaa")", {R"("aa")"}, R"(["","a"])"},
               {"split", "1", {R"("")"}, "error: split input and separator must be strings"},
               {"join", R"(["1",2,true,null,3.5])", {R"(",")"}, R"("1,2,true,,3.5")"},
               {"join", "[]", {"1"}, R"("")"},
               {"join", "[null]", {R"(",")"}, R"("")"},
               {"join", R"({"a":"x","b":1})", {R"("-")"}, R"("x-1")"},
               {"join", R"(["a","b"])", {"null"}, R"("ab")"},
               {"join",
                R"(["a","b"])",
                {"1"},
                "error: string (\"a\") and number (1) cannot be added"},
               {"join",
                R"(["1",[3]])",
                {R"(",")"},
                "error: string (\"1,\") and array ([3]) cannot be added"},
               {"join", "null", {R"(",")"}, "error: Cannot iterate over null (null)"},
               {"_strindices", R"("xababab")", {R"("aba")"}, "[1,3]"},
               {"_strindices", R"("🇬🇧oo")", {R"("o")"}, "[2,3]"},
               {"_strindices", R"("a")", {R"("")"}, "[]"},
               {"_strindices",
                "123",
                {R"("a")"},
                "error: number (123) cannot be searched, as it is not a string"},
               {"_strindices", R"("a")", {"123"}, "error: number (123) is not a string"}});
    }

    void turnsValuesIntoTextsAndBack() {
        check(
            tenon::expr::textValueNatives(),
            {{"tostring", R"("a")", {}, R"("a")"},
             {"tostring", R"([1,"a",{"b":null}])", {}, R"("[1,\"a\",{\"b\":null}]")"},
             {"tojson", R"("a")", {}, R"("\"a\"")"},
             {"tojson", "1.0", {}, R"("1")"},
             {"tojson", "9007199254740993", {}, R"("9007199254740993")"},
             {"tonumber", R"("+5.43")", {}, "5.43"},
             {"tonumber", R"(".5")", {}, "0.5"},
             {"tonumber", R"("007")", {}, "7"},
             {"tonumber", R"("7615917337495251231")", {}, "7615917337495251231"},
             {"tonumber", R"("12345678901234567890")", {}, "12345678901234567890"},
             {"tonumber", "21", {}, "21"},
             {"tonumber", R"(" 4")", {}, "error: string (\" 4\") cannot be parsed as a number"},
             {"tonumber", R"("nan")", {}, "error: string (\"nan\") cannot be parsed as a number"},
             {"tonumber", R"("0x1")", {}, "error: string (\"0x1\") cannot be parsed as a number"},
             {"tonumber", R"("+-1")", {}, "error: string (\"+-1\") cannot be parsed as a number"},
             {"tonumber",
              R"("1\u0000")",
              {},
              "error: string (\"1\\u0000\") cannot be parsed as a number"},
             {"tonumber", "[1]", {}, "error: array ([1]) cannot be parsed as a number"},
             {"toboolean", R"("true")", {}, "true"},
             {"toboolean", "false", {}, "false"},
             {"toboolean", R"("tru")", {}, "error: string (\"tru\") cannot be parsed as a boolean"},
             {"toboolean", "0", {}, "error: number (0) cannot be parsed as a boolean"}});
    }

    void countsBytesThatAreNoUtf8AsOneCharacter() {
        const auto parts = tenon::expr::textPartNatives();
        same("[97,65533,98]", outcome(parts, "explode",
                                      "a\xff"
                                      "b"));
        same("[65533]", outcome(parts, "explode", "\xf0\x9f\x98"));
        same("[65533,97]", outcome(parts, "explode",
                                   "\xe2\x82"
                                   "a"));
        same("[65533]", outcome(parts, "explode", "\xed\xa0\x80"));
        same("[2]", outcome(parts, "_strindices", "\xff\xc3x", {"x"}));
        same("\"a\"", outcome(tenon::expr::textNatives(), "rtrim", "a\xe3\x80\x80"));
    }

    void keepsPartsOfASecretSecret() {
        const Secret secret(" s3cret,Xyz ");
        const std::string hidden = "\"********\"";
        const auto texts = tenon::expr::textNatives();
        for (const auto* name : {"ascii_downcase", "ascii_upcase", "trim", "ltrim", "rtrim"})
            same(hidden, outcome(texts, name, secret), name);
        same(hidden, outcome(texts, "ltrimstr", secret, {" s3"}));
        same("true", outcome(texts, "startswith", secret, {" s3"}));
        same("12", outcome(texts, "utf8bytelength", secret));
        const auto parts = tenon::expr::textPartNatives();
        same("error: a secret cannot be taken apart into numbers",
             outcome(parts, "explode", secret));
        same("[" + hidden + "," + hidden + "]", outcome(parts, "split", secret, {","}));
        same(hidden, outcome(parts, "join", Array{"a", secret}, {","}));
        same(hidden, outcome(parts, "join", Array{"a", "b"}, {secret}));
        same("[7]", outcome(parts, "_strindices", secret, {","}));
        const auto values = tenon::expr::textValueNatives();
        same(hidden, outcome(values, "tostring", Array{secret}));
        same(hidden, outcome(values, "tojson", secret));
        same("error: string (\"********\") cannot be parsed as a number",
             outcome(values, "tonumber", secret));
        same("123456", outcome(values, "tonumber", Secret("123456")));
    }

    void searchesTextsOfOneLetterInLinearTime() {
        const std::string many(200'000, 'a');
        const auto parts = tenon::expr::textPartNatives();
        same("[]", outcome(parts, "_strindices", many, {std::string(100'000, 'a') + "b"}));
        same("[\"\",\"\",\"\"]", outcome(parts, "split", many, {std::string(100'000, 'a')}));
    }

    void paysForATextBeforeItIsWritten() {
        Value value = "x";
        for (int i = 0; i < 40; ++i) value = Array{value, value};
        const tenon::expr::Scope scope;
        tenon::expr::Machine machine(scope, {.bytes = 1'000'000});
        CPPUNIT_ASSERT(!tenon::expr::affordText(machine, value));
        CPPUNIT_ASSERT(!machine.failed());
        same("The expression has made more than 1,000,000 bytes of data. Does a loop not end?",
             machine.result().detail);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(TextNativesTest);
