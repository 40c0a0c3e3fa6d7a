// SPDX-License-Identifier: Apache-2.0
// What a run keeps to: its name, its manifests, its plugins, its one driver.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>

#include "kept_fixture.h"

using support::Platform;
using support::Running;

class KeptIdentityTest : public KeptFixture {
    CPPUNIT_TEST_SUITE(KeptIdentityTest);
    CPPUNIT_TEST(keepsToTheManifestsThatItBeganWith);
    CPPUNIT_TEST(tellsWhatEndedBeforeAndDoesNothingAgain);
    CPPUNIT_TEST(refusesAnotherRunOfTheName);
    CPPUNIT_TEST(isDrivenByOneProcess);
    CPPUNIT_TEST(keepsToThePluginsThatItBeganWith);
    CPPUNIT_TEST_SUITE_END();

    // Killed in its first task; what lies in the folder then is none of its business.
    void keepsToTheManifestsThatItBeganWith() {
        Platform platform(folder_, R"({"rules":[{"on":"GET /ping","times":1,"delay":3600000}]})");
        const auto inner = [&](const std::string& word) {
            write("inner.yaml", "do:\n  - say: {set: {said: " + word + "}}\n", "inner");
        };
        inner("first");
        const auto manifest =
            write("m.yaml",
                  "do:\n"
                  "  - look:\n"
                  "      try: [{get: {call: http, with: {method: get, endpoint: '" +
                      platform.sandbox.address() +
                      "/elements/api-v2/ping'}}}]\n"
                      "      catch: {errors: {with: {status: 401}}}\n"
                      "  - run: {run: {workflow: {namespace: t, name: inner, version: 1.0.0}}}\n");
        Running run(driving({"run", manifest, "--run-id", "one"}));
        platform.waitFor("waits");
        run.endBy(SIGKILL);
        inner("second");
        write("m.yaml", "do:\n  - other: {set: {said: third}}\n");
        const auto ended = kept({"resume", "one"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("{\n  \"said\": \"first\"\n}\n", ended.out);
    }

    void tellsWhatEndedBeforeAndDoesNothingAgain() {
        Platform platform(folder_, R"({"firstId":427902})");
        const std::vector<std::string> words{"run",  support::kCreate, "--run-id",
                                             "once", "--secrets",      platform.secrets};
        const auto first = kept(words);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(first.err, 0, first.code);
        const auto second = kept(words);
        CPPUNIT_ASSERT_EQUAL(0, second.code);
        same("run once has ended before; nothing is done again\n", second.err);
        same(first.out, second.out);
        CPPUNIT_ASSERT_EQUAL(1, times(platform.requests(), "POST "));
    }

    void refusesAnotherRunOfTheName() {
        const auto manifest = write("m.yaml", "do:\n  - a: {set: {n: 1}}\n");
        CPPUNIT_ASSERT_EQUAL(0, kept({"run", manifest, "--run-id", "one"}).code);
        const auto refused = [&](const std::vector<std::string>& words) {
            const auto ended = kept(words);
            CPPUNIT_ASSERT_EQUAL(78, ended.code);
            return ended.err;
        };
        same(
            "tenon: There is a run one already, and it was begun with another input. Give this one "
            "another name, or go on with that one as it was begun: tenon resume one\n",
            refused({"run", manifest, "--run-id", "one", "--input", "n=1"}));
        write("m.yaml", "do:\n  - a: {set: {n: 2}}\n");
        same(
            "tenon: There is a run one already, and it was begun with another manifest. Give this "
            "one another name, or go on with that one as it was begun: tenon resume one\n",
            refused({"run", manifest, "--run-id", "one"}));
        same(
            "tenon: The name of a run is 1 to 64 of the characters A-Z, a-z, 0-9, \".\", \"_\" and "
            "\"-\"; the one that was given is not. Choose another.\n",
            refused({"run", manifest, "--run-id", "a/b"}));
    }

    void isDrivenByOneProcess() {
        const auto manifest = write("m.yaml", "do:\n  - rest: {wait: {hours: 1}}\n");
        Running run(driving({"run", manifest, "--run-id", "one"}));
        run.readUntil("m 1.0.0");
        const auto ended = kept({"resume", "one"});
        CPPUNIT_ASSERT_EQUAL(78, ended.code);
        same("tenon: The run one in " + state() + " is driven by another process (" +
                 std::to_string(run.process()) + "). Wait for its end, or cancel it.\n",
             ended.err);
        run.endBy(SIGKILL);
    }

    void keepsToThePluginsThatItBeganWith() {
        const auto plugins = folder_.path("plugins");
        std::filesystem::create_directory(plugins);
        for (const auto& entry : std::filesystem::directory_iterator(GREET_FOLDER))
            if (entry.path().extension() == ".so") std::filesystem::copy(entry.path(), plugins);
        const auto manifest = write("m.yaml",
                                    "do:\n  - rest: {wait: {hours: 1}}\n"
                                    "  - greet: {call: Greet, with: {name: Ada}}\n");
        Running run(driving({"run", manifest, "--run-id", "one", "--plugins", plugins}));
        run.readUntil("m 1.0.0");
        run.endBy(SIGKILL);
        std::filesystem::remove_all(plugins);
        std::filesystem::create_directory(plugins);
        const auto ended = kept({"resume", "one"});
        CPPUNIT_ASSERT_EQUAL(78, ended.code);
        same(
            "tenon: The run keeps to the step Greet 1.0.0 of the plugin greetings, and there is "
            "none of that name. Install the plugin that it began with.\n",
            ended.err);
        same("interrupted", *shown("one").find("state")->string());
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(KeptIdentityTest);
