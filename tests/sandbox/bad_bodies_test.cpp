// SPDX-License-Identifier: Apache-2.0
// Bodies that the sandbox refuses, and what they leave as it was.
#include "refused.h"
#include "with_sandbox.h"

using support::Call;
using support::newInstance;

class BadBodiesTest : public support::WithSandbox {
    CPPUNIT_TEST_SUITE(BadBodiesTest);
    CPPUNIT_TEST(refusesOtherContentTypes);
    CPPUNIT_TEST(takesContentTypesHoweverTheyAreWritten);
    CPPUNIT_TEST(refusesWhatIsNoJsonObject);
    CPPUNIT_TEST(refusesUnknownElements);
    CPPUNIT_TEST(refusesMissingMembers);
    CPPUNIT_TEST(namesMissingConfiguration);
    CPPUNIT_TEST(refusesTagsThatAreNoTexts);
    CPPUNIT_TEST(changesNothingThatItRefuses);
    CPPUNIT_TEST_SUITE_END();

    void refused(int status, const std::string& message, const Call& call) const {
        support::refused(*platform_, status, message, call);
    }
    static Call post(const std::string& body) {
        return {.method = "POST", .path = "/instances", .body = body};
    }
    // A body that makes an instance, but for one part of its text.
    static Call changed(const std::string& part, const std::string& by) {
        auto body = newInstance("SageCRM", R"(,"tags":["a"])");
        CPPUNIT_ASSERT(body.find(part) != std::string::npos);
        return post(body.replace(body.find(part), part.size(), by));
    }

    void refusesOtherContentTypes() {
        for (const std::string type : {"", "text/plain", "application/x-www-form-urlencoded",
                                       "application/json5", "application/vnd.api+json"}) {
            auto call = post(newInstance());
            call.headers = {{"Content-Type", type}};
            refused(415, "Content type '" + type + "' not supported", call);
        }
    }
    void takesContentTypesHoweverTheyAreWritten() {
        for (const char* type : {"application/json", "application/json;charset=UTF-8",
                                 "application/json ; charset=utf-8", "Application/JSON"}) {
            auto call = post(newInstance());
            call.headers = {{"Content-Type", type}};
            CPPUNIT_ASSERT_EQUAL_MESSAGE(type, 200, platform_->call(call).status);
        }
    }
    void refusesWhatIsNoJsonObject() {
        auto empty = post("");
        empty.headers = {{"Content-Type", "application/json"}};
        refused(400, "The request body is not a valid JSON object", empty);
        for (const std::string body : {"{", "[]", "null", "\"a\"", "a=b", "{\"a\":1,}", "{} {}",
                                       R"({"name":"a","name":"b"})", "{\"a\":\"\n\"}"})
            refused(400, "The request body is not a valid JSON object", post(body));
    }
    void refusesUnknownElements() {
        const std::string element = R"("element":{"key":"sagecrm"})";
        for (const std::string by :
             {R"("element":{"key":"nosuch"})", R"("element":{"id":3642})",
              R"("element":{"id":"3641"})", R"("element":{})", R"("element":{"key":"SAGECRM"})"})
            refused(404, "No element found with the given key or ID", changed(element, by));
        for (const char* path : {"/elements/nosuch/instances", "/elements/3642/instances",
                                 "/elements//instances", "/elements/nosuch/instances/1"})
            refused(404, "No element found with the given key or ID", {.path = path});
        auto call = changed("sagecrm", "nosuch");
        call.path = "/elements/sagecrm/instances";
        refused(404, "No element found with the given key or ID", call);
    }
    void refusesMissingMembers() {
        refused(400, "The field 'element' is required",
                changed(R"("element":{"key":"sagecrm"},)", ""));
        refused(400, "The field 'element' is required",
                changed(R"("element":{"key":"sagecrm"})", R"("element":"sagecrm")"));
        refused(400, "The field 'name' is required and must be a string",
                changed(R"("name":"SageCRM",)", ""));
        for (const char* name : {"null", "5", "\"\"", "[\"a\"]"})
            refused(400, "The field 'name' is required and must be a string",
                    changed("\"SageCRM\"", name));
        refused(400, "The field 'configuration' is required and must be an object",
                changed("configuration", "configurations"));
        refused(400, "The field 'configuration' is required and must be an object",
                post(R"({"element":{"id":3641},"name":"a","configuration":[]})"));
    }
    void namesMissingConfiguration() {
        const std::string missing = "The following required configuration entries are missing: ";
        const auto with = [](const std::string& configuration) {
            return post(R"({"element":{"id":3641},"name":"a","configuration":{)" + configuration +
                        "}}");
        };
        refused(400, missing + "subdomain, username, password", with(""));
        refused(400, missing + "username", with(R"("subdomain":"h","password":"p")"));
        refused(400, missing + "subdomain, password",
                with(R"("subdomain":"","username":"u","password":null)"));
        refused(400, missing + "password",
                with(R"("subdomain":"h","username":"u","password":5,"Password":"p")"));
    }
    void refusesTagsThatAreNoTexts() {
        for (const char* tags : {"\"a\"", "null", "{}", "[1]", "[\"a\",null]", "[[]]"})
            refused(400, "The field 'tags' must be an array of strings", changed("[\"a\"]", tags));
    }
    void changesNothingThatItRefuses() {
        platform_->make();
        const auto before = platform_->call({.path = "/instances/427902"}).body;
        const auto change = [&](const std::string& method, const std::string& body,
                                const std::string& message) {
            refused(400, message, {.method = method, .path = "/instances/427902", .body = body});
        };
        const std::string name = "The field 'name' is required and must be a string";
        const std::string configuration =
            "The field 'configuration' is required and must be an object";
        change("PUT", "{}", configuration);
        change("PUT", R"({"name":"b"})", configuration);
        change("PUT", R"({"name":"b","configuration":{"username":"u","password":"p"}})",
               "The following required configuration entries are missing: subdomain");
        change("PUT", newInstance(""), name);
        change("PATCH", R"({"configuration":{"x":"y"},"name":""})", name);
        change("PATCH", R"({"name":"b","configuration":"x"})", configuration);
        change("PATCH", R"({"name":"b","tags":"x"})",
               "The field 'tags' must be an array of strings");
        CPPUNIT_ASSERT_EQUAL(before, platform_->call({.path = "/instances/427902"}).body);
        CPPUNIT_ASSERT_EQUAL(1, platform_->count());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(BadBodiesTest);
