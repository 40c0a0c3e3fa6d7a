// SPDX-License-Identifier: Apache-2.0
// Inputs with more to them than a type: a secret that is taken for one, documents whose texts are
// their own, texts out of a few; and how a step waits.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"
#include "tenon/json.h"
#include "tenon/wait.h"

using fakes::FakeWorld;
using tenon::Result;
using tenon::Value;

class StepInputsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(StepInputsTest);
    CPPUNIT_TEST(takesASecretForWhatIsNotWritten);
    CPPUNIT_TEST(takesWhatIsWrittenBeforeASecret);
    CPPUNIT_TEST(saysWhichSecretWouldDo);
    CPPUNIT_TEST(leavesTheTextsOfADocumentAlone);
    CPPUNIT_TEST(takesADocumentFromAnExpression);
    CPPUNIT_TEST(takesADocumentFromWhereItIs);
    CPPUNIT_TEST(refusesOtherFormsOfADocument);
    CPPUNIT_TEST(saysWhatIsWrongWithADocument);
    CPPUNIT_TEST(refusesATextThatIsNoChoice);
    CPPUNIT_TEST(waits);
    CPPUNIT_TEST(waitsNoLongerThanTheTask);
    CPPUNIT_TEST(givesEachRequestItsWholeTime);
    CPPUNIT_TEST_SUITE_END();

    static constexpr const char* kSchema = R"({"type": "object", "properties": {
        "connection": {"type": "object", "x-secret": "platform"},
        "form": {"x-document": true},
        "mode": {"type": "string", "enum": ["merge", "replace"]},
        "inner": {"type": "object", "properties": {"form": {"x-document": true}}}},
        "required": ["connection"], "additionalProperties": false})";

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static void describe(FakeWorld& world) {
        world.steps.known.push_back(
            {"Bind", "1.0.0", "Binds.", "things", tenon::json::read(kSchema).value(), {}, false});
        world.secrets.given = {{"platform", tenon::json::read(R"({"user":"me"})").value()}};
    }
    static std::string calls(const std::string& with, const std::string& use = "platform") {
        FakeWorld world;
        describe(world);
        world.given(R"({"form":{"a":"${ .b }"}})");
        const auto outcome = world.outcome("  - a: {call: Bind, with: " + with + "}\n",
                                           "use: {secrets: [" + use + "]}\n");
        return world.steps.calls.empty() ? outcome : world.steps.calls;
    }
    static std::string faults(const std::string& task, const std::string& use = "platform") {
        FakeWorld world;
        describe(world);
        try {
            fakes::workflow(world.steps, "  - a: {call: Bind" + task + "}\n",
                            "use: {secrets: [" + use + "]}\n");
            return "";
        } catch (const tenon::StepError& e) {
            return e.error().detail;
        }
    }

    void takesASecretForWhatIsNotWritten() {
        same("Bind {\"mode\":\"merge\",\"connection\":{\"user\":\"me\"}}\n",
             calls("{mode: merge}"));
        FakeWorld world;
        describe(world);
        world.steps.does = [](const Value& inputs, tenon::Context&) {
            CPPUNIT_ASSERT(inputs.find("connection")->find("user")->secret());
            return Value();
        };
        world.outcome("  - a: {call: Bind}\n", "use: {secrets: [platform]}\n");
        same("Bind {\"connection\":{\"user\":\"me\"}}\n", world.steps.calls);
    }
    void takesWhatIsWrittenBeforeASecret() {
        same("Bind {\"connection\":{\"user\":\"you\"}}\n", calls("{connection: {user: you}}"));
        same("Bind {\"connection\":{\"user\":\"me\"}}\n",
             calls("{connection: '${ $secrets.platform }'}"));
    }
    void saysWhichSecretWouldDo() {
        same(
            "manifest.yaml:4:27: /do/0/a/with: Bind needs the input \"connection\": write it, or "
            "add the secret \"platform\", which is taken for it, to use.secrets\n",
            faults(", with: {}", "other"));
        same(
            "manifest.yaml:4:15: /do/0/a/call: Bind needs the input \"connection\": write it, or "
            "add the secret \"platform\", which is taken for it, to use.secrets\n",
            faults("", "other"));
    }
    void leavesTheTextsOfADocumentAlone() {
        same(
            "Bind {\"form\":{\"id\":\"${config.crmElement}\",\"b\":[\"${ $secrets.x }\"]},"
            "\"connection\":{\"user\":\"me\"}}\n",
            calls("{form: {document: {id: '${config.crmElement}', b: ['${ $secrets.x }']}}}"));
        same("Bind {\"inner\":{\"form\":\"${ .x\"},\"connection\":{\"user\":\"me\"}}\n",
             calls("{inner: {form: {document: '${ .x'}}}"));
    }
    void takesADocumentFromAnExpression() {
        same("Bind {\"form\":{\"a\":\"${ .b }\"},\"connection\":{\"user\":\"me\"}}\n",
             calls("{form: '${ .form }'}"));
    }
    void takesADocumentFromWhereItIs() {
        for (const char* body : {R"({"a": "${config.x}"})", "a: ${config.x}\n"}) {
            FakeWorld world;
            describe(world);
            world.http.answerJson(body);
            world.outcome(
                "  - a: {call: Bind, with: {form: {resource: {endpoint: 'http://h/f'}}}}\n",
                "use: {secrets: [platform]}\n");
            same("Bind {\"form\":{\"a\":\"${config.x}\"},\"connection\":{\"user\":\"me\"}}\n",
                 world.steps.calls);
            same("http://h/f", world.http.requests.at(0).url);
        }
    }
    void refusesOtherFormsOfADocument() {
        for (const char* form : {"{}", "{a: 1}", "text", "[1]", "5", "{document: 1, resource: {}}",
                                 "{document: 1, more: 2}"})
            same(
                "manifest.yaml:4:34: /do/0/a/with/form: wanted {document: …} with the data, whose "
                "texts are no expressions, {resource: {endpoint: …}} with the file or the address "
                "where it is, or one expression, ${ … }\n",
                faults(std::string(", with: {form: ") + form + "}"));
        same(
            "manifest.yaml:4:56: /do/0/a/with/form/resource/endpoint: wanted an http or https "
            "address, or a file in the manifest's folder, found \"../x\"\n",
            faults(", with: {form: {resource: {endpoint: ../x}}}"));
    }
    void saysWhatIsWrongWithADocument() {
        FakeWorld world;
        describe(world);
        world.http.answerJson("{");
        const auto said = world.outcome(
            "  - a: {call: Bind, with: {form: {resource: {endpoint: 'http://h/f.json'}}}}\n",
            "use: {secrets: [platform]}\n");
        CPPUNIT_ASSERT_MESSAGE(
            said,
            said.starts_with(
                "/do/0/a: In with/form: This document cannot be used:\nhttp://h/f.json:1:2: "));
        same("", world.steps.calls);
    }
    void refusesATextThatIsNoChoice() {
        same(
            "manifest.yaml:4:34: /do/0/a/with/mode: wanted one of merge, replace, found "
            "\"mergee\"; did you mean \"merge\"?\n",
            faults(", with: {mode: mergee}"));
        same("", faults(", with: {mode: '${ .mode }'}"));
    }
    static std::string waited(std::chrono::milliseconds time, const std::string& task) {
        FakeWorld world;
        world.steps.does = [time](const Value&, tenon::Context& context) -> Result<Value> {
            try {
                tenon::wait(context, time);
            } catch (const tenon::StepError& e) {
                return e.error();
            }
            return Value("waited");
        };
        const auto begin = world.clock.now();
        const auto outcome = world.outcome("  - a: {call: Free" + task + "}\n");
        return outcome + " after " +
               std::to_string((world.clock.now() - begin).count() / 1'000'000) + " ms";
    }
    void waits() { same("\"waited\" after 90000 ms", waited(std::chrono::seconds(90), "")); }
    void waitsNoLongerThanTheTask() {
        same(
            "/do/0/a: The task \"a\" was not done in 5 s. The time was up before the wait was "
            "over. after 5000 ms",
            waited(std::chrono::seconds(90), ", timeout: {after: {seconds: 5}}"));
    }
    void givesEachRequestItsWholeTime() {
        FakeWorld world;
        world.steps.does = [&](const Value&, tenon::Context& context) {
            for (int i = 0; i < 2; ++i) {
                CPPUNIT_ASSERT(context.limits().deadline ==
                               world.clock.now() + std::chrono::seconds(120));
                world.clock.pass(std::chrono::seconds(100));
            }
            return Value();
        };
        same("null", world.outcome("  - a: {call: Free}\n"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(StepInputsTest);
