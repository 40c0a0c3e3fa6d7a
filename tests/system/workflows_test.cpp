// SPDX-License-Identifier: Apache-2.0
// `run: workflow`: manifests that run those beside them.
#include <cppunit/extensions/HelperMacros.h>

#include "program.h"

using support::program;
using support::steady;

class WorkflowsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(WorkflowsTest);
    CPPUNIT_TEST(runsTheWorkflowBeside);
    CPPUNIT_TEST(givesAnEmptyInputWhereNoneIsWritten);
    CPPUNIT_TEST(takesTheHighestVersion);
    CPPUNIT_TEST(takesTheVersionThatIsNamed);
    CPPUNIT_TEST(saysWhereAnErrorCameFrom);
    CPPUNIT_TEST(hasSecretsOfItsOwn);
    CPPUNIT_TEST(endsItselfOnly);
    CPPUNIT_TEST(runsItselfAsDeepAsItMay);
    CPPUNIT_TEST(warnsWhereARetryRunsOneThatActs);
    CPPUNIT_TEST(refusesWhatIsNotThere);
    CPPUNIT_TEST(refusesTwoThatAreOne);
    CPPUNIT_TEST(refusesAWorkflowWithFaults);
    CPPUNIT_TEST(refusesOtherWaysOfReturning);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    std::string manifest(const std::string& file, const std::string& name, const std::string& rest,
                         const std::string& version = "1.0.0") const {
        return folder_.write(file, "document: {dsl: 1.0.3, namespace: t, name: " + name +
                                       ", version: " + version + "}\n" + rest);
    }
    // A manifest whose one task runs another.
    std::string running(const std::string& what) const {
        return manifest("m.yaml", "m",
                        "do: [{a: {run: {workflow: {namespace: t, " + what + "}}}}]\n");
    }

    void runsTheWorkflowBeside() {
        folder_.write("in.json",
                      R"({"document": {"dsl": "1.0.3", "namespace": "t", "name": "inner", )"
                      R"("version": "1.0.0"}, "do": [{"x": {"set": {"y": "${ .z + 1 }"}}}]})");
        folder_.write("broken.yaml", "a: [");
        folder_.write("input.yaml", "z: 5");
        const auto path = running("name: inner, input: {z: '${ .z }'}");
        const auto ended = program({"run", path, "--input", folder_.path("input.yaml")});
        same("{\n  \"y\": 6\n}\n", ended.out);
        same("m 1.0.0\n    x: set, T\n  a: run inner, T\n", steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
    }
    void givesAnEmptyInputWhereNoneIsWritten() {
        manifest("in.yaml", "inner", "do: [{x: {set: '${ [., $workflow.input, $context] }'}}]\n");
        same("[\n  {},\n  {},\n  null\n]\n",
             program({"run", running("name: inner"), "--input", "z=1"}).out);
    }
    void takesTheHighestVersion() {
        for (const std::string version :
             {"1.9.0", "1.10.0-rc.9", "1.10.0", "1.10.0-rc.10", "0.99.99", "1.2.30"})
            manifest(version + ".yaml", "inner", "do: [{x: {set: {is: '" + version + "'}}}]\n",
                     version);
        const std::string expected = "{\n  \"is\": \"1.10.0\"\n}\n";
        same(expected, program({"run", running("name: inner")}).out);
        same(expected, program({"run", running("name: inner, version: latest")}).out);
        std::filesystem::remove(folder_.path("1.10.0.yaml"));
        same("{\n  \"is\": \"1.10.0-rc.10\"\n}\n", program({"run", running("name: inner")}).out);
    }
    void takesTheVersionThatIsNamed() {
        manifest("1.yaml", "inner", "do: [{x: {set: {is: 1}}}]\n", "1.0.0");
        manifest("2.yml", "inner", "do: [{x: {set: {is: 2}}}]\n", "2.0.0");
        same("{\n  \"is\": 1\n}\n", program({"run", running("name: inner, version: 1.0.0")}).out);
        const auto path = running("name: inner, version: 3.0.0");
        same(path +
                 ":2:27: /do/0/a/run/workflow: wanted version 3.0.0 of t/inner, found 1.0.0, "
                 "2.0.0 in " +
                 folder_.path() + "\n",
             program({"run", path}).err);
    }
    void saysWhereAnErrorCameFrom() {
        manifest("in.yaml", "inner", "do: [{x: {set: '${ error(\"no\") }'}}]\n");
        const auto ended = program({"run", running("name: inner")});
        const auto text = steady(ended.err);
        same(
            "  task: /do/0/a/run/do/0/x\n"
            "  place: in.yaml:2:16\n",
            text.substr(text.find("  task:")));
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
    }
    void hasSecretsOfItsOwn() {
        manifest("in.yaml", "inner",
                 "use: {secrets: [key]}\ndo: [{x: {set: {y: '${ $secrets.key }'}}}]\n");
        same("{\n  \"y\": \"********\"\n}\n",
             program({"run", running("name: inner")}, "", {{"TENON_SECRET_KEY", "sesame"}}).out);
        const auto text = steady(program({"run", running("name: inner")}).err);
        CPPUNIT_ASSERT_MESSAGE(text, text.find("  a: run inner FAULTED, T\n") != std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(text, text.find("  task: /do/0/a\n") != std::string::npos);
    }
    void endsItselfOnly() {
        manifest("in.yaml", "inner", "do: [{x: {set: {y: 1}, then: end}}, {z: {set: {y: 2}}}]\n");
        const auto path = manifest("m.yaml", "m",
                                   "do:\n  - a: {run: {workflow: {namespace: t, name: inner}}}\n"
                                   "  - b: {set: {seen: '${ .y }'}}\n");
        same("{\n  \"seen\": 1\n}\n", program({"run", path}).out);
    }
    void runsItselfAsDeepAsItMay() {
        const auto path = manifest("m.yaml", "m",
                                   "do:\n"
                                   "  - a: {set: {n: '${ (.n // 0) + 1 }', most: '${ .most }'}}\n"
                                   "  - b: {if: '.n < .most', run: {workflow: {namespace: t, name: "
                                   "m, input: '${ . }'}}}\n");
        same("{\n  \"n\": 21,\n  \"most\": 21\n}\n",
             program({"run", path, "--input", "most=21"}).out);
        const auto ended = program({"run", path, "--input", "most=22"});
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        const auto begin = ended.err.find("error:");
        same(
            "error: The workflow \"m\" was not run: 20 runs are round it already. Does it run "
            "itself without an end?\n  kind: runtime, status 500, nested too deep\n",
            ended.err.substr(begin, ended.err.find("  task:") - begin));
    }
    // Also through another one between them.
    void warnsWhereARetryRunsOneThatActs() {
        manifest("reads.yaml", "reads",
                 "do: [{a: {call: http, with: {method: get, endpoint: 'https://x.example'}}}]\n");
        manifest("acts.yaml", "acts",
                 "do: [{a: {call: http, with: {method: post, endpoint: 'https://x.example'}}}]\n");
        manifest("between.yaml", "between",
                 "do: [{a: {run: {workflow: {namespace: t, name: acts}}}}]\n");
        const auto path = manifest(
            "m.yaml", "m",
            "do:\n"
            "  - t:\n"
            "      try:\n"
            "        - reads: {run: {workflow: {namespace: t, name: reads}}}\n"
            "        - acts: {run: {workflow: {namespace: t, name: between, version: 1.0.0}}}\n"
            "      catch: {retry: {limit: {attempt: {count: 1}}}}\n");
        const auto ended = program({"validate", path});
        same("warning: " + path +
                 ":6:34: /do/0/t/try/1/acts/run/workflow: the workflow \"between\" has a call "
                 "that is not idempotent: when a task after that fails, this \"try\" is not tried "
                 "again; give what may be repeated a \"try\" of its own there\n",
             ended.err);
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
    }
    void refusesWhatIsNotThere() {
        manifest("in.yaml", "inner", "do: [{x: {set: {y: 1}}}]\n");
        auto path = running("name: iner");
        same(path + ":2:27: /do/0/a/run/workflow: there is no workflow t/iner in " +
                 folder_.path() + "; did you mean \"inner\"?\n",
             program({"validate", path}).err);
        path = running("name: other");
        same(path + ":2:27: /do/0/a/run/workflow: there is no workflow t/other in " +
                 folder_.path() + "; found t/m 1.0.0, t/inner 1.0.0\n",
             program({"validate", path}).err);
        path = running("name: '${ .x }'");
        same(path +
                 ":2:48: /do/0/a/run/workflow/name: wanted the \"name\" itself, found an "
                 "expression; which workflow it is must be known before the run\n",
             program({"validate", path}).err);
    }
    void refusesTwoThatAreOne() {
        const auto one = manifest("1.yaml", "inner", "do: [{x: {set: {y: 1}}}]\n");
        const auto two = manifest("2.yaml", "inner", "do: [{x: {set: {y: 2}}}]\n");
        const auto path = running("name: inner");
        same(path + ":2:27: /do/0/a/run/workflow: " + one + " and " + two +
                 " are both t/inner 1.0.0\n",
             program({"validate", path}).err);
    }
    void refusesAWorkflowWithFaults() {
        const auto inner = manifest("in.yaml", "inner", "do: [{x: {sett: {y: 1}, set: {y: 1}}}]\n");
        const auto path = running("name: inner");
        const auto ended = program({"run", path});
        same(path + ":2:27: /do/0/a/run/workflow: the workflow t/inner has faults of its own, in " +
                 inner + "\n" + inner +
                 ":2:11: /do/0/x/sett: \"sett\" is not known in a task; did you mean \"set\"?\n",
             ended.err);
        CPPUNIT_ASSERT_EQUAL(65, ended.code);
    }
    void refusesOtherWaysOfReturning() {
        manifest("in.yaml", "inner", "do: [{x: {set: {y: 1}}}]\n");
        const auto path =
            manifest("m.yaml", "m",
                     "do: [{a: {run: {workflow: {namespace: t, name: inner}, return: all}}}]\n");
        same(path +
                 ":2:64: /do/0/a/run/return: a workflow has one output and no exit code; leave "
                 "\"return\" out\n",
             program({"validate", path}).err);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(WorkflowsTest);
