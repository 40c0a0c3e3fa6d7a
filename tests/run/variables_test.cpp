// SPDX-License-Identifier: Apache-2.0
// The variables of expressions: each in every slot where the language has it.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"
#include "tenon/json.h"
#include "tenon/version.h"

using fakes::FakeWorld;

namespace {

// Takes the variables apart, so that a slot can be compared as a line.
const std::string kAll =
    "${ \"\\($context)|\\($input)|\\($output)|\\($secrets.key)|\\($task.name)|\\($task.input)|"
    "\\($task.output)|\\($workflow.input)|\\($runtime.name)\" }";

// In the workflow's own slots there is no task.
const std::string kWorkflow =
    "${ \"\\($context)|\\($input)|\\($output)|\\($secrets.key)|\\($task)|\\($workflow.input)|"
    "\\($runtime.name)\" }";

}  // namespace

class VariablesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(VariablesTest);
    CPPUNIT_TEST(hasThemInEverySlotOfATask);
    CPPUNIT_TEST(hasThemInTheSlotsOfTheWorkflow);
    CPPUNIT_TEST(hasThemInsideANestedTask);
    CPPUNIT_TEST(describesTheTask);
    CPPUNIT_TEST(describesTheWorkflowAndTheRuntime);
    CPPUNIT_TEST(makesEveryTextOfASecretOne);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // The workflow's output with its secrets in the clear.
    static std::string revealed(FakeWorld& world, const std::string& tasks,
                                const std::string& more = "use: {secrets: [key]}\n") {
        world.secrets.given = {{"key", "s3cret"}};
        const auto result = world.run(tasks, more);
        return result ? tenon::json::write(result.value(), tenon::json::Secrets::reveal)
                      : result.error().detail;
    }

    void hasThemInEverySlotOfATask() {
        const std::string before =
            "  - before: {set: '${ \"raw\" }', export: {as: '${ \"ctx\" }'}}\n";
        const auto slot = [&](const std::string& task) {
            FakeWorld world;
            world.given("\"first\"");
            return revealed(world, before + task);
        };
        same("\"ctx|raw|null|s3cret|a|raw|null|first|tenon\"",
             slot("  - a: {input: {from: '" + kAll + "'}, set: '${ . }'}\n"));
        same("{\"x\":\"ctx|in|null|s3cret|a|raw|null|first|tenon\"}",
             slot("  - a: {input: {from: '${ \"in\" }'}, set: {x: '" + kAll + "'}}\n"));
        same("\"ctx|in|null|s3cret|a|raw|set|first|tenon\"",
             slot("  - a: {input: {from: '${ \"in\" }'}, set: '${ \"set\" }', output: {as: '" +
                  kAll + "'}}\n"));
        same("{\"c\":\"ctx|in|out|s3cret|a|raw|set|first|tenon\"}",
             slot("  - a: {input: {from: '${ \"in\" }'}, set: '${ \"set\" }', output: {as: '${ "
                  "\"out\" }'}, export: {as: '" +
                  kAll + "'}}\n  - b: {set: {c: '${ $context }'}}\n"));
        // A condition gives no text: each variable decides by itself.
        for (const char* condition :
             {"$context == \"ctx\"", "$input == \"raw\"", "$output == null",
              "$secrets.key == \"s3cret\"", "$task.name == \"a\"", "$task.input == \"raw\"",
              "$workflow.input == \"first\"", "$runtime.name == \"tenon\""})
            same("\"ran\"",
                 slot("  - a: {if: '" + std::string(condition) + "', set: '${ \"ran\" }'}\n"));
    }
    void hasThemInTheSlotsOfTheWorkflow() {
        FakeWorld world;
        world.given("\"first\"");
        same("\"null|first|null|s3cret|null|first|tenon\"",
             revealed(world, "  - a: {set: '${ . }'}\n",
                      "use: {secrets: [key]}\ninput: {from: '" + kWorkflow + "'}\n"));
        same("\"ctx|in|set|s3cret|null|first|tenon\"",
             revealed(world, "  - a: {set: '${ \"set\" }', export: {as: '${ \"ctx\" }'}}\n",
                      "use: {secrets: [key]}\ninput: {from: '${ \"in\" }'}\noutput: {as: '" +
                          kWorkflow + "'}\n"));
    }
    void hasThemInsideANestedTask() {
        FakeWorld world;
        world.given("\"first\"");
        same("\"null|in|null|s3cret|inner|in|null|first|tenon\"", revealed(world, R"(
  - outer:
      input: {from: '${ "in" }'}
      do:
        - inner: {set: ')" + kAll + "'}\n"));
    }
    void describesTheTask() {
        FakeWorld world;
        world.given("1");
        const auto result = world.run(R"(
  - a: {set: '${ 2 }', metadata: {m: 3}, export: {as: '${ $task }'}}
  - show: {set: '${ $context }'}
)");
        same(R"({"name":"a","reference":"/do/0/a","definition":{"set":"${ 2 }","metadata":{"m":3},)"
             R"("export":{"as":"${ $task }"}},"input":1,"startedAt":{"iso8601":)"
             R"("2026-01-02T03:04:05.678Z","epoch":{"seconds":1767323045,"milliseconds":)"
             R"(1767323045678}},"output":2})",
             tenon::json::write(result.value()));
    }
    void describesTheWorkflowAndTheRuntime() {
        FakeWorld world;
        world.given("1");
        same(R"(["run-1",1,"2026-01-02T03:04:05.678Z","w",["a"]])",
             world.outcome(
                 "  - a: {set: '${ [$workflow.id, $workflow.input, $workflow.startedAt.iso8601, "
                 "$workflow.definition.document.name, [$workflow.definition.do[0] | keys[0]]] "
                 "}'}\n"));
        same(R"({"name":"tenon","version":")" TENON_VERSION R"(","metadata":{}})",
             world.outcome("  - a: {set: '${ $runtime }'}\n"));
    }
    void makesEveryTextOfASecretOne() {
        FakeWorld world;
        world.secrets.given = {
            {"all", tenon::json::read(R"({"text":"t","number":8443,"yes":true,"none":null,)"
                                      R"("list":["a",1.5]})")
                        .value()}};
        const auto result =
            world.run("  - a: {set: '${ $secrets.all }'}\n", "use: {secrets: [all]}\n");
        same(R"({"text":"********","number":"********","yes":"********","none":null,)"
             R"("list":["********","********"]})",
             tenon::json::write(result.value()));
        same(R"({"text":"t","number":"8443","yes":"true","none":null,"list":["a","1.5"]})",
             tenon::json::write(result.value(), tenon::json::Secrets::reveal));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(VariablesTest);
