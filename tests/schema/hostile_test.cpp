// SPDX-License-Identifier: Apache-2.0
// Values and schemas that want more than there is: of time, of the stack, of the memory. What a
// comparison says of them it says before long; a run of all takes seconds.
#include <cppunit/extensions/HelperMacros.h>

#include "manifest/yaml.h"
#include "schema/schema.h"
#include "support/sweep.h"

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

std::optional<tenon::schema::Schema> schemaOf(const std::string& text, std::string& problem) {
    tenon::manifest::Faults faults;
    const auto root = tenon::manifest::readYaml(text, faults);
    auto schema = root ? tenon::schema::Schema::read(*root, faults) : std::nullopt;
    if (!schema) problem = faults.text("schema");
    return schema;
}

// The first mismatch, "fits", or the error. `patience`: how often the time may be asked for.
std::string said(const std::string& text, const Value& value, std::size_t patience = 2'000) {
    std::string problem;
    const auto schema = schemaOf(text, problem);
    if (!schema) return problem;
    const auto found = schema->mismatches(value, [&] { return patience-- == 0; });
    if (!found) return found.error().detail;
    if (found.value().empty()) return "fits";
    const auto& first = found.value().front();
    return first.pointer.substr(0, 10) + " " + first.text;
}

std::string as(std::size_t count) { return std::string(count, 'a'); }

}  // namespace

class HostileTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(HostileTest);
    CPPUNIT_TEST(endsWithEveryPatternAndText);
    CPPUNIT_TEST(endsWhenTheTimeIsUp);
    CPPUNIT_TEST(findsTheSameItemAmongMany);
    CPPUNIT_TEST(keepsWhatItSaysShort);
    CPPUNIT_TEST(takesNoPatternWithoutAnEnd);
    CPPUNIT_TEST(endsWithSchemasThatLeadToOthers);
    CPPUNIT_TEST(endsWithDeepValues);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static const char* anEnd(const std::string& said) {
        for (const char* end :
             {"fits", "does not match", "cannot be compared", "is not known here"})
            if (said.find(end) != std::string::npos) return "an end";
        return "something else";
    }

    // Both as the pattern of a text and of a member's name.
    void endsWithEveryPatternAndText() {
        const std::vector<std::string> patterns{"^[a-z]+$",
                                                "^(a+)+$",
                                                "^(a|a)*$",
                                                "(a*)*b",
                                                "(a+a+)+b",
                                                "a.*b.*c",
                                                "^(a|b)*$",
                                                "(.*)*$",
                                                "a*a*a*a*a*a*b",
                                                "(?:a?){50}a{50}b",
                                                "^(([a-z])+.)+[A-Z]$",
                                                "(a*)\\1*b",
                                                "[^b]*b",
                                                "(?=(a+))a*b",
                                                "(?R)?a",
                                                "((a{0,9}){0,9}){0,9}b",
                                                "\\bx|a$",
                                                "^$"};
        const std::vector<std::string> texts{"", as(33), as(40'000) + "b", as(100'000) + "!",
                                             "\xff" + as(100)};
        for (const auto& pattern : patterns)
            for (const auto& text : texts) {
                if (!support::tried()) continue;
                const auto name = pattern + " " + std::to_string(text.size());
                CPPUNIT_ASSERT_EQUAL_MESSAGE(
                    name, std::string("an end"),
                    std::string(anEnd(said("pattern: '" + pattern + "'", Value(text)))));
                CPPUNIT_ASSERT_EQUAL_MESSAGE(
                    name, std::string("an end"),
                    std::string(anEnd(said("{patternProperties: {'" + pattern +
                                               "': true}, additionalProperties: false}",
                                           Value(Object{{text, 1}})))));
            }
        same("fits", said("patternProperties: {'^[a-z]+$': true}", Object{{as(40'000), 1}}));
        same(" cannot be compared with the pattern \"^(a+)+$\"",
             said("pattern: ^(a+)+$", Value(as(33) + "!")));
        same(" has a member whose name cannot be compared with the \"patternProperties\"",
             said("patternProperties: {^(a+)+$: true}", Object{{as(33) + "!", 1}}));
    }
    void endsWhenTheTimeIsUp() {
        const std::string late = "The time was up before the value was compared with the schema.";
        same(late, said("pattern: ^(a+)+$", Value(as(33) + "!"), 3));
        same(late, said("patternProperties: {^(a+)+$: true}", Object{{as(33) + "!", 1}}, 3));
        Array many;
        for (int i = 0; i < 10'000; ++i) many.push_back(as(33) + "!");
        Array different;
        for (int i = 0; i < 10'000; ++i) different.push_back(i);
        different.push_back(Value(many));
        same(late, said("items: {pattern: ^(a+)+$}", many));
        same(late, said("items: {type: string}", many, 0));
        same(late, said("uniqueItems: true", different, 0));
        // Each leads twice to the next.
        std::string doubling = "{$ref: '#/definitions/a0', definitions: {a50: {type: integer}";
        for (int i = 0; i < 50; ++i) {
            const auto next = "{$ref: '#/definitions/a" + std::to_string(i + 1) + "'}";
            doubling += ", a" + std::to_string(i) + ": {allOf: [" + next + ", " + next + "]}";
        }
        same(late, said(doubling + "}}", 1));
    }
    void findsTheSameItemAmongMany() {
        Array many;
        for (int i = 0; i < 30'000; ++i) many.push_back(Object{{"id", i}, {"of", "all"}});
        same("fits", said("uniqueItems: true", many));
        many.push_back(Object{{"of", "all"}, {"id", 17.0}});
        same(" has the same item at 17 and 30000", said("uniqueItems: true", many));
    }
    void keepsWhatItSaysShort() {
        Array many(30'000, Value(true));
        std::string one, problem;
        for (int i = 0; i < 5'000; ++i) one += (i ? ", " : "") + std::to_string(i);
        const auto schema = schemaOf("items: {enum: [" + one + "]}", problem);
        const auto found = schema->mismatches(many).value();
        CPPUNIT_ASSERT_EQUAL(std::size_t{1'000}, found.size());
        CPPUNIT_ASSERT(found.front().text.ends_with(", … (5000 values)"));
        CPPUNIT_ASSERT(found.front().text.size() < 1'100);
        same(" is not what the schema wants, 2002 bytes of JSON",
             said("const: " + as(2'000), Value(1)));
    }
    void takesNoPatternWithoutAnEnd() {
        same(
            "schema:1:10: /pattern: this is no regular expression: it is longer than 10,000 "
            "bytes\n",
            said("pattern: " + as(10'001), Value(1)));
        same(
            "schema:1:10: /pattern: this is no regular expression: regular expression is too "
            "large, at character 22\n",
            said("pattern: ((a{999}){999}){9999}", Value(1)));
        same(
            "schema:1:21: /patternProperties/(: the name is no regular expression: missing "
            "closing parenthesis, at character 2\n",
            said("patternProperties: {'(': true}", Value(1)));
    }
    void endsWithSchemasThatLeadToOthers() {
        const auto chain = [](int length) {
            std::string text = "{$ref: '#/definitions/a0', definitions: {a" +
                               std::to_string(length) + ": {type: integer}";
            for (int i = 0; i < length; ++i)
                text += ", a" + std::to_string(i) + ": {$ref: '#/definitions/a" +
                        std::to_string(i + 1) + "'}";
            return text + "}}";
        };
        same("fits", said(chain(100), 1));
        const auto found = said(chain(2'000), 1);
        CPPUNIT_ASSERT_MESSAGE(
            found.substr(0, 200),
            found.find("more than 200 schemas lead from one to the next until here") !=
                std::string::npos);
    }
    void endsWithDeepValues() {
        Value deep = 1;
        for (int i = 0; i < 1'990; ++i) deep = Array{std::move(deep)};
        const std::string far =
            "The value cannot be compared with the schema: more than 2,000 schemas are inside "
            "each other.";
        same("fits", said("items: {type: [array, integer]}", deep));
        same("fits", said("{anyOf: [{type: integer}, {items: true}]}", deep));
        same("fits", said("uniqueItems: true", Array{deep, deep.array()->front()}));
        same(far, said("{items: {$ref: '#'}, type: [array, integer]}", deep));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(HostileTest);
