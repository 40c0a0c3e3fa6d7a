// SPDX-License-Identifier: Apache-2.0
// `tenon eval`: an expression as a manifest would see it.
#include <cppunit/extensions/HelperMacros.h>

#include "program.h"

using support::program;

class EvalTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(EvalTest);
    CPPUNIT_TEST(printsAResultAsJson);
    CPPUNIT_TEST(takesBracesOrNone);
    CPPUNIT_TEST(readsItsInput);
    CPPUNIT_TEST(readsValuesOneAfterTheOther);
    CPPUNIT_TEST(saysWhereAnInputIsWrong);
    CPPUNIT_TEST(printsOnOneLine);
    CPPUNIT_TEST(printsTexts);
    CPPUNIT_TEST(readsVariables);
    CPPUNIT_TEST(hidesSecrets);
    CPPUNIT_TEST(carriesWideIntegers);
    CPPUNIT_TEST(refusesWhatIsNoExpression);
    CPPUNIT_TEST(goesOnBehindAnError);
    CPPUNIT_TEST(refusesWrongUse);
    CPPUNIT_TEST(saysThatItCannotPrint);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static void gives(int code, const std::string& out, const std::string& err,
                      const support::Ended& ended) {
        same(err, ended.err);
        same(out, ended.out);
        CPPUNIT_ASSERT_EQUAL(code, ended.code);
    }
    static support::Ended eval(std::vector<std::string> words, const std::string& input = "") {
        words.insert(words.begin(), "eval");
        return program(words, input);
    }

    void printsAResultAsJson() {
        gives(0, "null\n", "", eval({"."}));
        gives(0, "3\n", "", eval({"1 + 2"}));
        gives(0, "{\n  \"a\": [\n    1,\n    \"x\"\n  ]\n}\n", "", eval({"{a: [1, \"x\"]}"}));
        gives(0, "-1\n", "", eval({"--", "-1"}));
    }
    void takesBracesOrNone() {
        for (const auto* text : {".a", "${ .a }", "${.a}", "  ${ .a }\n"})
            gives(0, "5\n", "", eval({text, "--input", "-"}, "{\"a\":5}"));
        for (const auto* text : {"-.a", "-(.a)", "-5", "-\n.a"})
            gives(0, "-5\n", "", eval({"-c", text, "--input", "-"}, "{\"a\":5}"));
    }
    void readsItsInput() {
        const auto yaml = folder_.write("in.yaml", "a: [1, 0x10]\nb: yes\n");
        const auto json = folder_.write("in.json", "\xef\xbb\xbf{\"a\": [1, 2]}\n");
        gives(0, "16\n", "", eval({".a[1]", "--input", yaml}));
        gives(0, "\"yes\"\n", "", eval({".b", "--input=" + yaml}));
        gives(0, "2\n", "", eval({".a[1]", "--input", json}));
        gives(0, "1\n", "", eval({"--input", "-", ".[0]"}, "- 1\n- 2\n"));
        gives(0, "\"a b\"\n", "", eval({".", "--input", "-"}, "a\nb\n"));
        gives(66, "", "tenon: /nowhere cannot be read (No such file or directory)\n",
              eval({".", "--input", "/nowhere"}));
    }
    void readsValuesOneAfterTheOther() {
        gives(0, "1\n2\n", "", eval({".a", "--input", "-"}, "{\"a\":1}\n{\"a\":2}\n"));
        gives(0, "1\n\"} {\"\n[]\nnull\n-5\n\"\\\"\"\n", "",
              eval({".", "--input", "-"}, "1 \"} {\"[]null\r\n\t-5\"\\\"\""));
        gives(0, "[1,{\"b\":\"]\"}]\n{\"a\":{}}\n", "",
              eval({".", "-c", "--input", "-"}, "[1,{\"b\":\"]\"}]{\"a\":{}}"));
        gives(0, "", "", eval({".", "--input", "-"}, ""));
        gives(0, "", "", eval({".", "--input", "-"}, " \n"));
    }
    void saysWhereAnInputIsWrong() {
        gives(65, "", "<stdin>:3: This is not JSON: the name \"a\" stands twice.\n",
              eval({".", "--input", "-"}, "{\"a\":1}\n\n{\"a\":1,\"a\":2}\n"));
        const auto broken = folder_.write("in.json", "{\"a\": 1,\n b}");
        gives(65, "", broken + ":2:2: wanted a key in double quotes, found something else\n",
              eval({".", "--input", broken}));
        for (const auto* text : {"{", "[1, 2", "{\"a\":1} {", "\"x", "{\"a\":1}\n}", "[1]]"})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(text, 65, eval({".", "--input", "-"}, text).code);
    }
    void printsOnOneLine() {
        for (const auto* word : {"-c", "--compact", "-rc"})
            gives(0, "{\"a\":[1,{}]}\n", "", eval({"{a: [1, {}]}", word}));
    }
    void printsTexts() {
        for (const auto* word : {"-r", "--raw", "-cr"}) {
            gives(0, "a\tb\n\"c\"\n", "", eval({"\"a\\tb\\n\\\"c\\\"\"", word}));
            gives(0, "[\"a\"]\n", "", eval({"[\"a\"]", word, "-c"}));
        }
    }
    void readsVariables() {
        for (const auto& [given, found] : {std::pair<std::string, std::string>{"x=5", "5"},
                                           {"$x=5", "5"},
                                           {"x={\"a\": [1]}", "{\"a\":[1]}"},
                                           {"x=two words", "\"two words\""},
                                           {"x=", "\"\""},
                                           {"x=a=b", "\"a=b\""},
                                           {"x=\"5\"", "\"5\""},
                                           {"x={a: 1}", "\"{a: 1}\""},
                                           {"x=null", "null"}})
            gives(0, found + "\n", "", eval({"-c", "$x", "--variable", given}));
        gives(0, "[2,\"b\"]\n", "",
              eval({"-c", "[$x, $y]", "--variable", "x=1", "--variable", "y=b", "--variable",
                    "x=2"}));
        const auto unknown = eval({"$context.a", "--variable", "input={}"});
        gives(65, "",
              "tenon: $context is not known; known are $input\n"
              "--variable NAME=VALUE gives a variable.\n",
              unknown);
    }
    void hidesSecrets() {
        const auto with = [](std::vector<std::string> words) {
            words.insert(words.end(),
                         {"--variable", R"(secrets={"key":"s3cretWord9","deep":{"l":["a"]}})"});
            return eval(words);
        };
        for (const auto* expression : {"$secrets.key", "$secrets.deep.l[0]", "$secrets | .key",
                                       "$secrets.key | ascii_upcase", "\"x\\($secrets.key)\""}) {
            gives(0, "\"********\"\n", "", with({expression}));
            gives(0, "********\n", "", with({expression, "-r"}));
        }
        gives(0, "{\"deep\":{\"l\":[\"********\"]},\"key\":\"********\"}\n", "",
              with({"-c", "{deep: $secrets.deep, key: $secrets.key}"}));
        const auto failed = with({"$secrets.key | error"});
        CPPUNIT_ASSERT_EQUAL(1, failed.code);
        CPPUNIT_ASSERT(failed.err.find("s3cret") == failed.err.npos);
        gives(65, "",
              "tenon: --variable secrets=…: wanted an object of JSON, as in "
              "'secrets={\"name\": \"text\"}'\n",
              eval({".", "--variable", "secrets=s3cretWord9"}));
    }
    void carriesWideIntegers() {
        gives(0, "{\"id\":12345678901234567890}\n", "",
              eval({"-c", ".", "--input", "-"}, "{\"id\": 12345678901234567890}"));
        gives(0, "-12345678901234567890\n", "",
              eval({".id", "--input", "-"}, "id: -12345678901234567890"));
        gives(0, "12345678901234567890\n", "",
              eval({"$x", "--variable", "x=12345678901234567890"}));
    }
    void refusesWhatIsNoExpression() {
        for (const auto* text : {".a +", "", "nowhere(1)", "{", "\"", ".a \xff"}) {
            const auto ended = eval({text});
            CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 65, ended.code);
            CPPUNIT_ASSERT_MESSAGE(ended.err, ended.err.starts_with("tenon: "));
            same("", ended.out);
        }
        gives(65, "", "tenon: the expression is empty\n", eval({""}));
        gives(65, "", "tenon: the expression is not UTF-8\n", eval({".a \xff"}));
    }
    void goesOnBehindAnError() {
        const auto ended =
            eval({".a + 1", "--input", "-"}, "{\"a\":1}\n{\"a\":\"x\"}\n{\"a\":3}\n");
        same("2\n4\n", ended.out);
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        CPPUNIT_ASSERT_MESSAGE(
            ended.err, ended.err.starts_with("error: ") &&
                           ended.err.find("kind: expression, status 400") != ended.err.npos);
    }
    void refusesWrongUse() {
        const std::string usage =
            "\nUsage: tenon eval EXPRESSION [OPTIONS]; tenon eval --help lists them\n";
        gives(64, "", "tenon eval: write an expression" + usage, eval({}));
        gives(
            64, "",
            "tenon eval: takes one expression, in quotes; a file is named by --input FILE" + usage,
            eval({".", "in.json"}));
        for (const auto* given : {"x", "=5", "1=2", "a b=1", "$=1", "a-b=1"})
            gives(64, "",
                  "tenon eval: --variable wants NAME=VALUE, the name in letters, digits and _" +
                      usage,
                  eval({".", "--variable", given}));
        gives(64, "", "tenon eval: there is no option -x" + usage, eval({".", "-x"}));
        gives(64, "", "tenon eval: there is no option -cx" + usage, eval({".", "-cx"}));
        gives(64, "", "tenon eval: --input needs a value" + usage, eval({".", "--input"}));
        gives(65, "", "tenon: --variable x=… is not UTF-8\n", eval({".", "--variable", "x=\xff"}));
    }
    void saysThatItCannotPrint() {
        const auto ended =
            support::run({"/bin/sh", "-c", "exec " TENON_PROGRAM " eval 1 >/dev/full"});
        gives(73, "", "tenon: standard output could not be written (No space left on device)\n",
              ended);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(EvalTest);
