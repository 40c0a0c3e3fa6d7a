// SPDX-License-Identifier: Apache-2.0
// What a tenant was given in vain is taken back, where any call goes wrong and the process is
// killed: afterwards the platform has only what a person was told of.
// TENON_FAULTS=full makes 1,000 runs of it; fewer otherwise.
#include <iostream>

#include "tenants_fixture.h"

class VainTest : public TenantsFixture {
    CPPUNIT_TEST_SUITE(VainTest);
    CPPUNIT_TEST(takesEverythingBack);
    CPPUNIT_TEST_SUITE_END();

    // Longer than the sandbox hides what is new, and is late.
    static inline const std::string kLookFor = kSlow ? "4" : "2";

    // Whatever goes wrong in it, it is tried again.
    static std::string call(const std::string& step, const std::string& inputs) {
        return "{try: [{call: {call: " + step + ", with: {" + inputs +
               "}}}], catch: {retry: {delay: {milliseconds: 20}, limit: {attempt: {count: 20}}}}";
    }
    static std::string task(const std::string& name, const std::string& make,
                            const std::string& undo, const std::string& context) {
        return "  - " + name + ": " + make + ", export: {as: '" + context +
               "'}, metadata: {undo: [{back: " + undo + "}}]}}\n";
    }
    [[nodiscard]] std::string manifest() const {
        folder_.write("formula.json",
                      R"({"name":"f","steps":[],"triggers":[{"type":"manual","onSuccess":[],
  "onFailure":[]}],"engine":"v3","configuration":[{"key":"crm","name":"CRM",
  "type":"elementInstance","required":true}]})");
        return folder_.write(
            "vain.yaml",
            "document: {dsl: 1.0.3, namespace: t, name: vain, version: 1.0.0}\n"
            "use: {secrets: [cloudElements]}\n"
            "do:\n" +
                task("create",
                     call("CreateSageCRMInstance",
                          "name: \"${ $workflow.input.name }\", subdomain: crm.example.com, "
                          "username: sandbox-user, password: sandbox-password, lookFor: " +
                              kLookFor),
                     call("DeleteElementInstance", "id: \"${ .id }\""), "${ {id} }") +
                task("define",
                     call("DefineVirtualDataResource",
                          "name: \"${ $workflow.input.name }\", fields: [{path: name, type: "
                          "string}]"),
                     call("DeleteVirtualDataResource", "name: \"${ $workflow.input.name }\""),
                     "${ $context }") +
                task("template",
                     call("CreateFormulaTemplate",
                          "name: \"${ $workflow.input.name }\", template: {resource: {endpoint: "
                          "formula.json}}, lookFor: " +
                              kLookFor),
                     call("DeleteFormulaTemplate", "formulaId: \"${ .id }\""),
                     "${ $context + {formula: .id} }") +
                task("bind",
                     call("CreateFormulaInstance",
                          "formulaId: \"${ $context.formula }\", name: \"${ $workflow.input.name "
                          "}\", instances: {crm: \"${ $context.id }\"}, adopt: byName, lookFor: " +
                              kLookFor),
                     call("DeleteFormulaInstance",
                          "formulaId: \"${ $context.formula }\", formulaInstanceId: \"${ .id }\""),
                     "${ $context }") +
                "  - vain: {raise: {error: {type: 'https://t.example/vain', status: 500, title: In "
                "vain}}}\n");
    }

    void takesEverythingBack() {
        const int runs = support::inFull() ? 1'000 : kSlow ? 12 : 60;
        const int kills = support::inFull() ? 60 : kSlow ? 3 : 5;
        makeKey();
        Requests requests("/elements/api-v2/");
        Sandbox sandbox(folder_, script("", runs), requests);
        const auto driven = drive(command(manifest(), runs, sandbox), requests, kills, 10 * runs);
        auto ended = results();
        const auto faulted = ended[1].size(), stopped = ended[3].size();
        std::cout << "\n  " << runs << " runs, " << driven.lives << " kills, " << requests.count()
                  << " requests: " << faulted << " took all back, " << stopped
                  << " stopped for a person\n";
        CPPUNIT_ASSERT_EQUAL_MESSAGE(folder_.read("said"), stopped > 0 ? 3 : 1, driven.code);
        CPPUNIT_ASSERT_EQUAL(static_cast<std::size_t>(runs), faulted + stopped);
        CPPUNIT_ASSERT(sandbox.count("instancesMade") >= static_cast<std::int64_t>(faulted));
        for (const char* what : {"instances", "definitions", "formulas", "formulaInstances"})
            CPPUNIT_ASSERT_MESSAGE(what, sandbox.count(what) <= static_cast<std::int64_t>(stopped));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(VainTest);
