// SPDX-License-Identifier: Apache-2.0
// What a run tells: every event, in its order, as text.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"

using fakes::FakeWorld;
using tenon::LogLevel;
using tenon::world::Event;

class EventsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(EventsTest);
    CPPUNIT_TEST(tellsARunInItsOrder);
    CPPUNIT_TEST(tellsNestedTasksInsideTheirTask);
    CPPUNIT_TEST(tellsWhoFaulted);
    CPPUNIT_TEST(tellsAFaultOfEverySlotWithItsPlace);
    CPPUNIT_TEST(tellsAMissingSecretAsAFaultOfTheRun);
    CPPUNIT_TEST(tellsHowLongThingsTook);
    CPPUNIT_TEST(tellsWhatAStepLogs);
    CPPUNIT_TEST(carriesSecretsAsSecretsOnly);
    CPPUNIT_TEST(saysTheRoundInThePositionOnly);
    CPPUNIT_TEST(leavesThePlaceOfAFaultToNoStep);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string told(const std::string& tasks, const std::string& more = "") {
        FakeWorld world;
        world.outcome(tasks, more);
        return world.observer.text;
    }

    void tellsARunInItsOrder() {
        same(
            "1 workflowStarted w 1.0.0\n"
            "2 taskStarted /do/0/a set\n"
            "3 taskCompleted /do/0/a set {\"x\":1}\n"
            "4 taskSkipped /do/1/b call http outside\n"
            "5 taskStarted /do/2/c call CreateThing outside\n"
            "6 taskCompleted /do/2/c call CreateThing outside {\"name\":\"n\"}\n"
            "7 workflowCompleted w 1.0.0 {\"name\":\"n\"}\n",
            told(R"(
  - a: {set: {x: 1}}
  - b: {if: .y, call: http, with: {method: get, endpoint: 'https://h/'}}
  - c: {call: create-thing, with: {name: n}}
)"));
    }
    void tellsNestedTasksInsideTheirTask() {
        same(
            "1 workflowStarted w 1.0.0\n"
            "2 taskStarted /do/0/outer do\n"
            "3 taskStarted /do/0/outer/do/0/a~1b set depth 1\n"
            "4 taskCompleted /do/0/outer/do/0/a~1b set depth 1 {\"x\":1}\n"
            "5 taskStarted /do/0/outer/do/1/inner do depth 1\n"
            "6 taskSkipped /do/0/outer/do/1/inner/do/0/c set depth 2\n"
            "7 taskCompleted /do/0/outer/do/1/inner do depth 1 {\"x\":1}\n"
            "8 taskCompleted /do/0/outer do {\"x\":1}\n"
            "9 workflowCompleted w 1.0.0 {\"x\":1}\n",
            told(R"(
  - outer:
      do:
        - a/b: {set: {x: 1}}
        - inner:
            do:
              - c: {if: .y, set: {x: 2}}
)"));
    }
    void tellsWhoFaulted() {
        same(
            "1 workflowStarted w 1.0.0\n"
            "2 taskStarted /do/0/outer do\n"
            "3 taskStarted /do/0/outer/do/0/a set depth 1\n"
            "4 taskFaulted /do/0/outer/do/0/a set depth 1 at /do/0/outer/do/0/a: In set/x/1: "
            "Cannot index number with string (\"y\").\n"
            "5 taskFaulted /do/0/outer do at /do/0/outer/do/0/a: In set/x/1: "
            "Cannot index number with string (\"y\").\n"
            "6 workflowFaulted w 1.0.0 at /do/0/outer/do/0/a: In set/x/1: "
            "Cannot index number with string (\"y\").\n",
            told(R"(
  - outer:
      input: {from: '${ 1 }'}
      do:
        - a: {set: {x: [1, '${ .y }']}}
        - never: {set: {x: 1}}
)"));
    }
    void tellsAFaultOfEverySlotWithItsPlace() {
        const auto fault = [](const std::string& task) {
            FakeWorld world;
            return world.given("1").outcome("  - a: {" + task + "}\n");
        };
        const std::string cannot = ": Cannot index number with string (\"y\").";
        same("/do/0/a: In if" + cannot, fault("if: .y, set: {x: 1}"));
        same("/do/0/a: In input/from" + cannot, fault("input: {from: .y}, set: {x: 1}"));
        same("/do/0/a: In input/from/z" + cannot,
             fault("input: {from: {z: '${ .y }'}}, set: {x: 1}"));
        same("/do/0/a: In set" + cannot, fault("set: .y"));
        same("/do/0/a: In output/as" + cannot, fault("set: '${ . }', output: {as: .y}"));
        same("/do/0/a: In export/as/z" + cannot,
             fault("set: '${ . }', export: {as: {z: '${ .y }'}}"));
        same("/do/0/a: In with/name" + cannot, fault("call: CreateThing, with: {name: '${ .y }'}"));
        same(
            "/do/0/a: In with/query/q" + cannot,
            fault("call: http, with: {method: get, endpoint: 'https://h', query: {q: '${ .y }'}}"));
    }
    void tellsAMissingSecretAsAFaultOfTheRun() {
        FakeWorld world;
        world.secrets.given = {{"key", "s3cret"}};
        same(": The secret \"other\" was not given.",
             world.outcome("  - a: {set: {x: 1}}\n", "use: {secrets: [key, other]}\n"));
        same(
            "1 workflowStarted w 1.0.0\n"
            "2 workflowFaulted w 1.0.0 at : The secret \"other\" was not given.\n",
            world.observer.text);
        CPPUNIT_ASSERT(world.observer.events[1].error.kind == tenon::ErrorKind::authorization);
    }
    void tellsHowLongThingsTook() {
        FakeWorld world;
        world.steps.does = [&](const tenon::Value&, tenon::Context&) {
            world.clock.pass(std::chrono::milliseconds(20));
            return tenon::Value(1);
        };
        world.http.before = [&] { world.clock.pass(std::chrono::milliseconds(5)); };
        world.http.answer(tenon::HttpResponse{404, "Not Found", {}, "", false});
        world.outcome(R"(
  - a: {call: Free}
  - b: {call: http, with: {method: get, endpoint: 'https://h/x'}}
)");
        same(
            "1 workflowStarted w 1.0.0\n"
            "2 taskStarted /do/0/a call Free outside\n"
            "3 taskCompleted /do/0/a call Free outside 20 ms 1\n"
            "4 taskStarted /do/1/b call http outside\n"
            "5 taskFaulted /do/1/b call http outside 5 ms at /do/1/b: GET https://h/x was "
            "answered with 404 Not Found.\n"
            "6 workflowFaulted w 1.0.0 25 ms at /do/1/b: GET https://h/x was answered with 404 "
            "Not Found.\n",
            world.observer.text);
        using std::chrono::milliseconds;
        const auto& events = world.observer.events;
        CPPUNIT_ASSERT(events[2].time - events[0].time == milliseconds(20));
        CPPUNIT_ASSERT(events[5].time - events[0].time == milliseconds(25));
    }
    void tellsWhatAStepLogs() {
        FakeWorld world;
        world.secrets.given = {{"key", "s3cret"}};
        world.steps.does = [](const tenon::Value& inputs, tenon::Context& context) {
            context.log(LogLevel::warning, "with " + *inputs.find("key")->revealText());
            return tenon::Value(1);
        };
        world.outcome("  - a: {call: Free, with: {key: '${ $secrets.key }'}}\n",
                      "use: {secrets: [key]}\n");
        same(
            "1 workflowStarted w 1.0.0\n"
            "2 taskStarted /do/0/a call Free outside\n"
            "3 log /do/0/a call Free outside: with ********\n"
            "4 taskCompleted /do/0/a call Free outside 1\n"
            "5 workflowCompleted w 1.0.0 1\n",
            world.observer.text);
        CPPUNIT_ASSERT(world.observer.events[2].level == LogLevel::warning);
    }
    void carriesSecretsAsSecretsOnly() {
        FakeWorld world;
        world.secrets.given = {{"key", "s3cret"}};
        world.steps.does = [](const tenon::Value&, tenon::Context&) -> tenon::Result<tenon::Value> {
            tenon::Error error = tenon::makeError(tenon::ErrorKind::communication, "about s3cret",
                                                  "They said: s3cret is wrong.");
            error.requestId = "s3cret-1";
            return error;
        };
        world.outcome(R"(
  - a: {set: {key: '${ $secrets.key }'}}
  - b: {call: Free, with: {key: '${ .key }'}}
)",
                      "use: {secrets: [key]}\n");
        same(
            "1 workflowStarted w 1.0.0\n"
            "2 taskStarted /do/0/a set\n"
            "3 taskCompleted /do/0/a set {\"key\":\"********\"}\n"
            "4 taskStarted /do/1/b call Free outside\n"
            "5 taskFaulted /do/1/b call Free outside at /do/1/b: They said: ******** is wrong.\n"
            "6 workflowFaulted w 1.0.0 at /do/1/b: They said: ******** is wrong.\n",
            world.observer.text);
        same("about ********", world.observer.events[5].error.title);
        same("********-1", world.observer.events[5].error.requestId);
        CPPUNIT_ASSERT(world.observer.events[2].output.find("key")->secret());
    }
    void saysTheRoundInThePositionOnly() {
        FakeWorld world;
        int calls = 0;
        world.steps.does = [&](const tenon::Value&,
                               tenon::Context&) -> tenon::Result<tenon::Value> {
            if (++calls < 2) return tenon::Value(calls);
            return tenon::makeError(tenon::ErrorKind::runtime, "no", "No.");
        };
        world.outcome("  - a: {call: Free, then: a}\n");
        same(
            "1 workflowStarted w 1.0.0\n"
            "2 taskStarted /do/0/a call Free outside\n"
            "3 taskCompleted /do/0/a call Free outside 1\n"
            "4 taskStarted /do/0/a#2 call Free outside\n"
            "5 taskFaulted /do/0/a#2 call Free outside at /do/0/a: No.\n"
            "6 workflowFaulted w 1.0.0 at /do/0/a: No.\n",
            world.observer.text);
        same("/do/0/a", world.observer.events[3].pointer);
        same("a", world.observer.events[3].task);
    }
    void leavesThePlaceOfAFaultToNoStep() {
        FakeWorld world;
        world.steps.does = [](const tenon::Value&, tenon::Context&) -> tenon::Result<tenon::Value> {
            tenon::Error error = tenon::makeError(tenon::ErrorKind::runtime, "no", "No.");
            error.instance = "/somewhere/else";
            return error;
        };
        same("/do/0/a: No.", world.outcome("  - a: {call: Free}\n"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(EventsTest);
