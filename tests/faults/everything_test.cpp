// SPDX-License-Identifier: Apache-2.0
// Whatever a tenant is given is made once: instance, definition, mapping, template, formula
// instance and one execution, where any of the calls that make something goes wrong.
// TENON_FAULTS=full makes 1,000 runs of it; fewer otherwise.
#include <iostream>

#include "tenants_fixture.h"

class EverythingTest : public TenantsFixture {
    CPPUNIT_TEST_SUITE(EverythingTest);
    CPPUNIT_TEST(makesEachThingOnce);
    CPPUNIT_TEST(makesEachThingOnceWhereAnyCallGoesWrong);
    CPPUNIT_TEST(goesOnWaitingForAnExecution);
    CPPUNIT_TEST(leavesAnExecutionThatRuns);
    CPPUNIT_TEST_SUITE_END();

    // What a task tries again: where the platform has no time for it, or whatever went wrong.
    static constexpr const char *kBusy = "errors: {with: {status: 429}}, ", *kAnything = "";

    // `again`: what the tasks do again.
    [[nodiscard]] std::string manifest(const std::string& again = kBusy) const {
        const auto task = [&](const std::string& name, const std::string& call,
                              const std::string& inputs, const std::string& context) {
            return "  - " + name + ":\n      try: [{call: {call: " + call + ", with: {" + inputs +
                   "}}}]\n      catch: {" + again +
                   "retry: {delay: {milliseconds: 20}, limit: {attempt: {count: 20}}}}\n"
                   "      export: {as: '" +
                   context + "'}\n";
        };
        folder_.write("formula.json",
                      R"({"name":"f","steps":[{"name":"read","type":"elementRequest","onSuccess":[],
  "onFailure":[],"properties":{"elementInstanceId":"${config.crm}","method":"GET",
  "api":"/hubs/crm/accounts"}}],"triggers":[{"type":"manual","onSuccess":["read"],"onFailure":[]}],
  "engine":"v3","configuration":[{"key":"crm","name":"CRM","type":"elementInstance","required":true}]})");
        return folder_.write(
            "everything.yaml",
            "document: {dsl: 1.0.3, namespace: t, name: everything, version: 1.0.0}\n"
            "use: {secrets: [cloudElements]}\n"
            "do:\n" +
                task("create", "CreateSageCRMInstance",
                     "name: \"${ $workflow.input.name }\", subdomain: crm.example.com, username: "
                     "sandbox-user, password: sandbox-password, lookFor: 4",
                     "${ {id} }") +
                task("define", "DefineVirtualDataResource",
                     "name: \"${ $workflow.input.name }\", fields: [{path: name, type: string}]",
                     "${ $context }") +
                task("map", "MapVirtualDataResource",
                     "instanceId: \"${ $context.id }\", name: \"${ $workflow.input.name }\", "
                     "vendorName: accounts, fields: [{path: name, vendorPath: Comp_Name}]",
                     "${ $context }") +
                task("template", "CreateFormulaTemplate",
                     "name: \"${ $workflow.input.name }\", template: {resource: {endpoint: "
                     "formula.json}}, lookFor: 4",
                     "${ $context + {formula: .id} }") +
                task("bind", "CreateFormulaInstance",
                     "formulaId: \"${ $context.formula }\", name: \"${ $workflow.input.name }\", "
                     "instances: {crm: \"${ $context.id }\"}, adopt: byName, lookFor: 4",
                     "${ $context + {bound: .id} }") +
                task("run", "RunFormula", "formulaInstanceId: \"${ $context.bound }\"",
                     "${ $context }") +
                "  - told: {set: {id: '${ $context.id }'}}\n");
    }

    void makesEachThingOnce() { sweep(manifest(), "POST /"); }
    void makesEachThingOnceWhereAnyCallGoesWrong() { sweep(manifest(kAnything), ""); }

    void sweep(const std::string& manifest, const std::string& call) {
        const int runs = support::inFull() ? 1'000 : kSlow ? 12 : 60;
        const int kills = support::inFull() ? 60 : kSlow ? 3 : 8;
        makeKey();
        Requests posts("POST /elements/api-v2/");
        Sandbox sandbox(folder_, script(call, runs), posts);
        const auto driven = drive(command(manifest, runs, sandbox), posts, kills, 6 * runs);
        auto ended = results();
        const auto completed = ended[0].size(), stopped = ended[3].size();
        std::cout << "\n  " << runs << " runs, " << driven.lives << " kills, " << posts.count()
                  << " posts sent: " << completed << " completed, " << stopped
                  << " stopped for a person\n";
        CPPUNIT_ASSERT_EQUAL_MESSAGE(folder_.read("said"), stopped > 0 ? 3 : 0, driven.code);
        CPPUNIT_ASSERT_EQUAL(static_cast<std::size_t>(runs), completed + stopped);
        CPPUNIT_ASSERT(completed > 0);
        for (const std::string what : {"instances", "formulas", "formulas/instances"}) {
            const auto names = sandbox.names(what);
            CPPUNIT_ASSERT_MESSAGE(what, names.size() >= completed);
            for (const auto& name : names)
                CPPUNIT_ASSERT_EQUAL_MESSAGE(what + " " + name, std::size_t{1}, names.count(name));
        }
        // A name has one of these; an execution has no name.
        for (const char* what : {"definitions", "transformations", "executions"}) {
            const auto count = static_cast<std::size_t>(sandbox.count(what));
            CPPUNIT_ASSERT_MESSAGE(what, count >= completed && count <= completed + stopped);
        }
    }
    // The start is known, and not done again.
    void waitsInTwoLives(int signal) {
        makeKey();
        Requests looks("GET /elements/api-v2/formulas/instances/executions/");
        Sandbox sandbox(
            folder_,
            R"({"rules":[{"on":"GET /formulas/instances/executions/","times":1,"answer":{"status":503},"retryAfter":60}]})",
            looks);
        const auto words = command(manifest(), 1, sandbox);
        support::Running first(words);
        const pid_t child = first.process();
        CPPUNIT_ASSERT(looks.waitFor(1, [&] { return isOver(child); }));
        first.signal(signal);
        CPPUNIT_ASSERT(first.wait() != 0);
        support::Running second(words);
        const int code = second.wait();
        CPPUNIT_ASSERT_EQUAL_MESSAGE(folder_.read("said"), 0, code);
        CPPUNIT_ASSERT_EQUAL(std::int64_t{1}, sandbox.count("executions"));
    }
    void goesOnWaitingForAnExecution() { waitsInTwoLives(SIGKILL); }
    void leavesAnExecutionThatRuns() { waitsInTwoLives(SIGINT); }
};

CPPUNIT_TEST_SUITE_REGISTRATION(EverythingTest);
