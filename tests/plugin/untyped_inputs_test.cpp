// SPDX-License-Identifier: Apache-2.0
// Inputs as a manifest gives them, before anything has a type.
#include "refusal.h"

class UntypedInputsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(UntypedInputsTest);
    CPPUNIT_TEST(refusesUnknownKeys);
    CPPUNIT_TEST(refusesMissingInputs);
    CPPUNIT_TEST(refusesOtherTypes);
    CPPUNIT_TEST(refusesWhatIsNoObject);
    CPPUNIT_TEST(takesSecretsForPlainTexts);
    CPPUNIT_TEST(takesNullForWhatIsOptional);
    CPPUNIT_TEST_SUITE_END();

    static void wrong(const std::string& problems, const tenon::Value& inputs) {
        tenon::testing::FakeContext context;
        cloudelements::CreateSageCRMInstance step;
        const auto result = static_cast<tenon::Step&>(step).run(inputs, context);
        CPPUNIT_ASSERT(!result);
        CPPUNIT_ASSERT_EQUAL(problems, sample::refusal(result.error(), context));
    }
    static tenon::Object good() { return *tenon::writeFields(sample::inputs()).object(); }

    void refusesUnknownKeys() {
        auto inputs = good();
        inputs.set("passwrod", "a");
        auto connection = *inputs.find("connection")->object();
        connection.set("secret", "a");
        inputs.set("connection", connection);
        wrong(
            "/connection/secret is not known here; known are baseUrl, user, organization\n"
            "  /passwrod is not known here; known are connection, name, subdomain, username, "
            "password, tags, configuration, events, adopt, lookFor, verify, onInvalid",
            inputs);
    }
    void refusesMissingInputs() {
        wrong(
            "/connection is missing; wanted an object\n"
            "  /name is missing; wanted a string\n"
            "  /subdomain is missing; wanted a string\n"
            "  /username is missing; wanted a string\n"
            "  /password is missing; wanted a string (a secret)",
            tenon::Object());
    }
    void refusesOtherTypes() {
        auto inputs = good();
        inputs.set("connection", tenon::Secret("a text where an object is wanted"));
        inputs.set("name", 5);
        inputs.set("password", nullptr);
        inputs.set("tags", tenon::Array{"a", 1});
        inputs.set("configuration", "a");
        wrong(
            "/connection is a secret; wanted an object\n"
            "  /name is an integer; wanted a string\n"
            "  /password is null; wanted a string (a secret)\n"
            "  /tags/1 is an integer; wanted a string\n"
            "  /configuration is a string; wanted an object",
            inputs);
    }
    void refusesWhatIsNoObject() {
        wrong("the whole is null; wanted an object", tenon::Value());
        wrong("the whole is an array; wanted an object", tenon::Array{good()});
    }
    static std::string body(const tenon::Value& inputs) {
        tenon::testing::FakeContext context;
        context.fakeHttp.answer(200, R"({"id":1,"token":"t"})");
        cloudelements::CreateSageCRMInstance step;
        CPPUNIT_ASSERT(static_cast<tenon::Step&>(step).run(inputs, context).ok());
        return context.fakeHttp.sent.at(0).request.body;
    }
    void takesSecretsForPlainTexts() {
        auto inputs = good();
        for (const char* key : {"name", "subdomain", "username"})
            inputs.set(key, tenon::Secret(*good().find(key)->string()));
        inputs.set("password", sample::kPassword);
        CPPUNIT_ASSERT_EQUAL(body(good()), body(inputs));
    }
    void takesNullForWhatIsOptional() {
        auto inputs = good();
        inputs.set("tags", nullptr);
        inputs.set("configuration", nullptr);
        CPPUNIT_ASSERT_EQUAL(body(good()), body(inputs));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(UntypedInputsTest);
