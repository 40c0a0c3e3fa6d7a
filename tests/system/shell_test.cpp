// SPDX-License-Identifier: Apache-2.0
// `run: shell`, as users of the program meet it.
#include <signal.h>

#include "manifest_fixture.h"
#include "support/running.h"

using support::program;
using support::steady;
using tenon::Value;

class RunShellTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(RunShellTest);
    CPPUNIT_TEST(runsACommandWhenAllowed);
    CPPUNIT_TEST(refusesACommandUnlessAllowed);
    CPPUNIT_TEST(evaluatesAWholeCommandAndPastesNothing);
    CPPUNIT_TEST(saysWhatTheCommandSaid);
    CPPUNIT_TEST(masksSecretsInWhatACommandSays);
    CPPUNIT_TEST(catchesACodeThatIsNotZero);
    CPPUNIT_TEST(killsACommandAtTheTasksTimeout);
    CPPUNIT_TEST(killsACommandWhenItIsStopped);
    CPPUNIT_TEST(keepsWhatHadComeOfACommandThatIsGivenUp);
    CPPUNIT_TEST(refusesOtherProcesses);
    CPPUNIT_TEST_SUITE_END();

    void runsACommandWhenAllowed() {
        const auto path = manifest(
            "do:\n"
            "  - setInput: {set: {message: Hello World}}\n"
            "  - runShell:\n"
            "      input: {from: '${ .message }'}\n"
            "      run:\n"
            "        shell:\n"
            "          stdin: ${ . }\n"
            "          command: |\n"
            "            input=$(cat)\n"
            "            echo \"STDIN was: $input\"\n"
            "            echo \"ARGS are $1 $2\"\n"
            "          arguments: [Foo, Bar]\n");
        const auto ended = program({"run", path, "--allow-shell"});
        same("\"STDIN was: Hello World\\nARGS are Foo Bar\\n\"\n", ended.out);
        same("m 1.0.0\n  setInput: set, T\n  runShell: run shell, T\n", steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
    }
    void refusesACommandUnlessAllowed() {
        const auto path = manifest("do: [{a: {run: {shell: {command: 'echo x'}}}}]\n");
        const auto refused = path +
                             ":2:24: /do/0/a/run/shell: \"run: shell\" runs a command on this "
                             "machine; if you trust the manifest, allow it with --allow-shell\n";
        auto ended = program({"run", path});
        same(refused, ended.err);
        CPPUNIT_ASSERT_EQUAL(65, ended.code);
        ended = program({"validate", path});
        same(refused, ended.err);
        CPPUNIT_ASSERT_EQUAL(65, ended.code);
        same(path + ": valid (m 1.0.0)\n", program({"validate", path, "--allow-shell"}).out);
    }
    void evaluatesAWholeCommandAndPastesNothing() {
        const auto path = manifest(
            "do:\n"
            "  - a: {run: {shell: {command: '${ .command }', arguments: ['${ .name }']}}}\n"
            "  - b: {run: {shell: {command: 'echo \"${1}\" ''${ .name }''', arguments: [x]}}}\n");
        const auto ended = program({"run", path, "--allow-shell", "--input",
                                    "command=echo \"$1\" > /dev/stderr; echo \"$1\"", "--input",
                                    "name=$(id); `id`"});
        same("\"x ${ .name }\\n\"\n", ended.out);
        same("warning: " + path +
                 ":4:32: /do/1/b/run/shell/command: \"${\" inside a command is the shell's, no "
                 "expression; give the value in \"arguments\" and write \"$1\"\n"
                 "m 1.0.0\n  a: run shell, T\n  b: run shell, T\n",
             steady(ended.err));
    }
    void saysWhatTheCommandSaid() {
        const auto path = manifest("do: [{a: {run: {shell: {command: 'echo no >&2; exit 3'}}}}]\n");
        const auto ended = program({"run", path, "--allow-shell"});
        same(
            "m 1.0.0\n  a: run shell FAULTED, T\n"
            "error: The shell command ended with code 3. It said: no\n"
            "  kind: runtime, status 500, shell command failed\n"
            "  task: /do/0/a\n"
            "  place: m.yaml:2:7\n",
            steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
    }
    void masksSecretsInWhatACommandSays() {
        const auto path = manifest(
            "use: {secrets: [key]}\n"
            "do:\n"
            "  - a:\n"
            "      run:\n"
            "        shell:\n"
            "          command: 'echo \"$1, $X, $(cat)\" >&2; exit \"$#\"'\n"
            "          stdin: ${ $secrets.key }\n"
            "          arguments: ['${ $secrets.key }']\n"
            "          environment: {X: '${ \"made of \\($secrets.key)\" }'}\n");
        const auto ended =
            program({"run", path, "--allow-shell"}, "", {{"TENON_SECRET_KEY", "open sesame"}});
        same(
            "m 1.0.0\n  a: run shell FAULTED, T\n"
            "error: The shell command ended with code 1. It said: ********, ********, "
            "********\n"
            "  kind: runtime, status 500, shell command failed\n"
            "  task: /do/0/a\n"
            "  place: m.yaml:4:5\n",
            steady(ended.err));
    }
    void catchesACodeThatIsNotZero() {
        const auto path = manifest(
            "do:\n"
            "  - t:\n"
            "      try: [{a: {run: {shell: {command: exit 7}}}}]\n"
            "      catch: {errors: {with: {status: 500}}, do: [{b: {set: {said: '${ $error.detail "
            "}'}}}]}\n"
            "  - c: {run: {shell: {command: 'echo \"$1\"; exit 2', arguments: ['${ .said }']}, "
            "return: all}}\n");
        const auto ended = program({"run", path, "--allow-shell"});
        same(
            "{\n  \"code\": 2,\n"
            "  \"stdout\": \"The shell command ended with code 7 and said nothing.\\n\",\n"
            "  \"stderr\": \"\"\n}\n",
            ended.out);
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
    }
    void killsACommandAtTheTasksTimeout() {
        const auto path = manifest(
            "do: [{a: {timeout: {after: {milliseconds: 100}}, run: {shell: {command: sleep "
            "3600}}}}]\n");
        const auto ended = program({"run", path, "--allow-shell"});
        same(
            "m 1.0.0\n  a: run shell FAULTED, T; outcome unknown\n"
            "error: The task \"a\" was not done in T. The time was up before the shell command "
            "ended. It was killed, and may have acted before.\n"
            "  kind: timeout, status 408, deadline\n"
            "  task: /do/0/a\n"
            "  place: m.yaml:2:11\n"
            "  outcome: unknown; look on the remote side before you run this again\n",
            steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(3, ended.code);
    }
    void killsACommandWhenItIsStopped() {
        const auto begun = folder_.path("begun");
        const auto path = manifest(
            "do: [{a: {run: {shell: {command: 'echo x > \"$1\"; sleep 3600', arguments: [" + begun +
            "]}}}}]\n");
        support::run({"mkfifo", begun});
        support::Running run({TENON_PROGRAM, "run", path, "--allow-shell"});
        same("x\n", folder_.read("begun"));
        run.signal(SIGINT);
        CPPUNIT_ASSERT_EQUAL(3, run.wait());
        same(
            "m 1.0.0\n  a: run shell stopped, T; outcome unknown\n"
            "error: The run was stopped while the shell command ran. It was killed, and may have "
            "acted before.\n"
            "  kind: cancelled, status 499, cancelled\n"
            "  task: /do/0/a\n"
            "  place: m.yaml:2:7\n"
            "  outcome: unknown; look on the remote side before you run this again\n",
            steady(run.rest()));
    }
    // By its task's timeout, as no text, or by a signal that was none of ours; what says itself
    // that it was not done is not kept.
    void keepsWhatHadComeOfACommandThatIsGivenUp() {
        const std::pair<const char*, const char*> rows[] = {
            {"echo id 4711; echo why >&2; sleep 3600",
             R"({"/do/0/a":{"stdout":"id 4711\n","stderr":"why\n"}})"},
            {"printf made; printf ''\\377'' >&2; sleep 3600",
             R"({"/do/0/a":{"stdout":"made","stderr":{"base64":"/w=="}}})"},
            {"printf ''\\377''", R"({"/do/0/a":{"stdout":{"base64":"/w=="}}})"},
            {"echo made; kill -9 $$", R"({"/do/0/a":{"stdout":"made\n"}})"},
            {"echo none; exit 3", "null"},
        };
        for (const auto& [command, wanted] : rows) {
            const auto path = manifest(
                "do: [{a: {timeout: {after: {milliseconds: 500}}, run: {shell: {command: '" +
                std::string(command) + "'}}}}]\n");
            const auto output = folder_.path("out.json");
            program({"run", path, "--allow-shell", "--output", output});
            Value unknown;
            if (std::filesystem::exists(output))
                if (const auto all = tenon::json::read(folder_.read("out.json")).value();
                    all.find("unknown"))
                    unknown = *all.find("unknown");
            same(wanted, tenon::json::write(unknown));
            std::filesystem::remove(output);
        }
    }
    void refusesOtherProcesses() {
        const auto path = manifest(
            "do:\n"
            "  - a: {run: {container: {image: alpine}}}\n"
            "  - b: {run: {script: {language: js, code: '1'}}}\n"
            "  - c: {run: {shell: {command: 'true'}, await: false}}\n"
            "  - d: {run: {shell: {command: 'true'}, return: stdin}}\n"
            "  - e: {run: {}}\n");
        same(path +
                 ":3:15: /do/0/a/run/container: \"container\" is part of the language, but "
                 "Tenon does not run it\n" +
                 path +
                 ":4:15: /do/1/b/run/script: \"script\" is part of the language, but Tenon "
                 "does not run it\n" +
                 path +
                 ":5:48: /do/2/c/run/await: \"await: false\" is part of the language, but "
                 "Tenon does not run it: it waits for whatever it started\n" +
                 path +
                 ":6:49: /do/3/d/run/return: wanted stdout, stderr, code, all or none, "
                 "found \"stdin\"\n" +
                 path + ":7:14: /do/4/e/run: \"run\" needs \"shell\" or \"workflow\"\n",
             program({"run", path, "--allow-shell"}).err);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(RunShellTest);
