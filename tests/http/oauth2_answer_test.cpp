// SPDX-License-Identifier: Apache-2.0
#include <cppunit/extensions/HelperMacros.h>

#include "http/auth/oauth2.h"
#include "support/whole.h"

namespace {

using namespace tenon::http;
using std::chrono::seconds;

class OAuth2AnswerTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OAuth2AnswerTest);
    CPPUNIT_TEST(readsTheToken);
    CPPUNIT_TEST(saysWhyThereIsNone);
    CPPUNIT_TEST(namesNoClientThatHasNoId);
    CPPUNIT_TEST(sendsATokenALittleShorterThanItLives);
    CPPUNIT_TEST_SUITE_END();

    static std::string told(int status, const std::string& reason, const std::string& body,
                            const std::string& client = "me") {
        TokenRequest asked;
        asked.request.url = "https://h/token?x=1";
        asked.client = client;
        const auto answer = tokenAnswer(asked, {status, reason, {}, body, false});
        if (!answer) return support::whole(answer.error());
        const auto life = answer.value().expiresIn;
        return answer.value().token.reveal() + (life ? " " + std::to_string(life->count()) : "");
    }

    void readsTheToken() {
        const std::pair<const char*, const char*> rows[] = {
            {R"({"access_token":"t","token_type":"Bearer","expires_in":60})", "t 60"},
            {R"({"access_token":"t","token_type":"bearer"})", "t"},
            {R"({"access_token":"t","expires_in":"60"})", "t 60"},
            {R"({"access_token":"t","expires_in":59.9})", "t 59"},
            {R"({"access_token":"t","expires_in":-1})", "t 0"},
            {R"({"access_token":"t","expires_in":null})", "t"},
            {R"({"access_token":"t","expires_in":"soon"})", "t"},
        };
        for (const auto& [body, expected] : rows)
            CPPUNIT_ASSERT_EQUAL(std::string(expected), told(200, "OK", body));
    }

    void saysWhyThereIsNone() {
        struct Row {
            int status;
            const char* reason;
            const char* body;
            const char* expected;
        };
        const Row rows[] = {
            {401, "Unauthorized", R"({"error":"invalid_client"})",
             "authentication 401, token refused: https://h/token gave the client \"me\" no access "
             "token (401 Unauthorized, invalid_client). The call itself was not sent."},
            {401, "", "no",
             "authentication 401, token refused: https://h/token gave the client \"me\" no access "
             "token (401). The call itself was not sent."},
            {400, "Bad Request",
             R"({"error":"invalid_grant","error_description":"The user is locked."})",
             "authentication 401, token refused: https://h/token gave the client \"me\" no access "
             "token (400 Bad Request, invalid_grant: The user is locked). The call itself was not "
             "sent."},
            {400, "Bad Request", R"({"error":"invalid_scope"})",
             "communication 400, HTTP status 400: https://h/token gave the client \"me\" no access "
             "token (400 Bad Request, invalid_scope). The call itself was not sent."},
            {503, "", "",
             "communication 503, retryable, HTTP status 503: https://h/token gave the client "
             "\"me\" no access token (503). The call itself was not sent."},
            {200, "OK", "token",
             "communication 500, malformed: https://h/token did not answer with an access token: "
             "it is no JSON object. The call itself was not sent."},
            {200, "OK", "{}",
             "communication 500, malformed: https://h/token did not answer with an access token: "
             "\"access_token\" is missing. The call itself was not sent."},
            {200, "OK", R"({"access_token":"t","token_type":"mac"})",
             "communication 500, malformed: https://h/token did not answer with an access token: "
             "its \"token_type\" is mac, and Tenon sends Bearer only. The call itself was not "
             "sent."},
        };
        for (const auto& row : rows)
            CPPUNIT_ASSERT_EQUAL(std::string(row.expected), told(row.status, row.reason, row.body));
    }

    void namesNoClientThatHasNoId() {
        CPPUNIT_ASSERT_EQUAL(
            std::string("authentication 401, token refused: https://h/token gave a client without "
                        "an id no access token (401). The call itself was not sent."),
            told(401, "", "", ""));
    }

    void sendsATokenALittleShorterThanItLives() {
        const auto ms = [](int life) { return static_cast<int>(worth(seconds(life)).count()); };
        CPPUNIT_ASSERT_EQUAL(0, ms(0));
        CPPUNIT_ASSERT_EQUAL(9'000, ms(10));
        CPPUNIT_ASSERT_EQUAL(270'000, ms(300));
        CPPUNIT_ASSERT_EQUAL(3'570'000, ms(3600));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OAuth2AnswerTest);

}  // namespace
