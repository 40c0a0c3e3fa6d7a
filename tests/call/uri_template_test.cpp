// SPDX-License-Identifier: Apache-2.0
#include <cppunit/extensions/HelperMacros.h>

#include "run/uri_template.h"
#include "support/whole.h"
#include "tenon/json.h"

namespace {

using tenon::run::expandUri;

class UriTemplateTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(UriTemplateTest);
    CPPUNIT_TEST(putsMembersOfTheInputIn);
    CPPUNIT_TEST(refusesWhatIsNoScalar);
    CPPUNIT_TEST(saysWhetherASecretWentIn);
    CPPUNIT_TEST_SUITE_END();

    static std::string expanded(const std::string& uri, const std::string& input) {
        bool secret = false;
        const auto result =
            expandUri(uri, tenon::json::read(input).value(), "with/endpoint", secret);
        CPPUNIT_ASSERT(!secret);
        return result ? result.value() : support::whole(result.error());
    }

    void putsMembersOfTheInputIn() {
        struct Row {
            const char* uri;
            const char* input;
            const char* expected;
        };
        const Row rows[] = {
            {"/pet/{id}", R"({"id":7})", "/pet/7"},
            {"/pet/{id}/{id}", R"({"id":"a b/c"})", "/pet/a%20b%2Fc/a%20b%2Fc"},
            {"/{on}?x={x}", R"({"on":true,"x":1.5})", "/true?x=1.5"},
            {"/pet/{id}/toys", R"({})", "/pet//toys"},
            {"/pet/{id}/toys", R"({"id":null})", "/pet//toys"},
            {"/pet/{id}", R"(7)", "/pet/"},
            {"/pet/{pet.id}", R"({"pet":{"id":1},"pet.id":2})", "/pet/2"},
            {"/pet/{pet.id}", R"({"pet":{"id":1}})", "/pet/"},
            {"/pet/{id}", R"({"id":"{name}","name":"n"})", "/pet/%7Bname%7D"},
            {"/pet/{}", R"({})", "/pet/"},
            {"/pet/{id", R"({"id":7})", "/pet/{id"},
        };
        for (const auto& row : rows)
            CPPUNIT_ASSERT_EQUAL_MESSAGE(row.input, std::string(row.expected),
                                         expanded(row.uri, row.input));
    }

    void refusesWhatIsNoScalar() {
        CPPUNIT_ASSERT_EQUAL(
            std::string("expression 400, invalid URI template: In with/endpoint: {id} takes a "
                        "string, a number or a boolean; \"id\" of the task's input is an array."),
            expanded("/pet/{id}", R"({"id":[1]})"));
        CPPUNIT_ASSERT_EQUAL(
            std::string("expression 400, invalid URI template: In with/endpoint: {id} takes a "
                        "string, a number or a boolean; \"id\" of the task's input is an object."),
            expanded("/pet/{id}", R"({"id":{}})"));
    }

    void saysWhetherASecretWentIn() {
        bool secret = false;
        const tenon::Value input = tenon::Object{{"key", tenon::Secret("s")}};
        CPPUNIT_ASSERT_EQUAL(std::string("/s"), expandUri("/{key}", input, "", secret).value());
        CPPUNIT_ASSERT(secret);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(UriTemplateTest);

}  // namespace
