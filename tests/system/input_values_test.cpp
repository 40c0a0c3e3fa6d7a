// SPDX-License-Identifier: Apache-2.0
// `--input name=value` is read as the manifest's schema wants it.
#include <array>

#include "manifest_fixture.h"
#include "support/sweep.h"

class InputValuesTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(InputValuesTest);
    CPPUNIT_TEST(readsAValueAsTheSchemaWantsIt);
    CPPUNIT_TEST(readsAValueAsATextWhereverTheSchemaSaysSo);
    CPPUNIT_TEST(takesWhatIsWantedFirst);
    CPPUNIT_TEST(repeatsLittleOfWhatIsHalfAValue);
    CPPUNIT_TEST_SUITE_END();

    static inline const std::string kHint =
        "Nothing was run. tenon run MANIFEST --help lists what the manifest takes.\n";

    [[nodiscard]] std::string taking(const std::string& schema) const {
        return manifest("input: {schema: {document: " + schema +
                        "}}\ndo: [{give: {set: '${ . }'}}]\n");
    }
    void readsAValueAsTheSchemaWantsIt() {
        const auto path = manifest(
            "input: {schema: {document: {type: object, additionalProperties: false, properties: "
            "{text: {type: string}, count: {type: integer}, yes: {type: boolean}, any: {}}}}}\n"
            "do: [{give: {set: '${ . }'}}]\n");
        const auto given = [&](const std::string& text) {
            const auto ended = support::program({"run", path, "--input", text});
            return ended.code == 0 ? ended.out : ended.err;
        };
        for (const auto& [text, value] :
             {std::pair<std::string, std::string>{"text=5", "\"text\": \"5\""},
              {"text=true", "\"text\": \"true\""},
              {"text={\"a\":1}", "\"text\": \"{\\\"a\\\":1}\""},
              {"text=\"5\"", "\"text\": \"5\""},
              {"text=007", "\"text\": \"007\""},
              {"text=12345678901234567890", "\"text\": \"12345678901234567890\""},
              {"count=5", "\"count\": 5"},
              {"yes=true", "\"yes\": true"},
              {"any=5", "\"any\": 5"},
              {"any=x", "\"any\": \"x\""}})
            same("{\n  " + value + "\n}\n", given(text));
        same("--input: /count is a string; wanted an integer\n" + kHint, given("count=five"));
        same("--input: /yes is an integer; wanted true or false\n" + kHint, given("yes=1"));
    }
    void readsAValueAsATextWhereverTheSchemaSaysSo() {
        for (const std::string schema :
             {"{properties: {v: {type: string}}}", "{properties: {v: {type: [string]}}}",
              "{properties: {v: {type: [string, 'null']}}}",
              "{properties: {v: {anyOf: [{type: string}, {type: 'null'}]}}}",
              "{properties: {v: {oneOf: [{type: string}, {type: boolean}]}}}",
              "{properties: {v: {$ref: '#/definitions/n'}}, definitions: {n: {type: string}}}",
              "{properties: {v: {allOf: [{type: string}, {minLength: 1}]}}}",
              "{$ref: '#/definitions/n', "
              "definitions: {n: {properties: {v: {type: string}}}}}",
              "{allOf: [{properties: {v: {type: string}}}]}",
              "{additionalProperties: {type: string}}",
              "{patternProperties: {'^v': {type: string}}}",
              "{if: {required: [v]}, then: {properties: {v: {type: string}}}}",
              "{anyOf: [{properties: {v: {type: string}}, required: [v]}, {required: [w]}]}"})
            for (const auto& [text, value] : {std::pair<std::string, std::string>{"5", "\"5\""},
                                              {"1.5", "\"1.5\""},
                                              {"[5]", "\"[5]\""},
                                              {"12345678901234567890", "\"12345678901234567890\""},
                                              {"{\"a\": 1", "\"{\\\"a\\\": 1\""},
                                              {"\"5\"", "\"5\""}}) {
                if (!support::tried()) continue;
                const auto ended =
                    support::program({"run", taking(schema), "--input", "v=" + text});
                CPPUNIT_ASSERT_EQUAL_MESSAGE(schema + " " + text + "\n" + ended.err,
                                             "{\n  \"v\": " + value + "\n}\n", ended.out);
            }
        // One that only some texts fit.
        for (const std::string schema : {"{enum: ['5', '6']}", "{const: '5'}"})
            same("{\n  \"v\": \"5\"\n}\n",
                 support::program(
                     {"run", taking("{properties: {v: " + schema + "}}"), "--input", "v=5"})
                     .out);
    }
    void takesWhatIsWantedFirst() {
        const auto given = [&](const std::string& schema, const std::string& text) {
            const auto ended = support::program(
                {"run", taking("{properties: {v: " + schema + "}}"), "--input", "v=" + text});
            return ended.code == 0 ? ended.out : ended.err;
        };
        same("{\n  \"v\": 5\n}\n", given("{type: [string, integer]}", "5"));
        same("{\n  \"v\": null\n}\n", given("{type: [string, 'null']}", "null"));
        same("{\n  \"v\": 5\n}\n", given("{type: number}", "5"));
        same("--input: /v has 1 character; wanted at least 3\n" + kHint,
             given("{type: string, minLength: 3}", "5"));
        // What is wrong inside, or too small, makes no text of it.
        for (const auto& [schema, text, said] :
             {std::array<std::string, 3>{"{minimum: 10}", "5", "/v is less than 10"},
              {"{type: [string, integer], minimum: 10}", "5", "/v is less than 10"},
              {"{anyOf: [{type: string}, {type: integer, minimum: 10}]}", "5",
               "/v is an integer; wanted a string"},
              {"{additionalProperties: false, properties: {name: {}}}", "{\"nmae\":1}",
               "/v/nmae is not known here; did you mean \"name\"?"},
              {"{required: [a]}", "{}", "/v/a is missing"},
              {"{minItems: 1}", "[]", "/v has 0 items; wanted at least 1"},
              {"{anyOf: [{type: string}, {type: object, required: [a]}]}", "{}",
               "/v is an object; wanted a string"}})
            same("--input: " + said + "\n", given(schema, text).substr(0, said.size() + 10));
        same("--input: /v is an integer; wanted an array\n" + kHint, given("{type: array}", "5"));
        for (const std::string schema : {"{}", "{type: integer}", "{type: [string, integer]}"})
            same("{\n  \"v\": 12345678901234567890\n}\n", given(schema, "12345678901234567890"));
    }
    // It may be long, and it may be a password.
    void repeatsLittleOfWhatIsHalfAValue() {
        const std::string secret = "S3cretWord9";
        for (const std::string& value : std::vector<std::string>{
                 "{\"password\": \"" + secret, "{" + secret, "{\"" + secret + "\": 1",
                 "[\"" + secret, "[" + secret + "]", "\"" + secret, "{\"a\":1} " + secret,
                 "{a: " + secret + "}", "{\"" + secret + "\" " + secret + "}",
                 "{\"a\":\"" + secret + "\xff\"}"})
            for (const auto& more : {std::string(), std::string(50'000, 'x'),
                                     std::string(50'000, '{'), std::string(50'000, '9')}) {
                const auto ended =
                    support::program({"run", taking("{}"), "--input", "v=" + value + more});
                CPPUNIT_ASSERT_EQUAL_MESSAGE(value, 65, ended.code);
                same("", ended.out);
                CPPUNIT_ASSERT_MESSAGE(ended.err,
                                       ended.err.find(secret.substr(0, 6)) == std::string::npos);
                CPPUNIT_ASSERT_MESSAGE(ended.err, ended.err.size() < 400);
                CPPUNIT_ASSERT_MESSAGE(ended.err, ended.err.starts_with("tenon: --input v="));
            }
        for (const auto& text : {"v=" + std::string(50'000, '9'), "v=-" + std::string(50'000, '1'),
                                 std::string(50'000, 'n') + "={"})
            CPPUNIT_ASSERT(support::program({"run", taking("{}"), "--input", text}).err.size() <
                           400);
        same("tenon: --input =S… has no name before the =\n",
             support::program({"run", taking("{}"), "--input", "=" + secret}).err);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(InputValuesTest);
