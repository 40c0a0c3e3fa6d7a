// SPDX-License-Identifier: Apache-2.0
// What loads, and is hardly meant: a warning, and no more.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_ports.h"
#include "manifest/yaml.h"
#include "run/workflow/workflow.h"
#include "tenon/json.h"

class WarningsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(WarningsTest);
    CPPUNIT_TEST(warnsOfAnExpressionInsideALongerText);
    CPPUNIT_TEST(saysEachPlaceInTheOrderOfTheFile);
    CPPUNIT_TEST(hasNothingToSayOfAGoodManifest);
    CPPUNIT_TEST(looksIntoNoExpression);
    CPPUNIT_TEST(warnsOfWhatARetryDoesTwice);
    CPPUNIT_TEST(warnsAlsoOfWhatStandsDeeper);
    CPPUNIT_TEST(letsARetryRepeatWhatItMay);
    CPPUNIT_TEST(asksTheInputThatDecides);
    CPPUNIT_TEST_SUITE_END();

    static std::string warningsOf(const std::string& tasks, bool idempotent = false,
                                  const tenon::Value& inputs = {}) {
        fakes::FakeSteps steps;
        if (!inputs.isNull()) steps.known.front().inputs = inputs;
        steps.known.front().idempotent = idempotent;
        tenon::manifest::Faults faults, warnings;
        const auto root = tenon::manifest::readYaml(
            "document: {dsl: 1.0.3, namespace: t, name: t, version: 1.0.0}\ndo:\n" + tasks, faults);
        const bool loaded =
            root &&
            tenon::run::Workflow::load(*root, steps, faults, warnings, {.shell = true}).has_value();
        CPPUNIT_ASSERT_EQUAL(std::string(), faults.text("f"));
        CPPUNIT_ASSERT(loaded);
        return warnings.text("f");
    }
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string warning(const std::string& place) {
        return "f:" + place +
               ": \"${\" inside a longer text is no expression; write the whole as one: "
               "${ \"… \\( .x ) …\" }\n";
    }

    void warnsOfAnExpressionInsideALongerText() {
        same(warning("5:12: /do/0/a/set/x"),
             warningsOf("  - a:\n      set:\n        x: Hello ${ .name }\n"));
        same(warning("5:12: /do/0/a/set/x"),
             warningsOf("  - a:\n      set:\n        x: ${ .name }, hello\n"));
    }
    void saysEachPlaceInTheOrderOfTheFile() {
        same(warning("7:22: /do/0/a/with/headers/X") + warning("8:24: /do/0/a/with/query/q/1") +
                 warning("12:24: /do/1/b/output/as/x"),
             warningsOf("  - a:\n      call: http\n      with:\n        method: get\n"
                        "        headers: {X: \"a ${ .id }\"}\n"
                        "        query: {q: [1, \"a ${ .b }\"]}\n"
                        "        endpoint: https://h\n"
                        "  - b:\n      set: {x: 1}\n      output: {as: {x: \"a ${ .b }\"}}\n"));
    }
    void asksTheInputThatDecides() {
        const auto inputs = tenon::json::read(R"({"type":"object","properties":{"method":{
            "type":"string","default":"GET"}},"x-idempotent":{"method":["GET"]}})")
                                .value();
        const auto name = fakes::FakeSteps().known.front().name;
        const auto of = [&](const std::string& with) {
            return warningsOf("  - t:\n      try:\n        - a: {call: " + name + with +
                                  "}\n        - b: {set: {}}\n      catch: {retry: {}}\n",
                              false, inputs);
        };
        const std::string warned = repeats("5:21: /do/0/t/try/0/a/call", name);
        for (const std::string with : {"", ", with: {}", ", with: {method: GET}"})
            same("", of(with));
        for (const std::string with :
             {", with: {method: POST}", ", with: {method: '${ .m }'}", ", with: '${ . }'"})
            same(warned, of(with));
    }
    void hasNothingToSayOfAGoodManifest() {
        same("", warningsOf("  - a:\n      if: .x\n      set:\n        x: ${ .name }\n"
                            "        y: \" ${ .name }\\n\"\n        z: costs $5 {or so}\n"
                            "      metadata: {x: \"a ${ .b }\"}\n"));
    }
    void looksIntoNoExpression() {
        same("", warningsOf("  - a:\n      set:\n        x: '${ \"a ${ b\" }'\n"));
    }

    // The tasks of a retried try, and a manifest around them.
    static std::string retried(const std::string& tasks, const char* retry = "retry: {}",
                               bool idempotent = false) {
        return warningsOf("  - t:\n      try:\n" + tasks + "      catch: {" + retry + "}\n",
                          idempotent);
    }
    static std::string repeats(const std::string& place, const std::string& what) {
        return "f:" + place + ": " + what +
               " is not idempotent: when a task after it fails, this \"try\" is not tried again; "
               "give what may be repeated a \"try\" of its own\n";
    }
    static constexpr const char* kPost =
        "        - post: {call: http, with: {method: post, endpoint: \"https://h\"}}\n";
    static constexpr const char* kGet =
        "        - get: {call: http, with: {method: get, endpoint: \"https://h\"}}\n";
    static constexpr const char* kStep = "        - make: {call: CreateThing, with: {name: n}}\n";

    void warnsOfWhatARetryDoesTwice() {
        same(repeats("5:24: /do/0/t/try/0/post/call", "POST") +
                 repeats("6:24: /do/0/t/try/1/make/call", "CreateThing"),
             retried(std::string(kPost) + kStep + kGet));
        same(repeats("6:37: /do/0/t/try/0/each/do/0/make/call", "CreateThing"),
             retried("        - each: {for: {in: .all},\n"
                     "                 do: [{make: {call: \"create-thing:1.0.0\", with: {name: "
                     "n}}}]}\n"));
    }
    void warnsAlsoOfWhatStandsDeeper() {
        same(repeats("5:50: /do/0/t/try/0/both/fork/branches/0/make/call", "CreateThing"),
             retried("        - both: {fork: {branches: [{make: {call: CreateThing, with: {name: "
                     "n}}}]}}\n"));
        same(repeats("5:31: /do/0/t/try/0/list/run/shell", "a command"),
             retried(std::string("        - list: {run: {shell: {command: ls}}}\n") + kGet));
        same(repeats("5:70: /do/0/t/try/0/in/catch/do/0/make/call", "CreateThing"),
             retried("        - in: {try: [{a: {set: {x: 1}}}], catch: {do: [{make: {call: "
                     "CreateThing, with: {name: n}}}]}}\n"));
        same(repeats("6:29: /use/functions/f/call", "CreateThing"),
             warningsOf("  - t:\n      try: [{a: {call: f}}, {b: {set: {x: 1}}}]\n"
                        "      catch: {retry: {}}\n"
                        "use: {functions: {f: {call: CreateThing, with: {name: n}}}}\n"));
    }
    void letsARetryRepeatWhatItMay() {
        same("", retried(std::string(kStep) + kGet, "retry: {}", true));
        same("", retried(kGet));
        same("", retried(std::string(kGet) + kStep));
        same("", retried(std::string(kStep) + kGet, "as: e"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(WarningsTest);
