// SPDX-License-Identifier: Apache-2.0
// A run that dies in the middle of the request for a token has not begun the call that the token
// is for: gone on with, it makes it, once.
#include <signal.h>

#include <future>

#include "kept_fixture.h"
#include "scenarios/stub_server.h"

using scenarios::Answer;
using support::Running;

class KeptTokensTest : public KeptFixture {
    CPPUNIT_TEST_SUITE(KeptTokensTest);
    CPPUNIT_TEST(goesOnAfterAKillInTheMiddleOfATokenRequest);
    CPPUNIT_TEST(tellsOfTheTokenInItsStory);
    CPPUNIT_TEST_SUITE_END();

    std::atomic<int> tokens_ = 0, posts_ = 0;
    std::atomic<bool> cuts_ = false;
    std::promise<void> asked_;  // the first time, which is not answered
    scenarios::StubServer server_{
        nullptr, [this](const scenarios::Received& request) {
            if (request.target != "/oauth2/token") {
                ++posts_;
                return Answer{.headers = {{"Content-Type", "application/json"}},
                              .body = R"({"for":")" + header(request, "Authorization") + "\"}"};
            }
            const int number = ++tokens_;
            if (number == 1 && cuts_) {
                asked_.set_value();
                return Answer{Answer::Kind::never, 0, {}, ""};
            }
            return Answer{
                .headers = {{"Content-Type", "application/json"}},
                .body = "{\"access_token\":\"token number " + std::to_string(number) + "\"}"};
        }};

    static std::string header(const scenarios::Received& request, const std::string& name) {
        for (const auto& header : request.headers)
            if (tenon::sameHeader(header.name, name)) return header.value;
        return "";
    }
    [[nodiscard]] std::string manifest() const {
        const std::string host = "http://127.0.0.1:" + std::to_string(server_.port());
        return write("m.yaml",
                     "do:\n"
                     "  - order:\n"
                     "      call: http\n"
                     "      with:\n"
                     "        method: post\n"
                     "        endpoint:\n"
                     "          uri: " +
                         host +
                         "/orders\n"
                         "          authentication:\n"
                         "            oauth2:\n"
                         "              authority: " +
                         host +
                         "\n"
                         "              grant: client_credentials\n"
                         "              client: {id: me, secret: s3cret}\n");
    }

    void goesOnAfterAKillInTheMiddleOfATokenRequest() {
        cuts_ = true;
        {
            Running run(driving({"run", manifest(), "--run-id", "one"}));
            asked_.get_future().wait();
            run.signal(SIGKILL);
            CPPUNIT_ASSERT_EQUAL(128 + SIGKILL, run.wait());
        }
        const auto row = shown("one");
        same("interrupted", *row.find("state")->string());
        CPPUNIT_ASSERT_EQUAL(std::int64_t{0}, *row.find("acts")->integer());
        const auto ended = kept({"resume", "one"});
        same("run one, gone on with\nm 1.0.0\n  order: call http, T\n", support::steady(ended.err));
        same("{\n  \"for\": \"Bearer ********\"\n}\n", ended.out);
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        CPPUNIT_ASSERT_EQUAL(2, tokens_.load());
        CPPUNIT_ASSERT_EQUAL(1, posts_.load());
    }

    void tellsOfTheTokenInItsStory() {
        CPPUNIT_ASSERT_EQUAL(0, kept({"run", manifest(), "--run-id", "one"}).code);
        auto story = kept({"runs", "show", "one", "--show-secrets"}).out;
        story = std::regex_replace(story, std::regex("20[0-9-]+T[0-9:.]+Z"), "TIME");
        story = std::regex_replace(story, std::regex("[0-9.]+ m?s, "), "T, ");
        same("one: m 1.0.0 (" + folder_.path("m.yaml") +
                 "), completed since TIME\n"
                 "  TIME  begun with {}\n"
                 "  TIME  /do/0/order: T, got a token\n"
                 "  TIME  /do/0/order (call http POST): T, gave {\"for\":\"Bearer token number "
                 "1\"}\n"
                 "  TIME  gave {\"for\":\"Bearer token number 1\"}\n",
             story);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(KeptTokensTest);
