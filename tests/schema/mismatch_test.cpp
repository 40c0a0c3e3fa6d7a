// SPDX-License-Identifier: Apache-2.0
// What is said of data that does not fit a schema, keyword by keyword.
#include <cppunit/extensions/HelperMacros.h>

#include "manifest/yaml.h"
#include "schema/schema.h"
#include "tenon/json.h"

using tenon::Object;
using tenon::Secret;
using tenon::Value;

namespace {

// "POINTER TEXT\n" for every mismatch.
std::string mismatches(const std::string& schema, const Value& value) {
    tenon::manifest::Faults faults;
    const auto root = tenon::manifest::readYaml(schema, faults);
    const auto read = root ? tenon::schema::Schema::read(*root, faults) : std::nullopt;
    if (!read) return faults.text("schema");
    std::string out;
    const auto found = read->mismatches(value).value();
    for (const auto& problem : found) out += problem.pointer + " " + problem.text + "\n";
    return out;
}

struct Row {
    const char *schema, *value, *expected;
};

template <std::size_t count>
void check(const Row (&rows)[count]) {
    for (const auto& row : rows)
        CPPUNIT_ASSERT_EQUAL_MESSAGE(row.schema, std::string(row.expected),
                                     mismatches(row.schema, tenon::json::read(row.value).value()));
}

}  // namespace

class MismatchTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(MismatchTest);
    CPPUNIT_TEST(namesTheTypes);
    CPPUNIT_TEST(comparesNumbers);
    CPPUNIT_TEST(comparesIntegersExactly);
    CPPUNIT_TEST(comparesWideIntegersExactly);
    CPPUNIT_TEST(measuresTexts);
    CPPUNIT_TEST(knowsDatesAndTimes);
    CPPUNIT_TEST(looksAtItems);
    CPPUNIT_TEST(looksAtMembers);
    CPPUNIT_TEST(combinesSchemas);
    CPPUNIT_TEST(followsReferences);
    CPPUNIT_TEST(readsDraft4);
    CPPUNIT_TEST(escapesPointers);
    CPPUNIT_TEST(readsASecretAsAStringAndNeverQuotesIt);
    CPPUNIT_TEST_SUITE_END();

    void namesTheTypes() {
        check({
            {"type: string", "\"a\"", ""},
            {"type: string", "1", " is an integer; wanted a string\n"},
            {"type: integer", "1.0", ""},
            {"type: integer", "1.5", " is a number; wanted an integer\n"},
            {"type: number", "1", ""},
            {"type: boolean", "null", " is null; wanted true or false\n"},
            {"type: object", "[]", " is an array; wanted an object\n"},
            {"type: [array, 'null']", "true", " is a boolean; wanted an array or null\n"},
        });
    }
    void comparesNumbers() {
        check({
            {"minimum: 2", "2", ""},
            {"minimum: 2", "1.5", " is less than 2\n"},
            {"minimum: 2", "\"1\"", ""},
            {"maximum: 2", "3", " is greater than 2\n"},
            {"exclusiveMinimum: 2", "2", " is not greater than 2\n"},
            {"exclusiveMaximum: 2.5", "2.5", " is not less than 2.5\n"},
            {"multipleOf: 3", "9", ""},
            {"multipleOf: 3", "10", " is no multiple of 3\n"},
            {"multipleOf: 0.1", "0.3", ""},
            {"multipleOf: 0.1", "0.35", " is no multiple of 0.1\n"},
            {"enum: [1, a, null]", "1.0", ""},
            {"enum: [1, a, null]", "2", " is none of 1, \"a\", null\n"},
            {"const: {a: [1]}", "{\"a\": [1.0]}", ""},
            {"const: {a: [1]}", "{\"a\": [2]}", " is not {\"a\":[1]}\n"},
        });
    }
    void comparesIntegersExactly() {
        check({
            {"maximum: 9007199254740992", "9007199254740993",
             " is greater than 9007199254740992\n"},
            {"exclusiveMaximum: 9007199254740993", "9007199254740992", ""},
            {"exclusiveMinimum: 9223372036854775806", "9223372036854775807", ""},
            {"minimum: 9223372036854775807", "9223372036854775806",
             " is less than 9223372036854775807\n"},
            {"const: 9007199254740992", "9007199254740993", " is not 9007199254740992\n"},
            {"enum: [9007199254740993]", "9007199254740993", ""},
            {"uniqueItems: true", "[9007199254740992, 9007199254740993]", ""},
            {"multipleOf: 2", "9007199254740993", " is no multiple of 2\n"},
            {"const: 9007199254740993", "9007199254740992.0", " is not 9007199254740993\n"},
        });
    }
    void comparesWideIntegersExactly() {
        check({
            {"type: integer", "12345678901234567890", ""},
            {"type: number", "-12345678901234567890", ""},
            {"type: [integer, 'null']", "12345678901234567890", ""},
            {"type: string", "12345678901234567890",
             " is an integer of more than 64 bits; wanted a string\n"},
            {"maximum: 9223372036854775807", "9223372036854775808",
             " is greater than 9223372036854775807\n"},
            {"minimum: -9223372036854775808", "-9223372036854775809",
             " is less than -9223372036854775808\n"},
            {"maximum: 18446744073709551615", "18446744073709551615", ""},
            {"maximum: 18446744073709551615", "18446744073709551616",
             " is greater than 18446744073709551615\n"},
            {"maximum: 18446744073709551615", "5", ""},
            {"maximum: 18446744073709551615", "1.8446744073709551616e19",
             " is greater than 18446744073709551615\n"},
            {"exclusiveMaximum: 1e30", "1000000000000000019884624838655", ""},
            {"exclusiveMaximum: 1e30", "1000000000000000019884624838656",
             " is not less than 1e+30\n"},
            {"exclusiveMinimum: 18446744073709551615", "18446744073709551615",
             " is not greater than 18446744073709551615\n"},
            {"minimum: 0.5", "12345678901234567890", ""},
            {"const: 12345678901234567890", "12345678901234567890", ""},
            {"const: 12345678901234567890", "12345678901234567891",
             " is not 12345678901234567890\n"},
            {"const: 12345678901234567890", "\"12345678901234567890\"",
             " is not 12345678901234567890\n"},
            {"const: 10000000000000000000", "1e19", ""},
            {"enum: [1, 12345678901234567890]", "12345678901234567890", ""},
            {"uniqueItems: true", "[12345678901234567890, 12345678901234567891]", ""},
            {"uniqueItems: true", "[10000000000000000000, 1, 1e19]",
             " has the same item at 0 and 2\n"},
            {"multipleOf: 7", "12345678901234567890", " is no multiple of 7\n"},
            {"multipleOf: 10", "12345678901234567890", ""},
            {"multipleOf: 10", "-12345678901234567890", ""},
            {"multipleOf: 10", "12345678901234567891", " is no multiple of 10\n"},
            {"multipleOf: 9223372036854775807", "18446744073709551614", ""},
            {"multipleOf: 9223372036854775807", "18446744073709551615",
             " is no multiple of 9223372036854775807\n"},
            {"multipleOf: 0.5", "12345678901234567890", ""},
            {"multipleOf: 1e3", "12345678901234567000", ""},
            {"multipleOf: 1e3", "12345678901234567001", " is no multiple of 1000\n"},
            {"multipleOf: 12345678901234567890", "24691357802469135780", ""},
            {"multipleOf: 12345678901234567890", "24691357802469135781",
             " is no multiple of 12345678901234567890\n"},
            {"multipleOf: 12345678901234567890", "5", " is no multiple of 12345678901234567890\n"},
            {"multipleOf: 12345678901234567890", "0", ""},
            {"multipleOf: 10000000000000000000", "2e19", ""},
        });
        for (const auto* keyword : {"minLength", "maxItems", "minProperties"})
            CPPUNIT_ASSERT_EQUAL(
                std::string("schema:1:") + std::to_string(std::string(keyword).size() + 3) + ": /" +
                    keyword + ": wanted a whole number of 64 bits, 0 or greater\n",
                mismatches((std::string(keyword) + ": 12345678901234567890").c_str(), Value()));
        CPPUNIT_ASSERT_EQUAL(
            std::string("schema:1:13: /multipleOf: wanted a number greater than 0\n"),
            mismatches("multipleOf: -12345678901234567890", Value()));
    }
    void measuresTexts() {
        check({
            {"minLength: 3", "\"äöü\"", ""},
            {"minLength: 3", "\"äö\"", " has 2 characters; wanted at least 3\n"},
            {"maxLength: 0", "\"a\"", " has 1 character; wanted at most 0\n"},
            {"pattern: ^a+$", "\"aa\"", ""},
            {"pattern: ^a+$", "\"aab\"", " does not match the pattern \"^a+$\"\n"},
            {"pattern: ^a+$", "1", ""},
            {"pattern: ^.$", "\"ä\"", ""},
        });
        CPPUNIT_ASSERT_EQUAL(std::string(" cannot be compared with the pattern \"^(a|b)*$\"\n"),
                             mismatches("pattern: ^(a|b)*$", Value(std::string(1'000'000, 'a'))));
        CPPUNIT_ASSERT_EQUAL(std::string(),
                             mismatches("pattern: ^[ab]*$", Value(std::string(1'000'000, 'a'))));
    }
    void knowsDatesAndTimes() {
        check({
            {"format: date-time", "\"2026-02-28T23:59:60.123Z\"", ""},
            {"format: date-time", "\"2026-02-28t01:02:03+02:00\"", ""},
            {"format: date-time", "\"2026-02-29T01:02:03Z\"", " is no date-time\n"},
            {"format: date-time", "\"2026-02-28T01:02:03\"", " is no date-time\n"},
            {"format: date", "\"2024-02-29\"", ""},
            {"format: date", "\"2024-2-29\"", " is no date\n"},
            {"format: time", "\"24:00:00Z\"", " is no time\n"},
            {"format: time", "\"01:02:03.Z\"", " is no time\n"},
            {"format: date", "1", ""},
            {"format: colour", "\"anything\"", ""},
        });
    }
    void looksAtItems() {
        check({
            {"items: {type: string}", "[\"a\", 1, 2]",
             "/1 is an integer; wanted a string\n/2 is an integer; wanted a string\n"},
            {"{items: [{type: string}], additionalItems: false}", "[\"a\", 1]",
             "/1 is not known here\n"},
            {"minItems: 1", "[]", " has 0 items; wanted at least 1\n"},
            {"maxItems: 1", "[1, 2]", " has 2 items; wanted at most 1\n"},
            {"uniqueItems: true", "[1, {\"a\": \"b\"}, 2, {\"a\": \"b\"}]",
             " has the same item at 1 and 3\n"},
            {"contains: {const: 1}", "[2]", " has no item that fits the schema of \"contains\"\n"},
        });
    }
    void looksAtMembers() {
        check({
            {"required: [a, b]", "{}", "/a is missing\n/b is missing\n"},
            {"{properties: {a: {type: string}}, additionalProperties: false}",
             "{\"a\": 1, \"b\": 1, \"c\": 1}",
             "/a is an integer; wanted a string\n/b is not known here\n/c is not known here\n"},
            {"additionalProperties: {type: string}", "{\"a\": 1}",
             "/a is an integer; wanted a string\n"},
            {"patternProperties: {^x: {type: string}}", "{\"xa\": 1, \"a\": 1}",
             "/xa is an integer; wanted a string\n"},
            {"properties: {a: false}", "{\"a\": 1}", "/a is not allowed here\n"},
            {"minProperties: 2", "{\"a\": 1}", " has 1 member; wanted at least 2\n"},
            {"maxProperties: 0", "{\"a\": 1}", " has 1 member; wanted at most 0\n"},
            {"dependencies: {a: [b], c: {required: [d]}}", "{\"a\": 1, \"c\": 1}",
             "/b is missing; another member needs it\n/d is missing\n"},
            {"propertyNames: {pattern: ^a}", "{\"b\": 1}",
             " has a member whose name does not fit\n"},
            {"{properties: {a: {type: object, required: [b]}}}", "{\"a\": {}}",
             "/a/b is missing\n"},
        });
    }
    void combinesSchemas() {
        check({
            {"allOf: [{type: integer}, {minimum: 3}]", "2.5", " is a number; wanted an integer\n"},
            {"anyOf: [{type: integer}, {type: string}]", "\"a\"", ""},
            {"anyOf: [{type: integer}, {type: string}]", "true",
             " is a boolean; wanted an integer\n is a boolean; wanted a string\n"
             " fits no schema of \"anyOf\"\n"},
            {"oneOf: [{type: integer}, {minimum: 3}]", "4",
             " fits more than one schema of \"oneOf\"\n"},
            {"oneOf: [{type: integer}, {type: string}]", "null",
             " is null; wanted an integer\n is null; wanted a string\n"
             " fits no schema of \"oneOf\"\n"},
            {"not: {type: integer}", "4", " fits the schema of \"not\"\n"},
            {"{if: {type: integer}, then: {minimum: 3}, else: {type: string}}", "2",
             " is less than 3\n"},
            {"{if: {type: integer}, then: {minimum: 3}, else: {type: string}}", "null",
             " is null; wanted a string\n"},
            {"false", "1", " is not allowed here\n"},
            {"true", "1", ""},
        });
    }
    void followsReferences() {
        check({
            {"{$ref: '#/definitions/a', definitions: {a: {type: string}}}", "1",
             " is an integer; wanted a string\n"},
            {"{items: {$ref: '#/$defs/a'}, $defs: {a: {type: string}}}", "[1]",
             "/0 is an integer; wanted a string\n"},
            {"{properties: {next: {$ref: '#'}}, required: [name]}",
             "{\"name\": 1, \"next\": {\"name\": 1, \"next\": {}}}",
             "/next/next/name is missing\n"},
            {"{items: {$ref: '#/definitions/a~1b'}, definitions: {a/b: {const: 1}}}", "[2]",
             "/0 is not 1\n"},
        });
    }
    void readsDraft4() {
        const std::string four = "$schema: http://json-schema.org/draft-04/schema#\n";
        const auto same = [&](const std::string& expected, const std::string& schema,
                              const char* value) {
            CPPUNIT_ASSERT_EQUAL(expected,
                                 mismatches(four + schema, tenon::json::read(value).value()));
        };
        same(" is not greater than 2\n", "minimum: 2\nexclusiveMinimum: true", "2");
        same("", "minimum: 2\nexclusiveMinimum: false", "2");
        same(" is not less than 2\n", "maximum: 2\nexclusiveMaximum: true", "2");
        same("/a is not known here\n", "additionalProperties: false", "{\"a\": 1}");
        same("schema:2:1: /const: \"const\" is no keyword of JSON Schema draft 4, but of draft 7\n",
             "const: 1", "1");
    }
    void escapesPointers() {
        check({{"additionalProperties: {type: string}", "{\"a/b~c]\": 1}",
                "/a~1b~0c] is an integer; wanted a string\n"}});
    }
    void readsASecretAsAStringAndNeverQuotesIt() {
        const auto same = [](const std::string& expected, const std::string& schema) {
            const Value value = Object{{"token", Secret("s3cret")}};
            CPPUNIT_ASSERT_EQUAL(expected,
                                 mismatches("properties: {token: " + schema + "}", value));
        };
        same("", "{type: string, minLength: 6, pattern: ^s3, const: s3cret}");
        same("/token is a secret; wanted an integer\n", "{type: integer}");
        same("/token is none of \"a\"\n", "{enum: [a]}");
        same("/token does not match the pattern \"^x\"\n", "{pattern: ^x}");
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(MismatchTest);
