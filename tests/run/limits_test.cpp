// SPDX-License-Identifier: Apache-2.0
// Deadlines and cancellation.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"

using fakes::FakeWorld;
using std::chrono::milliseconds;
using std::chrono::seconds;
using tenon::Context;
using tenon::Value;

class LimitsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(LimitsTest);
    CPPUNIT_TEST(startsNoTaskAfterTheDeadline);
    CPPUNIT_TEST(startsNoTaskAfterItWasStopped);
    CPPUNIT_TEST(startsNoNestedTaskEither);
    CPPUNIT_TEST(givesARequestTheShorterOfTwoTimes);
    CPPUNIT_TEST(handsTheLimitsToAStep);
    CPPUNIT_TEST(lendsAStepTheHttpOfTheWorld);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static inline const std::string kTwo = "  - a: {call: Free}\n  - b: {call: Free}\n";

    void startsNoTaskAfterTheDeadline() {
        FakeWorld world;
        world.options.limits.deadline = world.clock.now() + milliseconds(100);
        world.steps.does = [&](const Value&, Context&) {
            world.clock.pass(milliseconds(100));
            return Value(1);
        };
        const auto result = world.run(kTwo);
        same("The time was up before the task \"b\" began; it was not started.",
             result.error().detail);
        CPPUNIT_ASSERT(result.error().kind == tenon::ErrorKind::timeout);
        CPPUNIT_ASSERT_EQUAL(408, result.error().status);
        CPPUNIT_ASSERT(result.error().done == tenon::Done::yes);
        same("/do/1/b", result.error().instance);
        same(
            "1 workflowStarted w 1.0.0\n"
            "2 taskStarted /do/0/a call Free outside\n"
            "3 taskCompleted /do/0/a call Free outside 100 ms 1\n"
            "4 taskFaulted /do/1/b call Free outside at /do/1/b: The time was up before the task "
            "\"b\" began; it was not started.\n"
            "5 workflowFaulted w 1.0.0 100 ms at /do/1/b: The time was up before the task \"b\" "
            "began; it was not started.\n",
            world.observer.text);
    }
    void startsNoTaskAfterItWasStopped() {
        FakeWorld world;
        std::stop_source stop;
        world.options.limits.stop = stop.get_token();
        world.steps.does = [&](const Value&, Context&) {
            stop.request_stop();
            return Value(1);
        };
        const auto result = world.run(kTwo);
        same("The run was stopped before the task \"b\" began; it was not started.",
             result.error().detail);
        CPPUNIT_ASSERT(result.error().kind == tenon::ErrorKind::cancelled);
        CPPUNIT_ASSERT_EQUAL(499, result.error().status);
        same("Free {}\n", world.steps.calls);
    }
    void startsNoNestedTaskEither() {
        FakeWorld world;
        std::stop_source stop;
        world.options.limits.stop = stop.get_token();
        world.steps.does = [&](const Value&, Context&) {
            stop.request_stop();
            return Value(1);
        };
        same(
            "/do/0/outer/do/1/b: The run was stopped before the task \"b\" began; it was not "
            "started.",
            world.outcome("  - outer: {do: [{a: {call: Free}}, {b: {set: {x: 1}}}]}\n"));
    }
    void givesARequestTheShorterOfTwoTimes() {
        FakeWorld world;
        world.options.requestTimeout = seconds(30);
        world.options.limits.deadline = world.clock.now() + seconds(40);
        world.http.before = [&] { world.clock.pass(seconds(20)); };
        const auto begin = world.clock.now();
        world.outcome(R"(
  - a: {call: http, with: {method: get, endpoint: 'https://h/'}}
  - b: {call: http, with: {method: get, endpoint: 'https://h/'}}
)");
        CPPUNIT_ASSERT_EQUAL(std::size_t(2), world.http.limits.size());
        CPPUNIT_ASSERT(world.http.limits[0].deadline == begin + seconds(30));
        CPPUNIT_ASSERT(world.http.limits[1].deadline == begin + seconds(40));
    }
    void handsTheLimitsToAStep() {
        FakeWorld world;
        std::stop_source stop;
        world.options.limits.stop = stop.get_token();
        world.options.requestTimeout = seconds(30);
        world.options.plainHttp = tenon::world::PlainHttp({"intranet"});
        const auto begin = world.clock.now();
        world.steps.does = [&](const Value&, Context& context) {
            CPPUNIT_ASSERT(context.limits().deadline == begin + seconds(30));
            CPPUNIT_ASSERT(!context.limits().stop.stop_requested());
            stop.request_stop();
            CPPUNIT_ASSERT(context.limits().stop.stop_requested());
            CPPUNIT_ASSERT(context.mayUsePlainHttp("intranet"));
            CPPUNIT_ASSERT(context.mayUsePlainHttp("127.0.0.1"));
            CPPUNIT_ASSERT(!context.mayUsePlainHttp("example.com"));
            same("run-1/do/0/a", std::string(context.idempotencyKey()));
            CPPUNIT_ASSERT(!context.extension("tenon.anything/1"));
            return Value(1);
        };
        same("1", world.outcome("  - a: {call: Free}\n"));
    }
    void lendsAStepTheHttpOfTheWorld() {
        FakeWorld world;
        world.http.answer(tenon::HttpResponse{200, "OK", {}, "hello", false});
        world.steps.does = [](const Value&, Context& context) -> tenon::Result<Value> {
            return Value(
                context.http().send({.url = "https://h/x"}, context.limits()).value().body);
        };
        same("\"hello\"", world.outcome("  - a: {call: Free}\n"));
        same("https://h/x", world.http.requests.at(0).url);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(LimitsTest);
