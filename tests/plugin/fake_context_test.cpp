// SPDX-License-Identifier: Apache-2.0
// The fake lends a step what a host lends it: what is kept, what had come of an answer that broke
// off, and quotes.
#include <cppunit/extensions/HelperMacros.h>

#include "cloudelements/requests/element_request.h"
#include "step_fixture.h"
#include "tenon/keep.h"
#include "tenon/once.h"
#include "tenon/partial_http.h"
#include "tenon/quote.h"
#include "tenon/wait.h"

class FakeContextTest : public StepFixture {
    CPPUNIT_TEST_SUITE(FakeContextTest);
    CPPUNIT_TEST(lendsAllThatAHostLends);
    CPPUNIT_TEST(handsOverWhatHadCome);
    CPPUNIT_TEST(hidesBeforeItCuts);
    CPPUNIT_TEST(letsAStepQuote);
    CPPUNIT_TEST(doesWhatNoEarlierLifeDid);
    CPPUNIT_TEST_SUITE_END();

    void lendsAllThatAHostLends() {
        CPPUNIT_ASSERT(!context_.extension(tenon::Quote::kId));
        context_.secrets.emplace();
        for (const auto id : {tenon::Keep::kId, tenon::Once::kId, tenon::PartialHttp::kId,
                              tenon::Quote::kId, tenon::Wait::kId})
            CPPUNIT_ASSERT_MESSAGE(std::string(id), context_.extension(id));
        context_.known.reset();
        CPPUNIT_ASSERT(!context_.extension(tenon::Once::kId));
        CPPUNIT_ASSERT(!context_.extension("tenon.none/1"));
    }
    void handsOverWhatHadCome() {
        const std::pair<const char*, const char*> rows[] = {
            {"POST", "200 half"}, {"DELETE", "200 half"}, {"GET", "0 "}, {"HEAD", "0 "}};
        for (const auto& [method, wanted] : rows) {
            context_.fakeHttp.answer(201, "whole");
            context_.fakeHttp.breakOff(200, "half");
            for (const bool breaks : {false, true}) {
                tenon::HttpResponse part;
                const auto result = tenon::sendPartly(
                    context_, {.method = method, .url = "https://api.example.com/"}, part);
                same(breaks ? "maybe done" : "201", result ? std::to_string(result.value().status)
                                                    : result.error().done == tenon::Done::maybe
                                                        ? "maybe done"
                                                        : "not done");
                same(breaks ? wanted : "0 ", std::to_string(part.status) + " " + part.body);
            }
        }
        CPPUNIT_ASSERT(context_.fakeHttp.parts.empty());
    }
    void hidesBeforeItCuts() {
        context_.secrets = {"secret", ""};
        auto* quote = static_cast<tenon::Quote*>(context_.extension(tenon::Quote::kId));
        same("a ********", quote->quote("a\nsecret", 10));
        same("a ********…", quote->quote("a secret and secret", 10));
        same("é…", quote->quote("éé", 3));
        CPPUNIT_ASSERT_EQUAL(std::size_t{3}, context_.quoted.size());
        same("a\nsecret", context_.quoted.front());
    }
    // As on a host: the plugin gives it the whole text.
    void letsAStepQuote() {
        context_.secrets = {sample::kUser};
        const std::string said = std::string(495, 'x') + sample::kUser;
        context_.fakeHttp.answer(400, "{\"message\":\"" + said + "\"}");
        const auto text = does<cloudelements::ElementRequest>(R"({"path":"/hubs/crm/accounts"})");
        same("no: The platform answered 400: " + std::string(495, 'x') + "*****….", text);
        same(said, context_.quoted.at(0));
    }
    void doesWhatNoEarlierLifeDid() {
        auto* once = static_cast<tenon::Once*>(context_.extension(tenon::Once::kId));
        CPPUNIT_ASSERT(!once->past().again);
        context_.before.emplace_back(tenon::Value(5));
        context_.before.emplace_back(context_.interrupted());
        int done = 0;
        const auto act = [&](const char* what) {
            return once->act(what,
                             [&]() -> tenon::Result<tenon::Value> { return tenon::Value(++done); });
        };
        CPPUNIT_ASSERT(act("a").value() == tenon::Value(5));
        CPPUNIT_ASSERT(act("b").error().done == tenon::Done::maybe);
        CPPUNIT_ASSERT_EQUAL(0, done);
        CPPUNIT_ASSERT(act("c").value() == tenon::Value(1));
        same(R"(["a","b","c"])",
             tenon::json::write(tenon::Array(context_.acts.begin(), context_.acts.end())));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FakeContextTest);
