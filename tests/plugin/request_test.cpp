// SPDX-License-Identifier: Apache-2.0
// What the step sends: the whole of it, and once.
#include "sample.h"

class RequestTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RequestTest);
    CPPUNIT_TEST(sendsOnePost);
    CPPUNIT_TEST(isNeverRepeatedByTheHost);
    CPPUNIT_TEST(saysThatASecretIsInIt);
    CPPUNIT_TEST(handsOnTheLimitsOfTheTask);
    CPPUNIT_TEST(takesTheBaseUrlWithAndWithoutSlashes);
    CPPUNIT_TEST(sendsTagsInTheirOrder);
    CPPUNIT_TEST(sendsFurtherConfigurationAsItIs);
    CPPUNIT_TEST(sendsSecretsOfTheConfigurationInClear);
    CPPUNIT_TEST(escapesWhatJsonMustEscape);
    CPPUNIT_TEST(escapesLineBreaksInsideOfNestedConfiguration);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static tenon::testing::FakeHttp::Sent sent(const sample::Inputs& in,
                                               tenon::Limits limits = {}) {
        tenon::testing::FakeContext context;
        context.given = limits;
        context.fakeHttp.answer(200, R"({"id":1,"token":"t"})");
        CPPUNIT_ASSERT(sample::call(context, in).ok());
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), context.fakeHttp.sent.size());
        return context.fakeHttp.sent[0];
    }

    void sendsOnePost() {
        const auto request = sent(sample::inputs()).request;
        same("POST", request.method);
        same("https://api.example.com/elements/api-v2/instances", request.url);
        std::string headers;
        for (const auto& h : request.headers) headers += h.name + ": " + h.value + "\n";
        same(
            "Authorization: User BUIWhN8NTPaeyYo7Kblo91CJ1tCG6PUonwnV/XJjy2A=, "
            "Organization 5f0c2b0b9d7e4c6a8f1e3d5c7b9a0f12\n"
            "Content-Type: application/json\n"
            "Accept: application/json\n",
            headers);
        same(R"({"element":{"key":"sagecrm"},"configuration":{"subdomain":"crm.example.com",)"
             R"("username":"sage","password":"s3cret password"},"tags":[")" +
                 sample::kTag + R"("],"name":"SageCRM"})",
             request.body);
    }
    void isNeverRepeatedByTheHost() {
        const auto request = sent(sample::inputs()).request;
        CPPUNIT_ASSERT(request.idempotent == std::optional<bool>(false));
        CPPUNIT_ASSERT(!request.followRedirects);
    }
    void saysThatASecretIsInIt() { CPPUNIT_ASSERT(sent(sample::inputs()).request.secret); }
    void handsOnTheLimitsOfTheTask() {
        std::stop_source source;
        const tenon::Limits given{std::chrono::steady_clock::time_point(std::chrono::hours(1)),
                                  source.get_token()};
        const auto limits = sent(sample::inputs(), given).limits;
        CPPUNIT_ASSERT(given.deadline == limits.deadline);
        CPPUNIT_ASSERT(given.stop == limits.stop);
    }
    void takesTheBaseUrlWithAndWithoutSlashes() {
        const auto url = [](const std::string& baseUrl) {
            auto in = sample::inputs();
            in.connection.baseUrl = baseUrl;
            return sent(in).request.url;
        };
        same("https://h/elements/api-v2/instances", url("https://h/elements/api-v2"));
        same("https://h/elements/api-v2/instances", url("https://h/elements/api-v2/"));
        same("https://h/elements/api-v2/instances", url("https://h/elements/api-v2///"));
        same("https://h:8443/x/instances", url("https://h:8443/x"));
        same("http://127.0.0.1:8080/x/instances", url("http://127.0.0.1:8080/x"));
        same("http://[::1]:8080/x/instances", url("http://[::1]:8080/x"));
        same("http://localhost/x/instances", url("http://localhost/x/"));
    }
    void sendsTagsInTheirOrder() {
        auto in = sample::inputs();
        in.tags = {"b", "a", "c"};
        same(R"({"element":{"key":"sagecrm"},"configuration":{"subdomain":"crm.example.com",)"
             R"("username":"sage","password":"s3cret password"},"tags":["b","a","c",")" +
                 sample::kTag +
                 R"("],)"
                 R"("name":"SageCRM"})",
             sent(in).request.body);
    }

    // The part of the body between the three keys of its own and the tags.
    static std::string further(std::map<std::string, tenon::Value> configuration) {
        auto in = sample::inputs();
        in.configuration = std::move(configuration);
        const std::string body = sent(in).request.body;
        const std::string before = R"("password":"s3cret password")", after = R"(},"tags":[)";
        const auto from = body.find(before) + before.size();
        return body.substr(from, body.rfind(after) - from);
    }
    void sendsFurtherConfigurationAsItIs() {
        same("", further({}));
        same(R"(,"a":"15","b":15,"c":true,"d":null,"e":1.5,"f":{"g":["h"]})",
             further({{"a", "15"},
                      {"b", 15},
                      {"c", true},
                      {"d", nullptr},
                      {"e", 1.5},
                      {"f", tenon::Object{{"g", tenon::Array{"h"}}}}}));
    }
    void sendsSecretsOfTheConfigurationInClear() {
        same(R"(,"a":"one","b":{"c":"two"})",
             further(
                 {{"a", tenon::Secret("one")}, {"b", tenon::Object{{"c", tenon::Secret("two")}}}}));
    }
    void escapesWhatJsonMustEscape() {
        auto in = sample::inputs();
        in.name = "Zoë \"&\" \\ / <b>";
        in.password = tenon::Secret("\"\\'\xE2\x82\xAC");
        same(R"({"element":{"key":"sagecrm"},"configuration":{"subdomain":"crm.example.com",)"
             R"("username":"sage","password":"\"\\'€"},"tags":[")" +
                 sample::kTag + R"("],"name":"Zoë \"&\" \\ / <b>"})",
             sent(in).request.body);
    }
    // Top-level values are texts on the platform, where a line break is an accident and refused;
    // what is nested below them (a poller's script) may need one, and JSON makes it harmless.
    void escapesLineBreaksInsideOfNestedConfiguration() {
        same(R"(,"a":{"b\r":"c\r\nd\u0000\u001b"})",
             further({{"a", tenon::Object{{"b\r", std::string("c\r\nd\0\x1b", 6)}}}}));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RequestTest);
