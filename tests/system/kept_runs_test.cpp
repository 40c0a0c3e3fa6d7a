// SPDX-License-Identifier: Apache-2.0
// Runs that outlive their process: killed, left, gone on with.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "kept_fixture.h"

using support::kUse;
using support::Platform;
using support::Running;
using support::steady;

class KeptRunsTest : public KeptFixture {
    CPPUNIT_TEST_SUITE(KeptRunsTest);
    CPPUNIT_TEST(goesOnAfterAKillWithoutASecondInstance);
    CPPUNIT_TEST(doesNotSendTwiceWhatWasCut);
    CPPUNIT_TEST(leavesAWaitAndGoesOnToItsOldEnd);
    CPPUNIT_TEST(settlesWhatItDoesBeforeItLeaves);
    CPPUNIT_TEST(stopsAtOnceAtTheSecondSignal);
    CPPUNIT_TEST(endsWhereItsRecordCannotBeKept);
    CPPUNIT_TEST(hearsThatItIsCancelled);
    CPPUNIT_TEST(leavesNoSecretAnywhere);
    CPPUNIT_TEST_SUITE_END();

    void goesOnAfterAKillWithoutASecondInstance() {
        Platform platform(
            folder_,
            R"({"firstId":427902,"rules":[{"on":"GET /hubs/crm/accounts","times":1,"delay":3600000}]})");
        {
            Running run(
                driving({"run", kUse, "--run-id", "globex", "--secrets", platform.secrets}));
            platform.waitFor("waits");
            run.signal(SIGKILL);
            CPPUNIT_ASSERT_EQUAL(128 + SIGKILL, run.wait());
        }
        const auto ended = kept({"resume", "globex"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        CPPUNIT_ASSERT_EQUAL(1, times(platform.requests(), "POST /elements/api-v2/instances "));
        CPPUNIT_ASSERT_MESSAGE(ended.err, ended.err.find("create: ") == std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(ended.out, ended.out.find("427902") != std::string::npos);
    }

    void doesNotSendTwiceWhatWasCut() {
        Platform platform(
            folder_, R"({"rules":[{"on":"POST /hubs/crm/accounts","times":1,"delay":3600000}]})");
        const auto manifest = write("post.yaml",
                                    "do:\n"
                                    "  - post:\n"
                                    "      call: http\n"
                                    "      with:\n"
                                    "        method: post\n"
                                    "        endpoint: " +
                                        platform.sandbox.address() +
                                        "/elements/api-v2/hubs/crm/accounts\n"
                                        "        body: {a: 1}\n");
        {
            Running run(driving({"run", manifest, "--run-id", "cut"}));
            platform.waitFor("waits");
            run.signal(SIGKILL);
            run.wait();
        }
        const auto ended = kept({"resume", "cut"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 3, ended.code);
        same(
            "run cut, gone on with\n"
            "  post: call http FAULTED, T; outcome unknown\n"
            "error: The run ended in the middle of call http POST; nobody knows whether it was "
            "done. "
            "Look on the remote side before it is done again.\n"
            "  kind: runtime, status 500, interrupted\n"
            "  task: /do/0/post\n"
            "  place: post.yaml:3:5\n"
            "  outcome: unknown; look on the remote side before you run this again\n",
            steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(1, times(platform.requests(), "POST /elements/api-v2/hubs"));
        const auto again = kept({"resume", "cut"});
        CPPUNIT_ASSERT_EQUAL(78, again.code);
        same(
            "tenon: The run cut is finished: unknown. Only one that was interrupted or that waits "
            "can be gone on with; begin a new one.\n",
            again.err);
    }

    void leavesAWaitAndGoesOnToItsOldEnd() {
        const auto manifest = write("m.yaml",
                                    "do:\n"
                                    "  - first: {set: {n: 1}}\n"
                                    "  - rest: {wait: {hours: 1}}\n");
        Running run(driving({"run", manifest, "--run-id", "one"}));
        run.readUntil("  first: ");
        hasBegun("one");
        run.signal(SIGINT);
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
        same("The run was left while it waited.\n  Go on with: tenon resume one --state " +
                 state() + " --key " + key_ + "\n",
             run.rest());
        const auto then = shown("one");
        const auto* until = then.find("steps")->array()->front().find("output")->integer();
        CPPUNIT_ASSERT(until);
        Running more(driving({"resume", "one"}));
        more.readUntil("gone on with");
        more.signal(SIGTERM);
        CPPUNIT_ASSERT_EQUAL(130, more.wait());
        const auto now = shown("one");
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, now.find("steps")->array()->size());
        CPPUNIT_ASSERT_EQUAL(*until,
                             *now.find("steps")->array()->front().find("output")->integer());
        same("waiting", *now.find("state")->string());
    }

    // A command that is under way when the user asks to leave; the one after it waits.
    void settlesWhatItDoesBeforeItLeaves() {
        const auto fifo = folder_.path("fifo");
        ::mkfifo(fifo.c_str(), 0600);
        const auto manifest = write("m.yaml",
                                    "do:\n  - read: {run: {shell: {command: 'cat \"$1\"', "
                                    "arguments: ['" +
                                        fifo +
                                        "']}}}\n"
                                        "  - next: {run: {shell: {command: 'echo next'}}}\n");
        Running run(driving({"run", manifest, "--run-id", "one", "--allow-shell"}));
        std::ofstream writer(fifo);  // waits for the reader
        run.signal(SIGINT);
        writer << "settled" << std::flush;
        writer.close();
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
        CPPUNIT_ASSERT_MESSAGE(run.rest(),
                               run.rest().find("  read: run shell, ") != std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(run.rest(), run.rest().find("The run was left before /do/1/next.") !=
                                               std::string::npos);
        const auto ended = kept({"resume", "one"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("\"next\\n\"\n", ended.out);
        same("run one, gone on with\n  next: run shell, T\n", steady(ended.err));
    }

    void stopsAtOnceAtTheSecondSignal() {
        Platform platform(folder_, R"({"rules":[{"on":"GET /hubs","delay":3600000}]})");
        Running run(driving({"run", kUse, "--run-id", "two", "--secrets", platform.secrets}));
        platform.waitFor("waits");
        run.signal(SIGINT);
        run.endBy(SIGINT);
        CPPUNIT_ASSERT_MESSAGE(
            run.all(), run.all().find("  It is kept, with its secrets; go on "
                                      "with: tenon resume two --state ") != std::string::npos);
        same("interrupted", *shown("two").find("state")->string());
    }

    // Nothing that the manifest catches: the task after it is not begun.
    void endsWhereItsRecordCannotBeKept() {
        const auto fifo = folder_.path("fifo");
        ::mkfifo(fifo.c_str(), 0600);
        const auto manifest =
            write("m.yaml",
                  "do:\n"
                  "  - all:\n"
                  "      try:\n"
                  "        - read: {run: {shell: {command: 'cat \"$1\"', arguments: ['" +
                      fifo +
                      "']}}}\n"
                      "        - next: {run: {shell: {command: 'touch \"$1\"', arguments: ['" +
                      folder_.path("touched") +
                      "']}}}\n"
                      "      catch: {do: [{caught: {set: {caught: true}}}]}\n");
        Running run(driving({"run", manifest, "--run-id", "one", "--allow-shell"}));
        std::ofstream writer(fifo);
        std::filesystem::remove_all(state());
        writer << "read" << std::flush;
        writer.close();
        CPPUNIT_ASSERT_EQUAL(74, run.wait());
        CPPUNIT_ASSERT_MESSAGE(run.all(), run.all().find("caught") == std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(run.all(), run.all().find("error: ") != std::string::npos);
        CPPUNIT_ASSERT(!std::filesystem::exists(folder_.path("touched")));
    }

    void hearsThatItIsCancelled() {
        const auto manifest = write("m.yaml", "do:\n  - rest: {wait: {hours: 1}}\n");
        Running run(driving({"run", manifest, "--run-id", "one"}));
        run.readUntil("m 1.0.0");
        const auto cancelled = kept({"runs", "cancel", "one"});
        same("run one is asked to stop; it ends what it does first\n", cancelled.out);
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
        same("cancelled", *shown("one").find("state")->string());
    }

    void leavesNoSecretAnywhere() {
        Platform platform(folder_, R"({"firstId":427902})");
        const auto ended = kept({"run", kUse, "--run-id", "quiet", "--secrets", platform.secrets});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        auto all = ended.out + ended.err + kept({"runs", "show", "quiet"}).out +
                   kept({"runs", "show", "quiet", "--json"}).out + kept({"runs"}).out;
        for (const auto& entry : std::filesystem::directory_iterator(state()))
            all += folder_.read("state/" + entry.path().filename().string());
        const auto shown = kept({"runs", "show", "quiet", "--show-secrets"}).out;
        const auto token =
            std::regex_replace(shown, std::regex("[\\s\\S]*\"token\":\"([^\"]+)\"[\\s\\S]*"), "$1");
        CPPUNIT_ASSERT_MESSAGE(shown, token.size() > 10 && token.size() < 100);
        std::vector<std::string> secrets{token};
        const auto texts = [&](const tenon::Value& value, const auto& again) -> void {
            if (const auto* text = value.revealText();
                text && text->size() > 3 && text->find("http") != 0)
                secrets.push_back(*text);
            if (value.object())
                for (const auto& member : *value.object()) again(member.value, again);
        };
        texts(platform.sandbox.secrets(), texts);
        for (const auto& secret : secrets)
            CPPUNIT_ASSERT_MESSAGE(secret, all.find(secret) == std::string::npos);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(KeptRunsTest);
