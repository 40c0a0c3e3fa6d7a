// SPDX-License-Identifier: Apache-2.0
// `tenon run --each`, left in the middle: by Ctrl-C, by kill -9, for another process, for good.
#include <signal.h>

#include <fstream>

#include "each_fixture.h"
#include "support/running.h"

using support::Platform;
using support::Running;

class EachStopsTest : public EachFixture {
    CPPUNIT_TEST_SUITE(EachStopsTest);
    CPPUNIT_TEST(restsAtCtrlCAndGoesOn);
    CPPUNIT_TEST(goesOnAfterAKill);
    CPPUNIT_TEST(stopsWithoutAState);
    CPPUNIT_TEST(tellsWhatACutRunHasDone);
    CPPUNIT_TEST(hearsThatARunIsCancelled);
    CPPUNIT_TEST(leavesARunToAnotherProcess);
    CPPUNIT_TEST(endsWhereNoRunCanBeKept);
    CPPUNIT_TEST(seesThatItsFileWasChanged);
    CPPUNIT_TEST_SUITE_END();

    // Nothing is said of the accounts of the first that asks.
    static constexpr const char* kSlow =
        R"({"firstId":427902,"rules":[{"on":"GET /hubs/crm/accounts","times":1,"delay":3600000}]})";

    const std::string inputs_ = folder_.write("t.jsonl",
                                              "{\"name\":\"a\"}\n"
                                              "{\"name\":\"b\",\"slow\":true}\n"
                                              "{\"name\":\"c\"}\n");
    const std::string fifo_ = folder_.path("fifo");

    // The slow one does this first.
    [[nodiscard]] std::vector<std::string> each(const std::string& slow) const {
        const auto manifest =
            write("m.yaml", "do:\n  - first: {if: '${ .slow == true }', " + slow +
                                "}\n  - say: {run: {shell: {command: printf done}}}\n");
        return {"run",          manifest, "--each", inputs_,    "--by",
                "name",         "--jobs", "1",      "--output", folder_.path("out"),
                "--allow-shell"};
    }
    static std::string waiting() { return "wait: {hours: 1}"; }
    [[nodiscard]] std::string reading() const {
        ::mkfifo(fifo_.c_str(), 0600);
        return "run: {shell: {command: 'cat \"$1\"', arguments: ['" + fifo_ + "']}}";
    }
    [[nodiscard]] std::vector<std::string> onPlatform(const Platform& platform,
                                                      const std::string& jobs) const {
        folder_.write("t.jsonl", "{\"name\":\"a\"}\n{\"name\":\"b\"}\n{\"name\":\"c\"}\n");
        return {"run",       support::kUse,    "--each",   inputs_,
                "--by",      "name",           "--jobs",   jobs,
                "--secrets", platform.secrets, "--output", folder_.path("out")};
    }
    static std::string result(const std::string& name) {
        return R"({"key":")" + name + R"(","run":"m.)" + name + R"(","exit":0,"output":"done"})" +
               "\n";
    }

    void restsAtCtrlCAndGoesOn() {
        const auto command = each(reading());
        {
            Running run(driving(command));
            run.readUntil("1 of 3 done");
            std::ofstream writer(fifo_);  // waits for the reader
            run.signal(SIGINT);
            writer << "read" << std::flush;
            writer.close();
            CPPUNIT_ASSERT_EQUAL(130, run.wait());
            same(
                "3 inputs: 1 completed, 2 not done yet\n"
                "The same command goes on with them\n" +
                    counts(1, 0, 0, 3),
                run.rest());
        }
        same(result("a"), folder_.read("out"));
        CPPUNIT_ASSERT(!isThere("t.jsonl.failed"));
        const auto ended = kept(command);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same(
            "  1 of 3 done, 0 running, 0 failed\n"
            "  2 of 3 done, 0 running, 0 failed\n"
            "  3 of 3 done, 0 running, 0 failed\n"
            "3 inputs: 3 completed; 1 of them ended before\n",
            told(ended.err));
        same(result("a") + result("b") + result("c"), folder_.read("out"));
    }
    void goesOnAfterAKill() {
        Platform platform(folder_, kSlow);
        const auto command = onPlatform(platform, "1");
        {
            Running run(driving(command));
            platform.waitFor("waits");
            run.endBy(SIGKILL);
        }
        const auto ended = kept(command);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same(counts(3, 0, 0, 3), ended.out);
        CPPUNIT_ASSERT_EQUAL(3, times(platform.requests(), "POST /elements/api-v2/instances "));
        CPPUNIT_ASSERT_EQUAL(3, times(folder_.read("out"), "\"exit\":0"));
    }
    void stopsWithoutAState() {
        auto command = each(waiting());
        command.insert(command.begin(), TENON_PROGRAM);
        Running run(command);
        run.readUntil("1 of 3 done");
        run.signal(SIGINT);
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
        same("3 inputs: 1 completed, 2 not done yet\n" + counts(1, 0, 0, 3), run.rest());
        CPPUNIT_ASSERT(!isThere("t.jsonl.failed"));
    }
    // Nobody else knows of the instance, or has its token.
    void tellsWhatACutRunHasDone() {
        Platform platform(folder_, kSlow);
        auto command = onPlatform(platform, "1");
        command.insert(command.begin(), TENON_PROGRAM);
        Running run(command);
        platform.waitFor("waits");
        run.signal(SIGINT);
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
        CPPUNIT_ASSERT_MESSAGE(
            run.all(), run.all().find("  a: cancelled (exit code 130): ") != std::string::npos);
        same("{\"name\":\"a\"}\n", folder_.read("t.jsonl.failed"));
        const auto result = tenon::json::read(folder_.read("out")).value();
        const auto& act = result.find("acts")->array()->front();
        same("done", *act.find("outcome")->string());
        CPPUNIT_ASSERT_EQUAL(std::int64_t{427902}, *act.find("gave")->find("id")->integer());
        const auto token = *act.find("gave")->find("token")->string();
        CPPUNIT_ASSERT(!token.empty());
        CPPUNIT_ASSERT_EQUAL(0, times(run.all(), token));
    }
    void hearsThatARunIsCancelled() {
        const auto command = each(waiting());
        Running run(driving(command));
        run.readUntil("1 of 3 done");
        hasBegun("m.b");
        CPPUNIT_ASSERT_EQUAL(0, kept({"runs", "cancel", "m.b"}).code);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(run.all(), 130, run.wait());
        const std::string
            cancelled =
                "  b: cancelled (exit code 130): The run was stopped while it waited.\n"
                "  2 of 3 done, 0 running, 1 failed\n"
                "  3 of 3 done, 0 running, 1 failed\n"
                "3 inputs: 2 completed, 1 failed",
            where = "\nThose that failed are in t.jsonl.failed\n";
        same(cancelled + where + counts(2, 1, 0, 3), told(run.rest()));
        const auto again = kept(command);
        CPPUNIT_ASSERT_EQUAL(1, again.code);
        same(
            "  1 of 3 done, 0 running, 0 failed\n" + cancelled + "; 3 of them ended before" + where,
            told(again.err));
    }
    void leavesARunToAnotherProcess() {
        const auto command = each(waiting());
        Running run(driving(command));
        run.readUntil("1 of 3 done");
        hasBegun("m.b");
        auto other = command;
        other[9] = folder_.path("out2");
        const auto ended = kept(other);
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        same(
            "  1 of 3 done, 0 running, 0 failed\n"
            "  b: failed (exit code 78): The run m.b in state is driven by another process (" +
                std::to_string(run.process()) +
                "). Wait for its end, or cancel it.\n"
                "  2 of 3 done, 0 running, 1 failed\n"
                "  3 of 3 done, 0 running, 1 failed\n"
                "3 inputs: 2 completed, 1 failed; 1 of them ended before\n"
                "Those that failed are in t.jsonl.failed\n",
            told(ended.err));
        run.endBy(SIGKILL);
    }
    void endsWhereNoRunCanBeKept() {
        Running run(driving(each(reading())));
        std::ofstream writer(fifo_);
        std::filesystem::remove_all(state());
        writer << "read" << std::flush;
        writer.close();
        CPPUNIT_ASSERT_EQUAL_MESSAGE(run.all(), 74, run.wait());
        same(
            "  1 of 3 done, 0 running, 0 failed\n"
            "  b: failed (exit code 74): run shell at /do/0/first was answered, but its answer "
            "could not be kept: The files of the state folder state were removed or replaced while "
            "a run used them: what is written now would be lost. Put them back, and resume. Look "
            "on the remote side before it is done again.\n"
            "  2 of 3 done, 0 running, 1 failed\n"
            "3 inputs: 1 completed, 1 failed, 1 not done yet\n"
            "The same command goes on with them\n"
            "Those that failed are in t.jsonl.failed\n" +
                counts(1, 1, 0, 3),
            told(run.all()));
    }
    // Far behind what was read of it by then.
    void seesThatItsFileWasChanged() {
        const std::string start =
            "{\"name\":\"a\"}\n{\"name\":\"b\",\"slow\":true}\n" + std::string(50'000, '\n');
        folder_.write("t.jsonl", start + "{\"name\":\"c\"}\n");
        Running run(driving(each(reading())));
        std::ofstream writer(fifo_);
        folder_.write("t.jsonl", start + "{\"name\":");
        writer << "read" << std::flush;
        writer.close();
        CPPUNIT_ASSERT_EQUAL_MESSAGE(run.all(), 65, run.wait());
        same(
            "  1 of 3 done, 0 running, 0 failed\n"
            "  2 of 3 done, 0 running, 0 failed\n"
            "tenon: --each t.jsonl was changed while its inputs were run; no more of them were "
            "begun\n",
            told(run.all()));
        same(result("a") + result("b"), folder_.read("out"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(EachStopsTest);
