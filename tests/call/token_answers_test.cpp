// SPDX-License-Identifier: Apache-2.0
// Whatever an authorization server gave as a token is a secret of the run, wherever it comes back.
#include <cppunit/extensions/HelperMacros.h>

#include "call_world.h"

namespace {

using calls::answer;
using calls::CallWorld;
using calls::jsonAnswer;
using calls::WebServer;

const std::vector<std::string> kTokens{"accessA1b2C3d4", "refreshE5f6G7h8", "idJ9k0L1m2",
                                       "deviceN3o4P5q6"};
const std::string kAll = R"({"access_token":"accessA1b2C3d4","refresh_token":"refreshE5f6G7h8",)"
                         R"("id_token":"idJ9k0L1m2","device_code":"deviceN3o4P5q6")";

class TokenAnswersTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(TokenAnswersTest);
    CPPUNIT_TEST(showsNoTokenThatAResourceRepeats);
    CPPUNIT_TEST(showsNoTokenInAnOutput);
    CPPUNIT_TEST(showsNoTokenOfAnAnswerThatIsRefused);
    CPPUNIT_TEST_SUITE_END();

    static std::string task(const WebServer& server) {
        return "  - a: {call: http, with: {method: get, endpoint: {uri: '" + server.url() +
               "/a', authentication: {oauth2: {authority: '" + server.url() +
               "', grant: client_credentials, client: {id: me, secret: pass word}}}}}}\n";
    }
    static bool asksForToken(const std::string& request) {
        return request.find("/oauth2/token ") != std::string::npos;
    }
    // All that is shown of a run.
    static std::string shown(const std::string& token, const std::string& resource) {
        WebServer server(
            [&](const std::string& request) { return asksForToken(request) ? token : resource; });
        CallWorld world;
        const auto text = world.run(task(server));
        return text + "\n" + world.observer.texts;
    }
    static void hidden(const std::string& text) {
        for (const auto& token : kTokens)
            CPPUNIT_ASSERT_MESSAGE(text, text.find(token) == std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(text, text.find("********") != std::string::npos);
    }
    static std::string listed() {
        std::string out;
        for (const auto& token : kTokens) out += token + " ";
        return out;
    }

    void showsNoTokenThatAResourceRepeats() {
        hidden(shown(jsonAnswer(kAll + "}"), answer("500 Oops", "I know " + listed())));
    }
    void showsNoTokenInAnOutput() {
        hidden(shown(jsonAnswer(kAll + "}"), jsonAnswer(R"({"seen":")" + listed() + R"("})")));
    }
    void showsNoTokenOfAnAnswerThatIsRefused() {
        for (const auto& token : kTokens) {
            const auto type = R"(,"token_type":")" + token + "\"}";
            for (const std::string status : {"200 OK", "400 Bad Request", "503 Busy"})
                for (const auto& more :
                     {type, type.substr(0, type.size() - 1) + R"(,"error":")" + token + "\"}",
                      type.substr(0, type.size() - 1) + R"(,"error_description":"no )" + token +
                          "\"}"}) {
                    const auto text = shown(answer(status, kAll + more), jsonAnswer("1"));
                    for (const auto& one : kTokens)
                        CPPUNIT_ASSERT_MESSAGE(text, text.find(one) == std::string::npos);
                }
            const auto text = shown(jsonAnswer(kAll + type), jsonAnswer("1"));
            CPPUNIT_ASSERT_MESSAGE(text, text.find("its \"token_type\" is ") != text.npos);
        }
        hidden(shown(jsonAnswer(R"({"access_token":"accessA","token_type":"accessA"})"),
                     jsonAnswer("1")));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(TokenAnswersTest);

}  // namespace
