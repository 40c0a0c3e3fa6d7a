// SPDX-License-Identifier: Apache-2.0
// What a person reads of loops: few lines for many rounds, and the round in an error.
#include <signal.h>
#include <sys/stat.h>

#include <fstream>

#include "kept_fixture.h"

using support::program;
using support::Running;

class LoopsTest : public KeptFixture {
    CPPUNIT_TEST_SUITE(LoopsTest);
    CPPUNIT_TEST(foldsTheRoundsOfALongLoop);
    CPPUNIT_TEST(saysHowFarItIsOnATerminal);
    CPPUNIT_TEST(tellsTheRoundsOfAShortLoop);
    CPPUNIT_TEST(saysTheRoundOfAnErrorEverywhere);
    CPPUNIT_TEST(foldsWhatAnEarlierLifeDid);
    CPPUNIT_TEST_SUITE_END();

    // The tail of every error's text.
    static std::string error(const std::string& detail, const std::string& task,
                             const std::string& place) {
        return "error: " + detail +
               "\n  kind: runtime, status 500\n  type: https://e/x\n  task: " + task +
               "\n  place: m.yaml:" + place + "\n";
    }

    void foldsTheRoundsOfALongLoop() {
        const auto path = write(
            "m.yaml",
            "use: {secrets: [key]}\n"
            "do:\n"
            "  - each:\n"
            "      for: {in: '[range(25) | {n: ., key: $secrets.key, said: \"x\" * 50}]'}\n"
            "      do:\n"
            "        - t:\n"
            "            try: [{odd: {if: '$item.n == 2', raise: {error: {type: 'https://e/x', "
            "status: 500}}}}]\n"
            "            catch: {}\n"
            "        - debug: {set: '${ if $item.n == 3 then debug | {} else {} end }'}\n"
            "        - stop:\n"
            "            if: $item.n == 7\n"
            "            raise: {error: {type: 'https://e/x', status: 500, detail: Enough.}}\n");
        const auto ended = program({"run", path}, "", {{"TENON_SECRET_KEY", "open sesame"}});
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        const std::string item = R"("key":"********","said":"xxxxxxxxxxxxxxxxxxxxxxxxxxxx…: )";
        same("m 1.0.0\n    round 3, {\"n\":2," + item +
                 "odd: raise FAULTED, T\n"
                 "    round 4, {\"n\":3," +
                 item +
                 "debug: {}\n"
                 "    round 8, {\"n\":7," +
                 item +
                 "stop: raise FAULTED, T\n"
                 "  each: for FAULTED, 8 of 25 rounds, 2 with a fault, T\n" +
                 error("Enough. It came in round 8 of 25 of \"each\".", "/do/0/each/do/2/stop",
                       "11:11"),
             support::steady(ended.err));
    }
    void saysHowFarItIsOnATerminal() {
        const auto path = write("m.yaml",
                                "do:\n"
                                "  - each: {for: {in: '[range(21)]'}, do: [{a: {set: {x: 1}}}]}\n");
        const std::string command =
            std::string("stty columns 80 && exec ") + TENON_PROGRAM + " run " + path;
        const auto ended =
            support::run({"script", "-qec", command, "/dev/null"}, "", {{"TERM", "xterm"}});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.out + ended.err, 0, ended.code);
        std::string expected = "m 1.0.0\n  each: for ...";
        for (int i = 1; i <= 21; ++i)
            expected += "<  each: " + std::to_string(i) + " of 21; a: set ...<  each: for ...";
        expected += "<  each: for, 21 rounds, T\n{\n  \"x\": 1\n}\n";
        const auto text = std::regex_replace(ended.out, std::regex("\r\033\\[K"), "<");
        same(expected, support::steady(std::regex_replace(text, std::regex("\r\n"), "\n")));
    }
    void tellsTheRoundsOfAShortLoop() {
        const auto path = write("m.yaml",
                                "do:\n"
                                "  - each: {for: {in: '[range(20)]'}, do: [{a: {set: {x: 1}}}]}\n");
        const auto ended = program({"run", path});
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        std::string expected = "m 1.0.0\n";
        for (int i = 0; i < 20; ++i) expected += "    a: set, T\n";
        same(expected + "  each: for, T\n", support::steady(ended.err));
    }
    void saysTheRoundOfAnErrorEverywhere() {
        const auto path = write(
            "m.yaml",
            "input: {schema: {document: {type: object}}}\n"
            "do:\n"
            "  - each:\n"
            "      for: {in: '[range(.of)]'}\n"
            "      do:\n"
            "        - bad: {if: $item == 1, raise: {error: {type: 'https://e/x', status: 500, "
            "detail: No.}}}\n");
        const auto alone = kept({"run", path, "--input", "of=3", "--run-id", "one"});
        same(
            "run one, kept in " + state() +
                "\nm 1.0.0\n    bad: skipped\n    bad: raise FAULTED, T\n  each: for FAULTED, T\n" +
                error("No. It came in round 2 of 3 of \"each\".", "/do/0/each/do/0/bad", "7:11"),
            support::steady(alone.err));
        const auto story = kept({"runs", "show", "one"}).out;
        const std::string end = "Z  FAULTED: No. It came in round 2 of 3 of \"each\".\n";
        same(end, story.substr(story.size() - end.size()));
        const auto each =
            program({"run", path, "--each",
                     folder_.write("all.jsonl", "{\"of\": 2}\n{\"of\": 1}\n"), "--jobs", "1"});
        const auto failed = each.err.find("failed (");
        same("failed (exit code 1): No. It came in round 2 of 2 of \"each\".\n",
             each.err.substr(failed, each.err.find('\n', failed) + 1 - failed));
    }
    void foldsWhatAnEarlierLifeDid() {
        const auto fifo = folder_.path("fifo");
        ::mkfifo(fifo.c_str(), 0600);
        const auto path = write("m.yaml",
                                "do:\n"
                                "  - each:\n"
                                "      for: {in: '[range(25)]'}\n"
                                "      do:\n"
                                "        - t:\n"
                                "            try: [{c: {run: {shell: {command: '[ $1 = 22 ] && cat "
                                "$2; exit 1', arguments: ['${ $item }', " +
                                    fifo +
                                    "]}}}}]\n"
                                    "            catch: {}\n");
        Running run(driving({"run", path, "--run-id", "one", "--allow-shell"}));
        run.readUntil("round 22, 21: c: run shell FAULTED");
        std::ofstream pipe(fifo);  // opens once the command of round 23 reads
        run.signal(SIGINT);
        pipe.close();
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
        const auto ended = kept({"resume", "one"});
        same(
            "run one, gone on with\n"
            "    round 24, 23: c: run shell FAULTED, T\n"
            "    round 25, 24: c: run shell FAULTED, T\n"
            "  each: for, 25 rounds, 25 with a fault, T\n",
            support::steady(ended.err));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(LoopsTest);
