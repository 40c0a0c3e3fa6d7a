// SPDX-License-Identifier: Apache-2.0
// What a run learns from outside goes through the journal, and what the journal holds is not asked
// again.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"
#include "tenon/json.h"

using fakes::FakeWorld;
using tenon::Context;
using tenon::Result;
using tenon::Value;

class JournalTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(JournalTest);
    CPPUNIT_TEST(isToldBeforeTheWorldIsAskedAndAfter);
    CPPUNIT_TEST(isNotAskedForWhatStaysInside);
    CPPUNIT_TEST(keepsErrorsToo);
    CPPUNIT_TEST(replaysWhatItHoldsAndAsksNobody);
    CPPUNIT_TEST(replaysAnError);
    CPPUNIT_TEST(tellsEveryRoundApart);
    CPPUNIT_TEST(hidesSecretsThatItReplays);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static inline const std::string kBoth = R"(
  - a: {call: Free, with: {x: 1}}
  - b:
      do:
        - c: {call: http, with: {method: get, endpoint: 'https://h/'}}
)";

    void isToldBeforeTheWorldIsAskedAndAfter() {
        FakeWorld world;
        world.steps.does = [&](const Value& inputs, Context&) {
            world.journal.log += "the step runs\n";
            return inputs;
        };
        world.http.before = [&] { world.journal.log += "the request is sent\n"; };
        world.outcome(kBoth);
        same(
            "began /do/0/a\nthe step runs\ngave /do/0/a\n"
            "began /do/1/b/do/0/c\nthe request is sent\ngave /do/1/b/do/0/c\n",
            world.journal.log);
    }
    void isNotAskedForWhatStaysInside() {
        FakeWorld world;
        world.outcome(
            "  - a: {set: {x: 1}}\n  - b: {if: .y, call: Free}\n"
            "  - c: {do: [{d: {set: {x: 1}}}]}\n");
        same("", world.journal.log);
    }
    void keepsErrorsToo() {
        FakeWorld world;
        world.http.answer(tenon::makeError(tenon::ErrorKind::communication, "connect", "Nobody."));
        same("/do/0/a: Nobody.",
             world.outcome("  - a: {call: http, with: {method: get, endpoint: 'https://h/'}}\n"));
        same("began /do/0/a\ngave /do/0/a\n", world.journal.log);
        CPPUNIT_ASSERT(!world.journal.kept.at("/do/0/a"));
    }
    void replaysWhatItHoldsAndAsksNobody() {
        FakeWorld first;
        first.http.answerJson(R"({"id":9007199254740993})");
        same(R"({"id":9007199254740993})", first.outcome(kBoth));
        FakeWorld second;
        second.journal.kept = first.journal.kept;
        same(R"({"id":9007199254740993})", second.outcome(kBoth));
        same("replayed /do/0/a\nreplayed /do/1/b/do/0/c\n", second.journal.log);
        same("", second.steps.calls);
        CPPUNIT_ASSERT(second.http.requests.empty());
        same(first.observer.text, second.observer.text);
    }
    void replaysAnError() {
        FakeWorld world;
        tenon::Error error = tenon::makeError(tenon::ErrorKind::timeout, "deadline", "Too late.");
        error.done = tenon::Done::maybe;
        world.journal.kept.insert_or_assign("/do/0/a", Result<Value>(error));
        const auto result = world.run(kBoth);
        CPPUNIT_ASSERT(!result);
        same("Too late.", result.error().detail);
        CPPUNIT_ASSERT(result.error().done == tenon::Done::maybe);
        same("", world.steps.calls);
    }
    void tellsEveryRoundApart() {
        FakeWorld world;
        int calls = 0;
        world.steps.does = [&](const Value&, Context& context) -> Result<Value> {
            world.journal.log += std::string(context.idempotencyKey()) + "\n";
            if (++calls < 3) return Value(calls);
            return tenon::makeError(tenon::ErrorKind::runtime, "no", "No.");
        };
        world.outcome("  - a: {call: Free, then: a}\n");
        same(
            "began /do/0/a\nrun-1/do/0/a\ngave /do/0/a\n"
            "began /do/0/a#2\nrun-1/do/0/a#2\ngave /do/0/a#2\n"
            "began /do/0/a#3\nrun-1/do/0/a#3\ngave /do/0/a#3\n",
            world.journal.log);
    }
    void hidesSecretsThatItReplays() {
        FakeWorld world;
        world.journal.kept.insert_or_assign(
            "/do/0/a", Result<Value>(Value(tenon::Object{{"token", tenon::Secret("t0ken-1")}})));
        world.http.answer(tenon::HttpResponse{400, "", {}, "bad t0ken-1", false});
        const auto result = world.run(R"(
  - a: {call: Free}
  - b: {call: http, with: {method: get, endpoint: 'https://h/'}}
)");
        CPPUNIT_ASSERT(!result);
        same("GET https://h/ was answered with 400: bad ********",
             world.observer.events.back().error.detail);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(JournalTest);
