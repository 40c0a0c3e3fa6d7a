// SPDX-License-Identifier: Apache-2.0
// What must not be done twice is not, whatever it stands in and whoever faults afterwards.
#include <cppunit/extensions/HelperMacros.h>

#include <algorithm>
#include <regex>

#include "fakes/fake_world.h"
#include "tenon/json.h"
#include "tenon/keep.h"

using fakes::FakeWorld;
using tenon::Context;
using tenon::Done;
using tenon::Value;

class ActsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ActsTest);
    CPPUNIT_TEST(nothingThatActedIsTriedAgain);
    CPPUNIT_TEST(whatMayBeRepeatedIs);
    CPPUNIT_TEST(metadataThatIsNoneIsRefused);
    CPPUNIT_TEST(anAnswerThatSendsElsewhereIsUnknown);
    CPPUNIT_TEST(anUnknownActThatACatchTakesIsNotForgotten);
    CPPUNIT_TEST(keepsTheAnswerThatCannotBeRead);
    CPPUNIT_TEST(keepsWhatAStepWantsKept);
    CPPUNIT_TEST(keepsWhatAStepWasAnswered);
    CPPUNIT_TEST(aStepCannotSayThatTheRunWasStopped);
    CPPUNIT_TEST(asksNobodyWhereTheJournalCannotKeepIt);
    CPPUNIT_TEST(knowsWhatLedNowhere);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::ptrdiff_t asked(const FakeWorld& world) {
        const auto& calls = world.steps.calls;
        const auto posts =
            std::count_if(world.http.requests.begin(), world.http.requests.end(),
                          [](const auto& request) { return request.method != "GET"; });
        return std::count(calls.begin(), calls.end(), '\n') + posts;
    }
    static std::string placed(const std::string& task) {
        return "  - t:\n"
               "      try: [" +
               task +
               "]\n"
               "      catch: {retry: {limit: {attempt: {count: 2}}}}\n";
    }
    // Every act of the run: "yes /do/0/a (call Free) gave 1".
    static std::string told(const FakeWorld& world) {
        std::string out;
        for (const auto& act : world.acts.every())
            out += std::string(act.done == Done::yes ? "yes " : "maybe ") + act.position + " (" +
                   act.action + ") gave " +
                   tenon::json::write(act.gave, tenon::json::Secrets::reveal) +
                   (act.stranded ? " stranded" : "") + "\n";
        return out;
    }

    // ACT is the task that acts, with room for members after it; FAULT faults.
    static std::vector<std::string> places() {
        return {"{x: {call: f, FAULT}}",
                "{x: {call: g, FAULT}}",
                "{x: {call: h}}",
                "{x: {do: [{a: ACT}], FAULT}}",
                "{x: {do: [{a: ACT}, {no: LATER}]}}",
                "{x: {for: {in: '${ [1] }'}, do: [{a: ACT}, {no: LATER}]}}",
                "{x: {for: {in: '${ [1] }'}, do: [{a: ACT}], FAULT}}",
                "{x: {fork: {branches: [{a: ACT}]}, FAULT}}",
                "{x: {fork: {compete: true, branches: [{a: ACT}]}, FAULT}}",
                "{x: {fork: {compete: true, branches: [{a: {do: [{b: ACT}, {no: LATER}]}}]}}}",
                "{x: {try: [{a: ACT}], catch: {}, FAULT}}",
                "{x: {try: [{a: ACT}, {no: LATER}], catch: {do: [{no: LATER}]}}}",
                "{x: {try: [{no: LATER}], catch: {do: [{a: ACT}, {no: LATER}]}}}",
                "{x: {set: {extended: after}, FAULT}}",
                "{x: {set: {extended: before}, FAULT}}",
                "{x: {wait: {seconds: 1}}}",
                "{a: ACT}, {no: LATER}",
                "{first: {then: last, set: {}}}, {no: LATER}, {last: {call: Free, then: no}}"};
    }
    static std::vector<std::string> acts() {
        return {"{call: Free}", "{call: http, with: {method: post, endpoint: 'http://x.example'}}",
                "{call: http, with: {method: '${ \"po\" + \"st\" }', endpoint: "
                "'http://x.example'}}",
                "{call: http, with: {method: patch, endpoint: 'http://x.example', output: raw}}"};
    }
    static std::string with(std::string text, const std::string& act, const std::string& fault) {
        text = std::regex_replace(text, std::regex("ACT"), act);
        text = std::regex_replace(text, std::regex("LATER"), "{set: '${ error(\"no\") }'}");
        return std::regex_replace(text, std::regex("FAULT"), fault);
    }
    void nothingThatActedIsTriedAgain() {
        for (const auto& fault :
             {"output: {as: '${ error(\"no\") }'}", "export: {as: '${ error(\"no\") }'}",
              "output: {schema: {document: {type: boolean}}}",
              "export: {schema: {document: {type: boolean}}}"})
            for (const auto& act : acts())
                for (const auto& place : places()) {
                    FakeWorld world;
                    for (int i = 0; i < 9; ++i) world.http.answerJson("{}");
                    const auto more =
                        "use:\n"
                        "  functions:\n"
                        "    f: ACT\n"
                        "    g: {call: f}\n"
                        "    h: {do: [{a: ACT}, {no: LATER}]}\n"
                        "  extensions:\n"
                        "    - e: {extend: set, when: '${ $task.set.extended == \"after\" }', "
                        "after: [{a: ACT}, {no: LATER}]}\n"
                        "    - b: {extend: set, when: '${ $task.set.extended == \"before\" }', "
                        "before: [{a: ACT}]}\n"
                        "    - w: {extend: wait, before: [{a: ACT}, {no: LATER}]}\n";
                    const auto result =
                        world.run(placed(with(place, act, fault)), with(more, act, fault));
                    const std::string what = place + " " + act + " " + fault;
                    CPPUNIT_ASSERT_MESSAGE(what, !result);
                    CPPUNIT_ASSERT_EQUAL_MESSAGE(what, std::ptrdiff_t(1), asked(world));
                    CPPUNIT_ASSERT_MESSAGE(what, result.error().done == Done::yes);
                    CPPUNIT_ASSERT_MESSAGE(
                        result.error().detail,
                        result.error().detail.find("It was not tried again: /do/0/t/try/") !=
                            std::string::npos);
                }
    }
    void whatMayBeRepeatedIs() {
        const std::string later = ", {no: LATER}";
        for (const std::string task :
             {"{a: {call: Free, metadata: {idempotent: true}}}",
              "{a: {metadata: {idempotent: true}, do: [{b: {call: Free}}]}}",
              "{a: {call: http, with: {method: post, endpoint: 'http://x.example', headers: "
              "{idempotency-key: k1}}}}",
              "{a: {call: http, with: {method: put, endpoint: 'http://x.example'}}}",
              "{a: {call: http, with: {method: delete, endpoint: 'http://x.example'}}}"}) {
            FakeWorld world;
            for (int i = 0; i < 9; ++i) world.http.answerJson("{}");
            const auto result = world.run(placed(with(task + later, "", "")));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(task, std::ptrdiff_t(3), asked(world));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(task, std::string("In set: no."), result.error().detail);
        }
    }
    void metadataThatIsNoneIsRefused() {
        FakeWorld world;
        try {
            world.outcome("  - a: {set: {}, metadata: {idempotent: maybe, mine: 1}}\n");
            CPPUNIT_FAIL("no error");
        } catch (const tenon::StepError& e) {
            CPPUNIT_ASSERT_MESSAGE(
                e.error().detail,
                e.error().detail.find("wanted true or false, found a string") != std::string::npos);
        }
    }
    void anAnswerThatSendsElsewhereIsUnknown() {
        for (const int status : {300, 301, 302, 303, 304, 307, 308})
            for (const char* method : {"post", "patch"}) {
                FakeWorld world;
                tenon::HttpResponse answer;
                answer.status = status;
                for (int i = 0; i < 3; ++i) world.http.answer(answer);
                const auto result =
                    world.run(placed("{a: {call: http, with: {method: " + std::string(method) +
                                     ", endpoint: 'http://x.example'}}}"));
                CPPUNIT_ASSERT(result.error().done == Done::maybe);
                CPPUNIT_ASSERT_EQUAL(std::ptrdiff_t(1), asked(world));
            }
    }
    void anUnknownActThatACatchTakesIsNotForgotten() {
        FakeWorld world;
        world.steps.does = [](const Value&, Context&) {
            auto error = tenon::makeError(tenon::ErrorKind::timeout, "deadline", "Late.");
            error.done = Done::maybe;
            return error;
        };
        const auto result = world.run("  - t: {try: [{a: {call: Free}}], catch: {}}\n");
        CPPUNIT_ASSERT(result.ok());
        same("maybe /do/0/t/try/0/a (call Free) gave null stranded\n", told(world));
    }
    void keepsTheAnswerThatCannotBeRead() {
        FakeWorld world;
        tenon::HttpResponse answer;
        answer.status = 200;
        answer.headers = {{"Content-Type", "application/json"}};
        answer.body = "{\"id\": 427902, token";
        world.http.answer(answer);
        const auto result =
            world.run("  - a: {call: http, with: {method: post, endpoint: 'http://x.example'}}\n");
        CPPUNIT_ASSERT(result.error().done == Done::maybe);
        same("maybe /do/0/a (call http POST) gave \"{\\\"id\\\": 427902, token\"\n", told(world));
    }
    void keepsWhatAStepWantsKept() {
        FakeWorld world;
        world.steps.does = [](const Value&, Context& context) {
            tenon::keep(context, tenon::Secret("raw"));
            auto error = tenon::makeError(tenon::ErrorKind::communication, "unusable", "What?");
            error.done = Done::maybe;
            return error;
        };
        world.outcome("  - a: {call: Free}\n");
        same("maybe /do/0/a (call Free) gave \"raw\"\n", told(world));
        CPPUNIT_ASSERT(world.journal.last == Value(tenon::Secret("raw")));
    }
    void keepsWhatAStepWasAnswered() {
        FakeWorld world;
        for (const std::string& body : {std::string("looked up"), std::string(R"({"token": "t1"})"),
                                        std::string("caf\xe9"), std::string("\x1f\x8b\0", 3)})
            world.http.answerJson(body);
        world.steps.does = [](const Value&, Context& context) {
            for (const char* method : {"GET", "POST", "POST", "POST"})
                (void)context.http().send({.method = method, .url = "http://x.example"},
                                          context.limits());
            auto error = tenon::makeError(tenon::ErrorKind::runtime, "no", "It is not.");
            error.done = Done::maybe;
            return error;
        };
        world.outcome("  - a: {call: Free}\n");
        same(
            "maybe /do/0/a (call Free) gave [\"{\\\"token\\\": \\\"t1\\\"}\",\"café\","
            "{\"base64\":\"H4sA\"}]\n",
            told(world));
    }
    void aStepCannotSayThatTheRunWasStopped() {
        FakeWorld world;
        world.steps.does = [](const Value&, Context&) {
            return tenon::makeError(tenon::ErrorKind::cancelled, "cancelled", "I stop.");
        };
        const auto result = world.run("  - a: {call: Free}\n");
        same("The step Free says that it was cancelled, but nobody stopped it: I stop.",
             result.error().detail);
        CPPUNIT_ASSERT(result.error().kind == tenon::ErrorKind::runtime);
        CPPUNIT_ASSERT_EQUAL(500, result.error().status);
    }
    void asksNobodyWhereTheJournalCannotKeepIt() {
        FakeWorld world;
        world.journal.refuses =
            tenon::makeError(tenon::ErrorKind::runtime, "output", "Nothing was sent: no room.");
        const auto result = world.run("  - a: {call: Free}\n");
        same("Nothing was sent: no room.", result.error().detail);
        CPPUNIT_ASSERT(result.error().done == Done::no);
        same("", world.steps.calls);
        same("", told(world));
    }
    void knowsWhatLedNowhere() {
        FakeWorld world;
        world.outcome(
            "  - first: {call: Free}\n"
            "  - t: {try: [{a: {call: Free}}, {no: {set: '${ error(\"no\") }'}}], catch: {}}\n"
            "  - last: {call: Free}\n");
        same(
            "yes /do/0/first (call Free) gave {}\n"
            "yes /do/1/t/try/0/a (call Free) gave {} stranded\n"
            "yes /do/2/last (call Free) gave {}\n",
            told(world));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ActsTest);
