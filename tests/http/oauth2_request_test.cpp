// SPDX-License-Identifier: Apache-2.0
#include <cppunit/extensions/HelperMacros.h>

#include "http/auth/oauth2.h"
#include "support/whole.h"
#include "tenon/json.h"

namespace {

using namespace tenon::http;

class OAuth2RequestTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OAuth2RequestTest);
    CPPUNIT_TEST(makesTheRequestFromTheSettings);
    CPPUNIT_TEST(findsTheTokenEndpoint);
    CPPUNIT_TEST(refusesSettingsThatDoNotFit);
    CPPUNIT_TEST_SUITE_END();

    static TokenRequest requestOf(const std::string& settings, bool written = true) {
        return tokenRequest({tenon::json::read(settings).value(), "auth/oauth2"},
                            tenon::json::read(R"({"realm":"a b"})").value(), written, written);
    }
    // Content-Type, Authorization if there is one, and body.
    static std::string sent(const std::string& settings) {
        const auto asked = requestOf(R"({"authority":"https://h",)" + settings);
        CPPUNIT_ASSERT_EQUAL(std::string("POST"), asked.request.method);
        std::string out;
        for (const auto& header : asked.request.headers)
            if (header.name != "Accept") out += header.value + " ";
        return out + asked.request.body;
    }
    static std::string refusal(const std::string& settings) {
        try {
            return requestOf(settings).request.url;
        } catch (const tenon::StepError& e) {
            return support::whole(e.error());
        }
    }

    void makesTheRequestFromTheSettings() {
        const std::string form = "application/x-www-form-urlencoded ";
        const std::string client = R"("client":{"id":"me","secret":"a&b")";
        const std::pair<std::string, std::string> rows[] = {
            {R"("grant":"client_credentials",)" + client + "}}",
             form + "grant_type=client_credentials&client_id=me&client_secret=a%26b"},
            {R"("grant":"client_credentials",)" + client +
                 R"(,"authentication":"client_secret_post"}})",
             form + "grant_type=client_credentials&client_id=me&client_secret=a%26b"},
            // base64 of "me:a%26b": both are percent-encoded first.
            {R"("grant":"client_credentials",)" + client +
                 R"(,"authentication":"client_secret_basic"}})",
             "Basic bWU6YSUyNmI= " + form + "grant_type=client_credentials"},
            // RFC 6749, appendix B: a blank is +.
            {R"("grant":"client_credentials","client":{"id":"1PpG/Q 1",
                 "secret":"z/tZ9VwFZqApmIQ+ZH1I5pLk/uB4ud:X2/8bL+wfFTt1rFw=",
                 "authentication":"client_secret_basic"}})",
             "Basic "
             "MVBwRyUyRlErMTp6JTJGdFo5VndGWnFBcG1JUSUyQlpIMUk1cExrJTJGdUI0dWQlM0FYMiUyRjhiTCUyQnd"
             "mRlR0MXJGdyUzRA== " +
                 form + "grant_type=client_credentials"},
            {R"("grant":"client_credentials","client":{"id":"me","authentication":"none"}})",
             form + "grant_type=client_credentials&client_id=me"},
            {R"("grant":"password","username":"u","password":1234,
                 "client":{"authentication":"none"}})",
             form + "grant_type=password&username=u&password=1234"},
            {R"("grant":"client_credentials","scopes":["a","b"],"audiences":["x","y"],)" + client +
                 "}}",
             form + "grant_type=client_credentials&client_id=me&client_secret=a%26b&scope=a%20b&"
                    "audience=x&audience=y"},
            {R"("grant":"client_credentials","scopes":["a","b"],"audiences":["x","y"],
                 "request":{"encoding":"application/json"},)" +
                 client + "}}",
             R"(application/json {"grant_type":"client_credentials","client_id":"me",)"
             R"("client_secret":"a&b","scope":"a b","audience":["x","y"]})"},
        };
        for (const auto& [settings, expected] : rows)
            CPPUNIT_ASSERT_EQUAL(expected, sent(settings));
    }

    void findsTheTokenEndpoint() {
        const std::string rest =
            R"("grant":"client_credentials","client":{"authentication":"none"}})";
        struct Row {
            const char* authority;
            const char* token;
            const char* expected;
        };
        const Row rows[] = {
            {"https://h", nullptr, "https://h/oauth2/token"},
            {"https://h/realms/r/", nullptr, "https://h/realms/r/oauth2/token"},
            {"https://h/realms/{realm}", "/auth/token", "https://h/realms/a%20b/auth/token"},
            {"https://h", "token", "https://h/token"},
            {"https://h", "/{realm}/token", "https://h/a%20b/token"},
            {"https://h", "https://other/token", "https://other/token"},
        };
        for (const auto& row : rows) {
            const std::string endpoints =
                row.token ? R"("endpoints":{"token":")" + std::string(row.token) + "\"}," : "";
            CPPUNIT_ASSERT_EQUAL(std::string(row.expected),
                                 requestOf(R"({"authority":")" + std::string(row.authority) +
                                           "\"," + endpoints + rest)
                                     .request.url);
        }
        CPPUNIT_ASSERT_EQUAL(
            std::string("https://h/{realm}/oauth2/token"),
            requestOf(R"({"authority":"https://h/{realm}",)" + rest, false).request.url);
    }

    void refusesSettingsThatDoNotFit() {
        const std::string start = "validation 400, invalid authentication: In auth/oauth2";
        const std::pair<const char*, std::string> rows[] = {
            {R"({"grant":"client_credentials"})", ": \"authority\" is missing."},
            {R"({"authority":"https://h"})", ": \"grant\" is missing."},
            {R"({"authority":"https://h","grant":"client-credentials"})",
             ": \"grant\" is none of client_credentials, password; did you mean "
             "\"client_credentials\"?"},
            {R"({"authority":"https://h","grant":"password"})", "/client: \"id\" is missing."},
            {R"({"authority":"https://h","grant":"password","client":{"id":"i"}})",
             "/client: \"secret\" is missing."},
            {R"({"authority":"https://h","grant":"password","client":{"authentication":"none"}})",
             ": \"username\" is missing."},
            {R"({"authority":"https://h","grant":"password","client":{"authentication":"jwt"}})",
             "/client: \"authentication\" is none of client_secret_post, client_secret_basic, "
             "none."},
            {R"({"authority":["https://h"],"grant":"password"})",
             ": \"authority\" is an array; wanted a string."},
            {R"({"authority":"https://h","grant":"client_credentials","scopes":"a",
                 "client":{"authentication":"none"}})",
             ": \"scopes\" is a string; wanted an array of strings."},
            {R"({"authority":"https://h","grant":"client_credentials","issuers":["a"]})",
             ": \"issuers\" is part of the language, but Tenon does not run it."},
            {R"({"authority":"https://h","grant":"client_credentials","client":[]})",
             "/client: wanted an object, found an array."},
        };
        for (const auto& [settings, expected] : rows)
            CPPUNIT_ASSERT_EQUAL(start + expected, refusal(settings));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OAuth2RequestTest);

}  // namespace
