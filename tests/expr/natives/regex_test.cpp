// SPDX-License-Identifier: Apache-2.0
// Regular expressions: what they find, and that nothing they do is without an end.
#include "natives/regex.h"

#include <cppunit/extensions/HelperMacros.h>

#include <atomic>
#include <thread>

#include "expr/natives/outcome.h"
#include "natives/regex_edit.h"

using support::check;
using support::outcome;
using support::OutcomeRow;
using tenon::Array;
using tenon::Error;
using tenon::Secret;
using tenon::Value;

namespace {

// Has the time passed that so many looks at the clock take?
class Impatient : public tenon::expr::Watch {
  public:
    explicit Impatient(int looks) : looks_(looks) {}
    std::optional<Error> over() override {
        if (--looks_ > 0) return std::nullopt;
        return tenon::makeError(tenon::ErrorKind::timeout, "timeout", "It took too long.");
    }
    double now() override { return 0; }
    void debug(const Value&) override {}

  private:
    int looks_;
};

}  // namespace

class RegexTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RegexTest);
    CPPUNIT_TEST(matches);
    CPPUNIT_TEST(capturesScansAndTests);
    CPPUNIT_TEST(heedsTheFlags);
    CPPUNIT_TEST(takesTextsApart);
    CPPUNIT_TEST(putsTextsTogether);
    CPPUNIT_TEST(refusesWhatIsNoRegex);
    CPPUNIT_TEST(findsTheSameInAShortTextAndInALongOne);
    CPPUNIT_TEST(goesOnBehindEveryMatch);
    CPPUNIT_TEST(givesUpWhatExplodes);
    CPPUNIT_TEST(isStoppedInTheMiddle);
    CPPUNIT_TEST(keepsSecrets);
    CPPUNIT_TEST(isSharedByThreads);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found,
                     const std::string& of = {}) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(of, expected, found);
    }
    static std::string native(const std::string& name, Value in, std::vector<Value> arguments,
                              const tenon::expr::Scope& scope = {}) {
        return outcome(tenon::expr::regexNatives(), name, std::move(in), std::move(arguments),
                       scope);
    }

    void matches() {
        check(
            tenon::expr::regexNatives(),
            {{"_matches",
              R"("foo bar foo foo  foo")",
              {R"(["foo (?<bar123>bar)? foo", "ig"])"},
              R"([{"offset":0,"length":11,"string":"foo bar foo","captures":[{"offset":4,"length":3,"string":"bar","name":"bar123"}]},{"offset":12,"length":8,"string":"foo  foo","captures":[{"offset":-1,"length":0,"string":null,"name":"bar123"}]}])"},
             {"_matches",
              R"("ā bar")",
              {R"("bar")"},
              R"([{"offset":2,"length":3,"string":"bar","captures":[]}])"},
             {"_matches",
              R"("é€")",
              {R"(["","g"])"},
              R"([{"offset":0,"length":0,"string":"","captures":[]},{"offset":1,"length":0,"string":"","captures":[]},{"offset":2,"length":0,"string":"","captures":[]}])"},
             {"_matches",
              R"("c")",
              {R"("(?<x>a?)?b?")"},
              R"([{"offset":0,"length":0,"string":"","captures":[{"offset":0,"length":0,"string":"","name":"x"}]}])"},
             {"_match_impl", R"("a")", {R"("b")", "null", "false"}, "[]"},
             {"_match_impl", R"("a")", {R"("A")", R"("i")", "true"}, "true"},
             {"_matches",
              "1",
              {R"("a")"},
              "error: number (1) cannot be matched, as it is not a string"},
             {"_matches", R"("a")", {"1"}, "error: number not a string or array"},
             {"_matches", R"("a")", {"[]"}, "error: array not a string or array"},
             {"_matches", R"("a")", {"[1]"}, "error: number (1) is not a string"},
             {"_matches", R"("a")", {R"(["a",1])"}, "error: number (1) is not a string"},
             {"_matches",
              R"("a")",
              {R"("a")", R"("gq")"},
              "error: gq is not a valid modifier string"}});
    }

    void capturesScansAndTests() {
        check(
            tenon::expr::regexNatives(),
            {{"_captures",
              R"("xyzzy-14")",
              {R"j("(?<a>[a-z]+)-(?<n>[0-9]+)")j"},
              R"([{"a":"xyzzy","n":"14"}])"},
             {"_captures", R"("a")", {R"j("(?<n>a)|(?<n>b)")j"}, R"([{"n":null}])"},
             {"_captures", R"("ab")", {R"j("(a)(?<b>b)")j"}, R"([{"b":"b"}])"},
             {"_scans", R"("abaabb")", {R"j("(a+)(b+)")j", R"("g")"}, R"([["a","b"],["aa","bb"]])"},
             {"_scans", R"("a, b,c")", {R"(", *")", R"("g")"}, R"([", ",","])"},
             {"test", R"("fooB")", {R"("b")"}, "false"},
             {"test", R"("fooB")", {R"("b")", R"("i")"}, "true"},
             {"test", R"("fooB")", {R"(["b","i"])"}, "true"}});
    }

    void heedsTheFlags() {
        check(tenon::expr::regexNatives(),
              {{"test", R"("abc")", {R"("a b c # spaces")", R"("x")"}, "true"},
               {"test", R"("a\nb")", {R"("a.b")"}, "false"},
               {"test", R"("a\nb")", {R"("a.b")", R"("m")"}, "true"},
               {"test", R"("a\nb")", {R"("a.b")", R"("p")"}, "true"},
               {"test", R"("abc")", {R"("( )*")", R"("gn")"}, "false"},
               {"_scans", R"("a long l")", {R"("l[a-z]*|a")", R"("l")"}, R"(["long"])"},
               {"test", R"("SS")", {R"("^ß$")", R"("i")"}, "true"},
               {"test", R"("é")", {R"("^\\w$")"}, "true"},
               {"test", R"("a\nb")", {R"("^b")"}, "false"}});
    }

    void takesTextsApart() {
        check(tenon::expr::regexEditNatives(),
              {{"split", R"("ab,cd, ef")", {R"(", *")", "null"}, R"(["ab","cd","ef"])"},
               {"split", R"("ab")", {R"("")", "null"}, R"(["","a","b",""])"},
               {"split", R"("ab,cd ef,  gh")", {R"(",? *")", R"("n")"}, R"(["ab","cd","ef","gh"])"},
               {"split", R"("abAABBabA")", {R"("a+")", R"("i")"}, R"(["","b","BB","b",""])"},
               {"split",
                "1",
                {R"("a")", "null"},
                "error: number (1) cannot be matched, as it is not a string"},
               {"_edits",
                R"("a1b2")",
                {R"j("(?<d>\\d)")j", R"("g")"},
                R"([[{"d":"1"},{"d":"2"}],["a","b",""]])"},
               {"_edits", R"("ab")", {R"("c")", R"("g")"}, R"([[],["ab"]])"}});
    }

    void putsTextsTogether() {
        check(
            tenon::expr::regexEditNatives(),
            {{"_edited", R"("x")", {R"(["a","b",""])", R"([["1"],["2"]])"}, R"(["a1b2"])"},
             {"_edited", R"("x")", {R"(["","",""])", R"([["A","a"],["B","b"]])"}, R"(["AB","ab"])"},
             {"_edited", R"("x")", {R"(["",""])", "[[]]"}, R"(["x"])"},
             {"_edited", R"("x")", {R"(["x"])", "[]"}, R"(["x"])"},
             {"_edited",
              R"("x")",
              {R"(["a",""])", "[[1]]"},
              "error: string (\"a\") and number (1) cannot be added"},
             {"_edited", R"("x")", {"[1]", "[1]"}, "error: _edited wants what _edits has found"},
             {"_edited",
              R"("x")",
              {R"(["",""])", "[1]"},
              "error: _edited wants what _edits has found"}});
    }

    void refusesWhatIsNoRegex() {
        check(tenon::expr::regexNatives(),
              {{"test",
                R"("a")",
                {R"("(")"},
                "error: ( (at offset 0) is not a valid regex: end pattern with unmatched "
                "parenthesis"},
               {"test",
                R"("a")",
                {R"j("(?{x})")j"},
                "error: (?{x}) (at offset 0) is not a valid regex: undefined group option"},
               {"test",
                R"("a")",
                {R"j("(*FAIL)")j"},
                "error: (*FAIL) (at offset 0) is not a valid regex: target of repeat operator is "
                "not specified"}});
        same("error: a\xff (at offset 0) is not a valid regex: it is no UTF-8",
             native("test", "a", {"a\xff"}));
        const auto deep = native("test", "a", {std::string(4000, '(')});
        CPPUNIT_ASSERT_EQUAL(std::string("parse depth limit over"),
                             deep.substr(deep.rfind(':') + 2));
        const auto longer = native("test", "a", {std::string(10'001, 'a')});
        CPPUNIT_ASSERT_EQUAL(std::string("it has more than 10000 bytes"),
                             longer.substr(longer.rfind(':') + 2));
        std::string wide;
        for (int i = 0; i < 41; ++i) wide += "[\\w]";
        const auto classes = native("test", "a", {wide});
        CPPUNIT_ASSERT_EQUAL(std::string("it has more than 40 classes such as \\p{L} or [\\w]"),
                             classes.substr(classes.rfind(':') + 2));
    }

    // The same place is found by one search of all, or by one match after the other.
    void findsTheSameInAShortTextAndInALongOne() {
        const std::vector<std::pair<const char*, const char*>> rows = {
            {"b+", ""},        {"(?<=-)b", ""},     {"\\Gb|c", ""},       {"l[a-z]*|f[a-z]*", "l"},
            {"\\bfoo\\b", ""}, {"b*", "n"},         {".*b", ""},          {"^-", ""},
            {"$", ""},         {"(b)(?<n>c)?", ""}, {"B", "i"},           {"[bc]{2}", ""},
            {"b.*d", "m"},     {"é", ""},           {"(?<x>b)\\k<x>", ""}};
        const std::string text = "bbc foo é long d";
        const auto offsets = [&](const std::string& filler, const char* regex, const char* flags) {
            return native("_scans", filler + text, {regex, std::string(flags) + "g"});
        };
        for (const auto& [regex, flags] : rows) {
            if (std::string(regex) == ".*b") {
                same("[\"" + std::string(3000, '-') + "bb\"]",
                     offsets(std::string(3000, '-'), regex, flags), regex);
                continue;
            }
            same(offsets("--", regex, flags), offsets(std::string(3000, '-'), regex, flags), regex);
        }
        same(
            "error: The regex \"a\" is given up on a text of 30000 bytes: it tries too many ways "
            "to match",
            native("_scans", std::string(30'000, 'a'), {"a", "l"}));
        same("5001",
             outcome(tenon::expr::regexNatives(), "_matches", std::string(5000, '-') + "éb", {"b"})
                 .substr(11, 4));
    }

    void goesOnBehindEveryMatch() {
        for (const auto* regex :
             {"", "a*", "(?=a\\K)", "(?<=\\K.)", "a\\K", "\\b", "^", "$", "(?=.)"})
            for (const auto* text : {"", "aba", "éa"})
                CPPUNIT_ASSERT_MESSAGE(regex, native("_scans", text, {regex, "g"}).size() < 60);
        same(R"(["a","b",""])", native("_scans", "ab", {"a|b|", "g"}));
        same(R"(["aa","",""])", native("_scans", "aab", {"a*", "g"}));
    }

    void givesUpWhatExplodes() {
        const std::string many(40, 'a'), more(100'000, 'a');
        const auto upon = [](const char* shown, std::size_t size) {
            return "error: The regex \"" + std::string(shown) + "\" is given up on a text of " +
                   std::to_string(size) + " bytes: it tries too many ways to match";
        };
        same(upon("(a+)+b", 40), native("test", many, {"(a+)+b"}));
        same(upon("(a+)+b", 100'000), native("test", more, {"(a+)+b"}));
        same(upon("(a|aa)+$", 61), native("test", std::string(60, 'a') + "b", {"(a|aa)+$"}));
        same(upon("(a+)\\\\1b", 100'000), native("test", more, {"(a+)\\1b"}));
        same(upon("^a*(?=a*b)", 100'000), native("test", more, {"^a*(?=a*b)"}));
        same(upon("(.*b)*c", 3000), native("test", std::string(3000, 'b'), {"(.*b)*c"}));
    }

    void isStoppedInTheMiddle() {
        const std::string many(100'000, 'a');
        for (const auto* regex : {"a.*b", "a*.*b", "a*?.*b", "^a*.*b", "a+b", "a*+b", "(?>a*)b",
                                  ".*.*.*b", "\\w*\\d", "(?=(a+))\\1*b", "\\X*b", "[\\s\\S]*x"}) {
            Impatient watch(20);
            tenon::expr::Scope scope;
            scope.watch = &watch;
            same("over: timeoutIt took too long.", native("test", many, {regex}, scope), regex);
        }
        Impatient watch(20);
        tenon::expr::Scope scope;
        scope.watch = &watch;
        same("over: timeoutIt took too long.", native("_matches", many, {"", "g"}, scope));
    }

    void keepsSecrets() {
        const Secret secret("s3cret-xyz");
        same("true", native("test", secret, {"s3"}));
        same(
            R"([{"offset":0,"length":2,"string":"********","captures":[{"offset":1,"length":1,"string":"********","name":"n"}]}])",
            native("_matches", secret, {"s(?<n>3)"}));
        same(R"([{"n":"********"}])", native("_captures", secret, {"s(?<n>3)"}));
        same(R"(["********"])", native("_scans", secret, {"3", "g"}));
        same(
            "error: ******** (at offset 0) is not a valid regex: end "
            "pattern with unmatched "
            "parenthesis",
            native("test", "a", {Secret("s3cret(")}));
        same(
            "error: The regex \"********\" is given up on a text of 40 "
            "bytes: it tries too many "
            "ways to match",
            native("test", std::string(40, 'a'), {Secret("(a+)+b")}));
        same("error: ******** is not a valid modifier string",
             native("test", "a", {"a", Secret("qq")}));
        const auto edit = tenon::expr::regexEditNatives();
        same(R"(["********","********"])", outcome(edit, "split", secret, {"-", Value()}));
        same(R"(["********"])",
             outcome(edit, "_edited", "x", {Array{"a", ""}, Array{Value(Array{secret})}}));
    }

    void isSharedByThreads() {
        std::vector<std::thread> threads;
        std::atomic<int> wrong = 0;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 500; ++i) {
                    const auto regex = "(?<n>b" + std::to_string(i % 300) + ")";
                    const auto text = "ab" + std::to_string(i % 300);
                    if (native("_captures", text, {regex}) !=
                        "[{\"n\":\"" + text.substr(1) + "\"}]")
                        ++wrong;
                }
            });
        for (auto& thread : threads) thread.join();
        CPPUNIT_ASSERT_EQUAL(0, wrong.load());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RegexTest);
