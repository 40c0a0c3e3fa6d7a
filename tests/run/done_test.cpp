// SPDX-License-Identifier: Apache-2.0
// What the remote side has done, or may have done, stays known whatever becomes of the error.
#include <cppunit/extensions/HelperMacros.h>
#include <pthread.h>

#include <algorithm>
#include <condition_variable>
#include <latch>

#include "fakes/fake_world.h"
#include "tenon/json.h"

using fakes::FakeWorld;
using tenon::Context;
using tenon::Done;
using tenon::Error;
using tenon::ErrorKind;
using tenon::Result;
using tenon::Value;

class DoneTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(DoneTest);
    CPPUNIT_TEST(aForkKeepsTheOutcomeOfABranchThatItStopped);
    CPPUNIT_TEST(aForkThatSucceedsTellsOfTheBranchThatItStopped);
    CPPUNIT_TEST(aRetryRepeatsNoForkWhoseOutcomeIsUnknown);
    CPPUNIT_TEST(aCallWhoseOutputCannotBeShapedIsNotRepeated);
    CPPUNIT_TEST(whatACallGaveIsToldThoughItsTaskFaults);
    CPPUNIT_TEST(anExtensionThatFaultsAfterACallDoesNotRepeatIt);
    CPPUNIT_TEST(anIdempotentCallIsRepeated);
    CPPUNIT_TEST(aCatchThatFaultsKeepsTheOutcome);
    CPPUNIT_TEST(aCatchThatFaultsKeepsWhatWasDone);
    CPPUNIT_TEST(anErrorThatIsRaisedAgainKeepsTheOutcome);
    CPPUNIT_TEST(anEarlierAttemptIsNotForgotten);
    CPPUNIT_TEST(theAttemptWhoseOutcomeIsUnknownIsNamed);
    CPPUNIT_TEST(whatIsThrownEndsItsTaskOnly);
    CPPUNIT_TEST(aBranchWithoutAThreadFaults);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static Error fault(Done done, bool retryable = false) {
        auto error = tenon::makeError(ErrorKind::communication, "gone", "It is gone.");
        error.done = done;
        error.retryable = retryable;
        error.requestId = "r1";
        return error;
    }
    // "no /do/0/a: DETAIL", or the output.
    static std::string said(const Result<Value>& result) {
        if (result) return tenon::json::write(result.value());
        const Error& error = result.error();
        const char* done = error.done == Done::no    ? "no "
                           : error.done == Done::yes ? "yes "
                                                     : "maybe ";
        return done + error.instance + ": " + error.detail;
    }
    // How often the world was asked for something.
    static std::ptrdiff_t asked(const FakeWorld& world) {
        const auto& calls = world.steps.calls;
        return std::count(calls.begin(), calls.end(), '\n') + std::ssize(world.http.requests);
    }
    // Of the events that say what faulted or was stopped.
    static std::string faults(const FakeWorld& world) {
        std::string out;
        for (const auto& event : world.observer.events) {
            using Kind = tenon::world::Event::Kind;
            if (event.kind == Kind::taskFaulted || event.kind == Kind::taskCancelled)
                out += event.position + " " + said(event.error) + " gave " +
                       tenon::json::write(event.output) + "\n";
        }
        return out;
    }

    // The step that is called "slow" is in the middle of its call when the other one ends.
    std::latch begun_{1};
    void race(FakeWorld& world, Result<Value> quick) {
        world.steps.does = [this, quick](const Value& inputs, Context& context) -> Result<Value> {
            if (*inputs.find("n")->string() == "quick") return begun_.wait(), quick;
            begun_.count_down();
            std::mutex mutex;
            std::condition_variable_any stopped;
            std::unique_lock lock(mutex);
            stopped.wait(lock, context.limits().stop, [] { return false; });
            auto error = tenon::makeError(ErrorKind::cancelled, "cancelled", "It was stopped.");
            error.done = Done::maybe;
            return error;
        };
    }
    static std::string both(const std::string& more) {
        return more + R"(
      branches:
        - quick: {call: Free, with: {n: quick}}
        - slow: {call: Free, with: {n: slow}}
)";
    }

    void aForkKeepsTheOutcomeOfABranchThatItStopped() {
        FakeWorld world;
        race(world, fault(Done::no));
        same(
            "maybe /do/0/f/fork/branches/0/quick: It is gone. The outcome of "
            "/do/0/f/fork/branches/1/slow is unknown.",
            said(world.run(both("  - f:\n     fork:"))));
    }
    void aForkThatSucceedsTellsOfTheBranchThatItStopped() {
        FakeWorld world;
        race(world, Value(1));
        same("1", said(world.run(both("  - f:\n     fork:\n      compete: true"))));
        same(
            "/do/0/f/fork/branches/1/slow maybe /do/0/f/fork/branches/1/slow: It was stopped. "
            "gave null\n",
            faults(world));
    }
    void aRetryRepeatsNoForkWhoseOutcomeIsUnknown() {
        FakeWorld world;
        race(world, fault(Done::no));
        const auto result = world.run(R"(
  - t:
      catch: {retry: {limit: {attempt: {count: 3}}}}
      try:
        - f:
            fork:
              branches:
                - quick: {call: Free, with: {n: quick}}
                - slow: {call: Free, with: {n: slow}}
)");
        same(
            "maybe /do/0/t/try/0/f/fork/branches/0/quick: It is gone. The outcome of "
            "/do/0/t/try/0/f/fork/branches/1/slow is unknown. It was not tried again: "
            "/do/0/t/try/0/f/fork/branches/1/slow (call Free) may have acted.",
            said(result));
        CPPUNIT_ASSERT_EQUAL(std::ptrdiff_t(2), asked(world));
    }

    static std::string retried(const std::string& task) {
        return "  - t:\n      try:\n        - a: " + task +
               "\n      catch: {retry: {limit: {attempt: {count: 3}}}}\n";
    }
    void aCallWhoseOutputCannotBeShapedIsNotRepeated() {
        for (const auto& [task, place] :
             {std::pair{std::string_view("{call: Free, output: {as: '${ error(\"no\") }'}}"),
                        "output/as"},
              std::pair{std::string_view("{call: Free, export: {as: '${ error(\"no\") }'}}"),
                        "export/as"},
              std::pair{std::string_view("{call: http, with: {method: post, endpoint: "
                                         "'http://x.example'}, output: {as: '${ error(\"no\") "
                                         "}'}}"),
                        "output/as"}}) {
            FakeWorld world;
            const std::string action =
                task.starts_with("{call: Free") ? "call Free" : "call http POST";
            same(std::string("yes /do/0/t/try/0/a: In ") + place +
                     ": no. This came after the call, which has been done. It was not tried again: "
                     "/do/0/t/try/0/a (" +
                     action + ") has acted. Give what may be repeated a \"try\" of its own.",
                 said(world.run(retried(std::string(task)))));
            CPPUNIT_ASSERT_EQUAL(std::ptrdiff_t(1), asked(world));
        }
    }
    void whatACallGaveIsToldThoughItsTaskFaults() {
        FakeWorld world;
        world.steps.does = [](const Value&, Context&) { return Value(427902); };
        said(world.run("  - a: {call: Free, output: {as: '${ error(\"no\") }'}}\n"));
        same(
            "/do/0/a yes /do/0/a: In output/as: no. This came after the call, which has been "
            "done. gave null\n",
            faults(world));
        CPPUNIT_ASSERT(world.acts.every().at(0).gave == Value(427902));
    }
    void anExtensionThatFaultsAfterACallDoesNotRepeatIt() {
        FakeWorld world;
        const auto result =
            world.run(retried("{call: Free}"),
                      "use:\n"
                      "  extensions:\n"
                      "    - e: {extend: call, after: [{log: {set: '${ error(\"no\") }'}}]}\n");
        same(
            "yes /use/extensions/0/e/after/0/log: In set: no. It was not tried again: "
            "/do/0/t/try/0/a (call Free) has acted. Give what may be repeated a \"try\" of its "
            "own.",
            said(result));
        same("Free {}\n", world.steps.calls);
    }
    void anIdempotentCallIsRepeated() {
        FakeWorld world;
        world.steps.known[1].idempotent = true;
        same("no /do/0/t/try/0/a: In output/as: no.",
             said(world.run(retried("{call: Free, output: {as: '${ error(\"no\") }'}}"))));
        same("Free {}\nFree {}\nFree {}\nFree {}\n", world.steps.calls);
    }
    void aCatchThatFaultsKeepsTheOutcome() {
        FakeWorld world;
        world.steps.does = [](const Value&, Context&) { return fault(Done::maybe); };
        same("maybe /do/0/t/catch/do/0/b: In set: no. The outcome of /do/0/t/try/0/a is unknown.",
             said(world.run("  - t:\n      try: [{a: {call: Free}}]\n      catch: {do: [{b: {set: "
                            "'${ error(\"no\") }'}}]}\n")));
    }
    void aCatchThatFaultsKeepsWhatWasDone() {
        FakeWorld world;
        same("yes /do/0/t/catch/do/0/b: In set: no. What /do/0/t/try/0/a calls has been done.",
             said(world.run("  - t:\n"
                            "      try: [{a: {call: Free, output: {as: '${ error(\"no\") }'}}}]\n"
                            "      catch: {do: [{b: {set: '${ error(\"no\") }'}}]}\n")));
    }
    void anErrorThatIsRaisedAgainKeepsTheOutcome() {
        FakeWorld world;
        world.steps.does = [](const Value&, Context&) { return fault(Done::maybe); };
        same("maybe /do/0/t/catch/do/0/again: Again. The outcome of /do/0/t/try/0/a is unknown.",
             said(world.run("  - t:\n"
                            "      try: [{a: {call: Free}}]\n"
                            "      catch:\n"
                            "        do:\n"
                            "          - again: {raise: {error: {type: '${ $error.type }', status: "
                            "500, detail: Again}}}\n")));
    }
    // A PUT may be sent twice; that its first attempt may have acted stays true.
    void anEarlierAttemptIsNotForgotten() {
        FakeWorld world;
        world.http.answer(fault(Done::maybe, true));
        world.http.answer(fault(Done::no));
        const auto result = world.run(
            "  - t:\n      try: [{a: {call: http, with: {method: put, endpoint: "
            "'http://x.example'}}}]\n"
            "      catch: {retry: {limit: {attempt: {count: 1}}}}\n");
        same("maybe /do/0/t/try/0/a: It is gone.", said(result));
        CPPUNIT_ASSERT_EQUAL(std::size_t(2), world.http.requests.size());
    }
    // Not the one that came between it and the last.
    void theAttemptWhoseOutcomeIsUnknownIsNamed() {
        FakeWorld world;
        world.http.answer(fault(Done::maybe, true));
        world.http.answerJson("1");
        world.http.answerJson("2");
        const auto result = world.run(R"(
  - t:
      try:
        - put: {call: http, with: {method: put, endpoint: 'http://x.example'}}
        - first: {if: '${ . == 1 }', set: '${ error("one") }'}
        - second: {set: '${ error("two") }'}
      catch: {retry: {limit: {attempt: {count: 2}}}}
)");
        same(
            "maybe /do/0/t/try/2/second: In set: two. The outcome of /do/0/t/try/0/put is unknown.",
            said(result));
    }
    void whatIsThrownEndsItsTaskOnly() {
        FakeWorld world;
        world.http.before = [] { throw std::runtime_error("no memory"); };
        same("maybe /do/0/f/fork/branches/0/a: Something went wrong inside: no memory.",
             said(world.run("  - f: {fork: {branches: [{a: {call: http, with: {method: get, "
                            "endpoint: 'http://x.example'}}}]}}\n")));
    }
    void aBranchWithoutAThreadFaults() {
        pthread_attr_t before, huge;
        pthread_getattr_default_np(&before);
        pthread_attr_init(&huge);
        pthread_attr_setstacksize(&huge, std::size_t(1) << 46);
        CPPUNIT_ASSERT_EQUAL(0, pthread_setattr_default_np(&huge));
        FakeWorld world;
        const auto result =
            world.run("  - f: {fork: {branches: [{a: {set: {x: 1}}}, {b: {set: {x: 2}}}]}}\n");
        pthread_setattr_default_np(&before);
        pthread_attr_destroy(&huge);
        pthread_attr_destroy(&before);
        same(
            "no /do/0/f/fork/branches/0/a: The branch was not begun: there is no thread for it "
            "(Resource temporarily unavailable).",
            said(result));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(DoneTest);
