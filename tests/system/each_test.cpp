// SPDX-License-Identifier: Apache-2.0
// `tenon run --each`: what came of many runs, and the same command again.
#include <signal.h>

#include <fstream>

#include "each_fixture.h"

using support::Platform;
using support::Running;

class EachTest : public EachFixture {
    CPPUNIT_TEST_SUITE(EachTest);
    CPPUNIT_TEST(tellsOfEach);
    CPPUNIT_TEST(runsManyAtOnce);
    CPPUNIT_TEST(givesBackWhatFailed);
    CPPUNIT_TEST(runsOnlyWhatIsNew);
    CPPUNIT_TEST(tellsEqualLinesApart);
    CPPUNIT_TEST(refusesAnotherInputOfTheKey);
    CPPUNIT_TEST(writesTheResultsAnewWithAState);
    CPPUNIT_TEST(saysNoSecretAloud);
    CPPUNIT_TEST(countsWhatIsUnknownFirst);
    CPPUNIT_TEST(saysWhatAnErrorWithoutADetailSays);
    CPPUNIT_TEST(writesWhatHappensOfEach);
    CPPUNIT_TEST(showsOneLineOnATerminal);
    CPPUNIT_TEST_SUITE_END();

    const std::string three_ = R"({"name":"a"}
{"name":"b","fail":true}
{"name":"c"}
)";

    void tellsOfEach() {
        const auto inputs = folder_.write("t.jsonl", three_);
        const auto ended =
            ran(inputs, {"--jobs", "1", "--by", "name", "--output", folder_.path("out")});
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        same(
            "  1 of 3 done, 0 running, 0 failed\n"
            "  b: failed (exit code 1): no place for b\n"
            "  2 of 3 done, 0 running, 1 failed\n"
            "  3 of 3 done, 0 running, 1 failed\n"
            "3 inputs: 2 completed, 1 failed\n"
            "Those that failed are in t.jsonl.failed\n",
            told(ended.err));
        same(counts(2, 1, 0, 3), ended.out);
        same(R"({"key":"a","run":"m.a","exit":0,"output":{"said":"a","port":null}})"
             "\n"
             R"({"key":"b","run":"m.b","exit":1,"error":{"type":"https://t/full","status":400,)"
             R"("detail":"no place for b","instance":"/do/0/check"}})"
             "\n"
             R"({"key":"c","run":"m.c","exit":0,"output":{"said":"c","port":null}})"
             "\n",
             folder_.read("out"));
        CPPUNIT_ASSERT_EQUAL(0600u, mode("out"));
    }

    void runsManyAtOnce() {
        constexpr int all = 2000;
        std::string inputs, failing;
        for (int i = 0; i < all; ++i) {
            const auto line = "{\"name\":\"" + std::to_string(10'000 + i) +
                              "\",\"fail\":" + (i % 10 == 0 ? "true" : "false") + "}\n";
            inputs += line;
            if (i % 10 == 0) failing += line;
        }
        const auto ended = ran(folder_.write("t.jsonl", inputs),
                               {"--jobs", "64", "--output", folder_.path("out")});
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        same(counts(all - 200, 200, 0, all), ended.out);
        same(failing, lines("t.jsonl.failed"));
        CPPUNIT_ASSERT_EQUAL(all, times(folder_.read("out"), "\n"));
    }

    void givesBackWhatFailed() {
        const auto inputs =
            folder_.write("t.csv", "name,fail\r\na,false\r\n\"b, \"\"x\"\"\nand\",true\r\nc,true");
        CPPUNIT_ASSERT_EQUAL(1, ran(inputs, {"--jobs", "1"}).code);
        same("name,fail\n\"b, \"\"x\"\"\nand\",true\nc,true\n", folder_.read("t.csv.failed"));
        CPPUNIT_ASSERT_EQUAL(0600u, mode("t.csv.failed"));
        const auto failed = folder_.path("failed.csv");
        std::filesystem::rename(folder_.path("t.csv.failed"), failed);
        const auto again = ran(failed, {"--jobs", "1", "--failed", folder_.path("x.csv")});
        same(counts(0, 2, 0, 2), again.out);
        same(folder_.read("failed.csv"), folder_.read("x.csv"));
        const auto good = folder_.write("t.csv", "name\nd\n");
        CPPUNIT_ASSERT_EQUAL(0, ran(good, {"--failed", folder_.path("x.csv")}).code);
        CPPUNIT_ASSERT(!isThere("x.csv"));
    }

    // Added, moved and removed lines; those that failed are told again.
    void runsOnlyWhatIsNew() {
        const auto command = words(each(folder_.write("t.jsonl", three_),
                                        {"--jobs", "1", "--output", folder_.path("out")}));
        CPPUNIT_ASSERT_EQUAL(1, support::program(command).code);
        const auto before = lines("out");
        folder_.write("t.jsonl",
                      "{\"name\":\"d\"}\n{\"name\":\"c\"}\n{\"fail\":true,\"name\":\"b\"}\n");
        const auto ended = support::program(command);
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        same(
            "  1 of 3 done, 0 running, 0 failed\n"
            "  2 of 3 done, 0 running, 0 failed\n"
            "  line 3: failed (exit code 1): no place for b\n"
            "  3 of 3 done, 0 running, 1 failed\n"
            "3 inputs: 2 completed, 1 failed; 2 of them ended before\n"
            "Those that failed are in t.jsonl.failed\n",
            told(ended.err));
        CPPUNIT_ASSERT_EQUAL(4, times(kept({"runs"}).out, "\nm."));
    }

    void tellsEqualLinesApart() {
        const auto command = words(each(
            folder_.write("t.jsonl", "{\"name\":\"q\",\"port\":1}\n{\"port\":1,\"name\":\"q\"}\n"),
            {"--jobs", "1", "--run-id", "day", "--output", folder_.path("out")}));
        for (int time = 0; time < 2; ++time) {
            const auto ended = support::program(command);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
            same(R"({"key":"line 1","run":"day.HASH","exit":0,"output":{"said":"q","port":1}})"
                 "\n"
                 R"({"key":"line 2","run":"day.HASH-2","exit":0,"output":{"said":"q","port":1}})"
                 "\n",
                 std::regex_replace(folder_.read("out"), std::regex("[0-9a-f]{16}"), "HASH"));
        }
        CPPUNIT_ASSERT_EQUAL(2, times(kept({"runs"}).out, "\nday."));
    }

    void refusesAnotherInputOfTheKey() {
        const auto command =
            words(each(folder_.write("t.jsonl", "{\"name\":\"a\"}\n{\"name\":\"b\"}\n"),
                       {"--jobs", "1", "--by", "name"}));
        CPPUNIT_ASSERT_EQUAL(0, support::program(command).code);
        folder_.write("t.jsonl", "{\"name\":\"a\",\"port\":1}\n{\"name\":\"n\"}\n");
        const auto ended = support::program(command);
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        same(
            "  a: failed (exit code 78): There is a run m.a already, and it was begun with another "
            "input. Give this one another name, or go on with that one as it was begun: tenon "
            "resume m.a\n"
            "  1 of 2 done, 0 running, 1 failed\n"
            "  2 of 2 done, 0 running, 1 failed\n"
            "2 inputs: 1 completed, 1 failed\n"
            "Those that failed are in t.jsonl.failed\n",
            told(ended.err));
        same("{\"name\":\"a\",\"port\":1}\n", folder_.read("t.jsonl.failed"));
    }

    void writesTheResultsAnewWithAState() {
        const auto inputs = folder_.write("t.jsonl", "{\"name\":\"a\"}\n");
        const auto out = folder_.write("out", "of another day\n");
        std::filesystem::permissions(out, std::filesystem::perms(0644));
        const std::vector<std::string> more{"--by", "name", "--output", out};
        CPPUNIT_ASSERT_EQUAL(73, ran(inputs, more).code);
        same("of another day\n", folder_.read("out"));
        for (int time = 0; time < 2; ++time) {
            CPPUNIT_ASSERT_EQUAL(0, kept(each(inputs, more)).code);
            same(
                "{\"key\":\"a\",\"run\":\"m.a\",\"exit\":0,\"output\":{\"said\":\"a\",\"port\":"
                "null}}\n",
                folder_.read("out"));
            CPPUNIT_ASSERT_EQUAL(0600u, mode("out"));
        }
    }

    void saysNoSecretAloud() {
        const auto manifest = write("secret.yaml", R"-(
use: {secrets: [key]}
do:
  - say: {set: {key: '${ $secrets.key }', fail: '${ .fail }'}}
  - check:
      if: ${ .fail }
      raise: {error: {type: 'https://t/x', status: 400, detail: '${ "not with \($secrets.key)"
    }'}}
)-");
        const auto inputs = folder_.write("t.jsonl", "{\"fail\":false}\n{\"fail\":true}\n");
        const auto command = words(
            {"run", manifest, "--each", inputs, "--jobs", "1", "--output", folder_.path("out")});
        // Told again, too.
        for (int time = 0; time < 2; ++time) {
            const auto ended = support::program(command, "", {{"TENON_SECRET_KEY", "open sesame"}});
            CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 1, ended.code);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, times(ended.err + ended.out, "open sesame"));
            CPPUNIT_ASSERT_EQUAL(2, times(folder_.read("out"), "open sesame"));
            CPPUNIT_ASSERT_EQUAL(0600u, mode("out"));
        }
    }

    void countsWhatIsUnknownFirst() {
        Platform platform(
            folder_, R"({"rules":[{"on":"POST /hubs/crm/accounts","times":1,"drop":"after"}]})");
        const auto manifest = write("post.yaml", R"(
do:
  - check: {if: '${ .fail }', raise: {error: {type: 'https://t/x', status: 400, detail: 'no'}}}
  - post:
      call: http
      with:
        method: post
        endpoint: )" + platform.sandbox.address() +
                                                     R"(/elements/api-v2/hubs/crm/accounts
        body: {a: 1}
)");
        const auto inputs = folder_.write("t.jsonl", "{\"fail\":true}\n{\"fail\":false}\n");
        const auto ended = support::program({"run", manifest, "--each", inputs, "--jobs", "1"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 3, ended.code);
        same(counts(0, 1, 1, 2), ended.out);
        same(
            "  line 1: failed (exit code 1): no\n"
            "  1 of 2 done, 0 running, 1 failed\n"
            "  line 2: outcome unknown (exit code 3): POST "
            "http://127.0.0.1:PORT/elements/api-v2/hubs/crm/accounts: the connection was closed "
            "without an answer. The request had been sent, so the remote side may have acted on "
            "it.\n"
            "  2 of 2 done, 0 running, 2 failed\n"
            "2 inputs: 0 completed, 1 failed, 1 with an unknown outcome\n"
            "Those that failed are in t.jsonl.failed\n",
            support::steady(told(ended.err)));
        same(folder_.read("t.jsonl"), folder_.read("t.jsonl.failed"));
    }

    void saysWhatAnErrorWithoutADetailSays() {
        const auto manifest = write("vain.yaml", R"(
do:
  - vain: {raise: {error: {type: 'https://t/x', status: 500, title: In vain}}}
)");
        const auto ended = support::program(
            {"run", manifest, "--each", folder_.write("t.jsonl", "{}\n"), "--jobs", "1"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 1, ended.code);
        same(
            "  line 1: failed (exit code 1): In vain\n"
            "  1 of 1 done, 0 running, 1 failed\n"
            "1 input: 0 completed, 1 failed\n"
            "Those that failed are in t.jsonl.failed\n",
            told(ended.err));
    }
    void writesWhatHappensOfEach() {
        const auto inputs = folder_.write("t.jsonl", "{\"name\":\"a\"}\n{\"name\":\"b\"}\n");
        CPPUNIT_ASSERT_EQUAL(
            0, ran(inputs, {"--by", "name", "--events", folder_.path("events")}).code);
        std::istringstream in(folder_.read("events"));
        std::map<std::string, int> started, completed;
        for (std::string line; std::getline(in, line);) {
            const auto event = tenon::json::read(line).value();
            const auto type = *event.find("type")->string();
            const auto* name = event.find("data")->find("name");
            if (type == "io.serverlessworkflow.workflow.started.v1") ++started[*name->string()];
            if (type == "io.serverlessworkflow.workflow.completed.v1") ++completed[*name->string()];
        }
        const std::map<std::string, int> each{{"m-m.a.t", 1}, {"m-m.b.t", 1}};
        CPPUNIT_ASSERT(each == started);
        CPPUNIT_ASSERT(each == completed);
    }

    void showsOneLineOnATerminal() {
        const auto inputs = folder_.write("t.jsonl", three_);
        const std::string command = "stty columns 80 && exec " + std::string(TENON_PROGRAM) +
                                    " run " + saying() + " --jobs 1 --by name --each " + inputs;
        const auto ended =
            support::run({"script", "-qec", command, "/dev/null"}, "", {{"TERM", "xterm"}});
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        std::string text = std::regex_replace(ended.out, std::regex("\r\033\\[K"), "<");
        same(
            "  0 of 3 done, 1 running, 0 failed<"
            "  b: failed (exit code 1): no place for b\n"
            "3 inputs: 2 completed, 1 failed\n"
            "Those that failed are in t.jsonl.failed\n" +
                counts(2, 1, 0, 3),
            told(std::regex_replace(text, std::regex("\r\n"), "\n")));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(EachTest);
