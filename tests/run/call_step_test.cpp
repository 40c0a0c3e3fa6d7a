// SPDX-License-Identifier: Apache-2.0
// `call: NAME`: how a step is found, and what it is given. What cannot be found:
// tests/manifest/bad.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"
#include "tenon/json.h"

using fakes::FakeWorld;
using tenon::Context;
using tenon::Error;
using tenon::Result;
using tenon::Value;

class CallStepTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CallStepTest);
    CPPUNIT_TEST(findsAStepByEachOfItsNames);
    CPPUNIT_TEST(prefersTheNameAsItIsWritten);
    CPPUNIT_TEST(saysThatNoPluginIsLoaded);
    CPPUNIT_TEST(saysWhatIsWrongWithAPluginWhenItLoads);
    CPPUNIT_TEST(givesTheInputsEvaluated);
    CPPUNIT_TEST(givesAnEmptyObjectWithoutInputs);
    CPPUNIT_TEST(givesSecretsAsSecrets);
    CPPUNIT_TEST(takesExpressionsForEveryType);
    CPPUNIT_TEST(checksNothingOfAStepThatIsNotTyped);
    CPPUNIT_TEST(passesOnWhatAStepGives);
    CPPUNIT_TEST(passesOnTheErrorOfAStep);
    CPPUNIT_TEST(readsWhatIsNotUtf8);
    CPPUNIT_TEST(masksWhatAStepWasGiven);
    CPPUNIT_TEST(hidesFromNowOnWhatAStepGaveAsASecret);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // What loading says; empty where it loads.
    static std::string faults(fakes::FakeSteps& steps, const std::string& tasks) {
        try {
            fakes::workflow(steps, tasks);
            return "";
        } catch (const tenon::StepError& e) {
            return e.error().detail;
        }
    }

    void findsAStepByEachOfItsNames() {
        for (const char* name :
             {"CreateThing", "create-thing", "creatething", "CreateThing:1.0.0",
              "create-thing:1.0.0", "CreateThing@default", "create-thing:1.0.0@default"}) {
            FakeWorld world;
            same(R"({"name":"n"})",
                 world.outcome("  - a: {call: '" + std::string(name) + "', with: {name: n}}\n"));
            same("CreateThing {\"name\":\"n\"}\n", world.steps.calls);
        }
    }
    void prefersTheNameAsItIsWritten() {
        FakeWorld world;
        world.steps.known[1].name = "create-thing";
        world.outcome("  - a: {call: create-thing}\n");
        same("create-thing {}\n", world.steps.calls);
    }
    void saysThatNoPluginIsLoaded() {
        fakes::FakeSteps none;
        none.known.clear();
        same(
            "manifest.yaml:3:15: /do/0/a/call: there is no step \"CreateThing\"; no plugin is "
            "loaded\n",
            faults(none, "  - a: {call: CreateThing}\n"));
    }
    void saysWhatIsWrongWithAPluginWhenItLoads() {
        fakes::FakeSteps steps;
        steps.notReady = tenon::makeError(tenon::ErrorKind::configuration, "plugin refused",
                                          "The plugin things.so cannot be loaded.");
        same("manifest.yaml:3:15: /do/0/a/call: The plugin things.so cannot be loaded.\n",
             faults(steps, "  - a: {call: Free}\n"));
    }
    void givesTheInputsEvaluated() {
        FakeWorld world;
        world.given(R"({"name":"n","tags":["a"]})").outcome(R"(
  - a:
      call: CreateThing
      with:
        name: ${ .name }
        tags: ${ .tags }
        labels: {fixed: x, made: '${ "\(.name)!" }'}
)");
        same(R"(CreateThing {"name":"n","tags":["a"],"labels":{"fixed":"x","made":"n!"}})"
             "\n",
             world.steps.calls);
        FakeWorld whole;
        whole.given(R"({"name":"n"})").outcome("  - a: {call: CreateThing, with: '${ . }'}\n");
        same("CreateThing {\"name\":\"n\"}\n", whole.steps.calls);
    }
    void givesAnEmptyObjectWithoutInputs() {
        FakeWorld world;
        world.given("5").outcome("  - a: {call: Free}\n");
        same("Free {}\n", world.steps.calls);
    }
    void givesSecretsAsSecrets() {
        FakeWorld world;
        world.secrets.given = {
            {"connection", tenon::json::read(R"({"baseUrl":"u","user":"me"})").value()}};
        world.steps.does = [](const Value& inputs, Context&) {
            CPPUNIT_ASSERT(inputs.find("connection")->find("user")->secret());
            return Value();
        };
        world.outcome(
            "  - a: {call: CreateThing, with: {name: n, connection: '${ $secrets.connection }'}}\n",
            "use: {secrets: [connection]}\n");
        same(R"(CreateThing {"name":"n","connection":{"baseUrl":"u","user":"me"}})"
             "\n",
             world.steps.calls);
    }
    // Only the run shows what they give; the step checks it again.
    void takesExpressionsForEveryType() {
        fakes::FakeSteps steps;
        same("", faults(steps, R"(
  - a:
      call: CreateThing
      with: {name: '${ .a }', size: '${ .a }', weight: 1, active: '${ .a }', tags: '${ .a }',
             labels: {x: '${ .a }'}, connection: {baseUrl: '${ .a }', user: ' ${ .a } '}}
)"));
    }
    void checksNothingOfAStepThatIsNotTyped() {
        fakes::FakeSteps steps;
        same("", faults(steps, "  - a: {call: Free, with: {anything: [1, {goes: true}]}}\n"));
        same("", faults(steps, "  - a: {call: Free}\n"));
    }
    void passesOnWhatAStepGives() {
        FakeWorld world;
        world.steps.does = [](const Value&, Context&) {
            return Value(tenon::Object{{"id", std::int64_t{9007199254740993}}});
        };
        same("9007199254740993", world.outcome("  - a: {call: Free, output: {as: .id}}\n"));
    }
    void passesOnTheErrorOfAStep() {
        FakeWorld world;
        Error given = tenon::makeError(tenon::ErrorKind::communication, "busy", "Later.");
        given.status = 503;
        given.retryable = true;
        given.done = tenon::Done::maybe;
        given.retryAfter = std::chrono::seconds(9);
        given.requestId = "r-1";
        world.steps.does = [&](const Value&, Context&) -> Result<Value> { return given; };
        const auto result = world.run("  - a: {call: Free}\n");
        const Error& found = result.error();
        same("busy: Later. at /do/0/a, r-1",
             found.title + ": " + found.detail + " at " + found.instance + ", " + found.requestId);
        CPPUNIT_ASSERT_EQUAL(503, found.status);
        CPPUNIT_ASSERT(found.retryable && found.done == tenon::Done::maybe);
        CPPUNIT_ASSERT(found.retryAfter == std::chrono::seconds(9));
    }
    void readsWhatIsNotUtf8() {
        FakeWorld world;
        world.steps.does = [](const Value&, Context&) -> Result<Value> {
            return Value(tenon::Object{{"n\xE4me", "M\xFCller"}, {"list", tenon::Array{"\x80"}}});
        };
        same(R"({"näme":"Müller","list":["€"]})", world.outcome("  - a: {call: Free}\n"));
        FakeWorld other;
        other.steps.does = [](const Value&, Context&) -> Result<Value> {
            Error error = tenon::makeError(tenon::ErrorKind::runtime, "t\xE4", "d\xE4");
            error.requestId = "r\xE4";
            return error;
        };
        const auto result = other.run("  - a: {call: Free}\n");
        CPPUNIT_ASSERT(!result);
        const auto& found = result.error();
        same("tä dä rä", found.title + " " + found.detail + " " + found.requestId);
    }
    void masksWhatAStepWasGiven() {
        FakeWorld world;
        world.secrets.given = {{"key", "s3cret"}};
        world.steps.does = [](const Value& inputs, Context&) -> Result<Value> {
            return tenon::makeError(tenon::ErrorKind::runtime, "no",
                                    "Not with " + *inputs.find("k")->revealText() + ".");
        };
        world.outcome("  - a: {call: Free, with: {k: '${ $secrets.key[0:4] }'}}\n",
                      "use: {secrets: [key]}\n");
        same("Not with ********.", world.observer.events.back().error.detail);
    }
    void hidesFromNowOnWhatAStepGaveAsASecret() {
        FakeWorld world;
        int calls = 0;
        world.steps.does = [&](const Value&, Context& context) {
            if (++calls == 2) context.log(tenon::LogLevel::info, "again t0ken-1");
            return Value(tenon::Object{{"token", tenon::Secret("t0ken-1")}});
        };
        world.outcome("  - a: {call: Free}\n  - b: {call: Free}\n");
        same(
            "1 workflowStarted w 1.0.0\n"
            "2 taskStarted /do/0/a call Free outside\n"
            "3 taskCompleted /do/0/a call Free outside {\"token\":\"********\"}\n"
            "4 taskStarted /do/1/b call Free outside\n"
            "5 log /do/1/b call Free outside: again ********\n"
            "6 taskCompleted /do/1/b call Free outside {\"token\":\"********\"}\n"
            "7 workflowCompleted w 1.0.0 {\"token\":\"********\"}\n",
            world.observer.text);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CallStepTest);
