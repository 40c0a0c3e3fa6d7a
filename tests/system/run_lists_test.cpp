// SPDX-License-Identifier: Apache-2.0
// `tenon runs` and `tenon key`, and what is refused about a state folder.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <sys/stat.h>

#include "kept_fixture.h"

using support::program;
using support::Running;

class RunListsTest : public KeptFixture {
    CPPUNIT_TEST_SUITE(RunListsTest);
    CPPUNIT_TEST(listsRuns);
    CPPUNIT_TEST(tellsTheStoryOfOne);
    CPPUNIT_TEST(saysWhatItCannotMask);
    CPPUNIT_TEST(cancelsAndPrunes);
    CPPUNIT_TEST(makesAKeyOnce);
    CPPUNIT_TEST(changesTheKey);
    CPPUNIT_TEST(wantsAKeyWhereSecretsAre);
    CPPUNIT_TEST(findsTheKeyWhereItIs);
    CPPUNIT_TEST(refusesWrongUse);
    CPPUNIT_TEST_SUITE_END();

    static std::string timeless(const std::string& text) {
        return std::regex_replace(text, std::regex("20[0-9-]+T[0-9:.]+Z"), "TIME");
    }

    void listsRuns() {
        same("There are no runs.\n", kept({"runs"}).out);
        const auto good = write("m.yaml", "do:\n  - a: {set: {n: 1}}\n");
        const auto bad = write(
            "bad.yaml", "do:\n  - a: {raise: {error: {type: https://e/x, status: 400}}}\n", "bad");
        const auto waits = write("w.yaml",
                                 "do:\n  - a:\n"
                                 "      try: [{b: {raise: {error: {type: https://e/x, status: "
                                 "400}}}}]\n"
                                 "      catch: {retry: {delay: {hours: 1}}}\n",
                                 "waits");
        CPPUNIT_ASSERT_EQUAL(0, kept({"run", good, "--run-id", "one"}).code);
        CPPUNIT_ASSERT_EQUAL(1, kept({"run", bad, "--run-id", "two"}).code);
        Running run(driving({"run", waits, "--run-id", "three"}));
        run.readUntil("the next one in");
        run.signal(SIGINT);
        run.wait();
        same(
            "RUN    STATE      SINCE                     ATTEMPT  WORKFLOW     TASK\n"
            "three  waiting    TIME  1        waits 1.0.0  /do/0/a/try\n"
            "two    faulted    TIME           bad 1.0.0\n"
            "one    completed  TIME           m 1.0.0\n",
            timeless(kept({"runs"}).out));
        const auto first = kept({"runs", "--json"}).out;
        same(R"({"run":"three","state":"waiting","workflow":{"namespace":"t","name":"waits",)"
             R"("version":"1.0.0"},"manifest":")" +
                 waits +
                 R"(","begun":"TIME","since":"TIME","task":"/do/0/a/try","attempt":1,"acts":0,)"
                 R"("unknown":0})",
             timeless(first.substr(0, first.find('\n'))));
    }

    void tellsTheStoryOfOne() {
        const auto manifest = write("m.yaml",
                                    "do:\n"
                                    "  - say: {run: {shell: {command: 'echo hello'}}}\n"
                                    "  - fail: {run: {shell: {command: 'exit 3'}}}\n");
        const auto ended =
            kept({"run", manifest, "--run-id", "one", "--allow-shell", "--input", "who=Ada"});
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        const auto story = std::regex_replace(timeless(kept({"runs", "show", "one"}).out),
                                              std::regex("[0-9.]+ m?s, "), "T, ");
        same("one: m 1.0.0 (" + manifest +
                 "), faulted since TIME\n"
                 "  TIME  begun with {\"who\":\"Ada\"}\n"
                 "  TIME  /do/0/say (run shell): T, gave "
                 "{\"code\":0,\"stdout\":\"hello\\n\",\"stderr\":\"\"}\n"
                 "  TIME  /do/1/fail (run shell): T, FAULTED: The shell command ended with code 3 "
                 "and said nothing.\n"
                 "  TIME  FAULTED: The shell command ended with code 3 and said nothing.\n",
             story);
        const auto missing = kept({"runs", "show", "none"});
        CPPUNIT_ASSERT_EQUAL(66, missing.code);
        same("tenon: There is no run none in " + state() +
                 ". Look at the names of those that are there.\n",
             missing.err);
    }

    // A secret in a longer text is known by its own text, which is kept nowhere else.
    void saysWhatItCannotMask() {
        const auto secrets = folder_.write("s.json", R"({"word": "open sesame"})");
        const auto manifest =
            write("m.yaml",
                  "use: {secrets: [word]}\n"
                  "do:\n"
                  "  - a: {run: {shell: {command: 'echo \"the word is $1\"', arguments: ['${ "
                  "$secrets.word }']}}}\n");
        CPPUNIT_ASSERT_EQUAL(
            0,
            kept({"run", manifest, "--run-id", "one", "--allow-shell", "--secrets", secrets}).code);
        const auto masked = kept({"runs", "show", "one"});
        same("", masked.err);
        CPPUNIT_ASSERT_MESSAGE(masked.out,
                               masked.out.find("the word is ********") != std::string::npos);
        CPPUNIT_ASSERT(masked.out.find("sesame") == std::string::npos);
        std::filesystem::remove(secrets);
        same("tenon: The secrets file " + secrets +
                 " cannot be read (No such file or directory).\n"
                 "note: a secret of the run cannot be read now; where it stands in a longer text, "
                 "it is not masked. Name the secrets with --secrets FILE\n",
             kept({"runs", "show", "one"}).err);
        same("", kept({"runs", "show", "one", "--show-secrets"}).err);
    }

    void cancelsAndPrunes() {
        const auto manifest = write("m.yaml", "do:\n  - rest: {wait: {hours: 1}}\n");
        Running run(driving({"run", manifest, "--run-id", "one"}));
        run.readUntil("m 1.0.0");
        run.endBy(SIGKILL);
        same("run one is cancelled\n", kept({"runs", "cancel", "one"}).out);
        same("run one is cancelled\n", kept({"runs", "cancel", "one"}).out);
        same("0 runs removed\n", kept({"runs", "prune"}).out);
        same("1 run removed\n", kept({"runs", "prune", "--older-than", "PT0S"}).out);
        same("There are no runs.\n", kept({"runs"}).out);
        const auto ended = kept({"runs", "cancel", "one"});
        CPPUNIT_ASSERT_EQUAL(66, ended.code);
    }

    void makesAKeyOnce() {
        struct stat about {};
        ::stat(key_.c_str(), &about);
        CPPUNIT_ASSERT_EQUAL(0600u, static_cast<unsigned>(about.st_mode & 0777));
        const auto text = folder_.read("key");
        CPPUNIT_ASSERT(std::regex_match(text, std::regex("[0-9a-f]{64}\n")));
        const auto again = program({"key", "new", key_});
        CPPUNIT_ASSERT_EQUAL(73, again.code);
        same("tenon: There is a file " + key_ +
                 " already. A key that is lost opens nothing any more: name another file.\n",
             again.err);
        same(text, folder_.read("key"));
        CPPUNIT_ASSERT_EQUAL(73, program({"key", "new", "/nowhere/key"}).code);
    }

    void changesTheKey() {
        const auto manifest = write("m.yaml", "do:\n  - rest: {wait: {hours: 1}}\n");
        Running run(driving({"run", manifest, "--run-id", "one"}));
        hasBegun("one");
        const auto old = key_;
        key_ = folder_.path("other");
        const auto missing = program({"key", "change", key_, "--state", state(), "--key", old});
        CPPUNIT_ASSERT_EQUAL(78, missing.code);
        same("tenon: The key file " + key_ + " cannot be read (No such file or directory).\n",
             missing.err);
        CPPUNIT_ASSERT_EQUAL(0, program({"key", "new", key_}).code);
        const auto changed = program({"key", "change", key_, "--state", state(), "--key", old});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(changed.err, 0, changed.code);
        same("The runs in " + state() + " open with " + key_ +
                 " from now on, and with no other key.\n",
             changed.out);
        same("running", *shown("one").find("state")->string());
        run.signal(SIGINT);  // goes on with the run's own key
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
        same("waiting", *shown("one").find("state")->string());
        const auto refused = program({"runs", "--state", state(), "--key", old});
        CPPUNIT_ASSERT_EQUAL(78, refused.code);
        same("tenon: The key does not open the state folder " + state() +
                 ": it was begun with another one, or put under another one since. Name the right "
                 "key file.\n",
             refused.err);
    }

    void wantsAKeyWhereSecretsAre() {
        const auto ended = program({"run", support::kCreate, "--state", state(), "--secrets",
                                    folder_.write("s.json", R"({"cloudElements": {}})")});
        CPPUNIT_ASSERT_EQUAL(78, ended.code);
        same("tenon: what a run of " + support::kCreate +
                 " records may hold secrets, and is kept under a key only. Make one, once: tenon "
                 "key new FILE; then say --key FILE\n",
             ended.err);
        CPPUNIT_ASSERT(!std::filesystem::exists(state()));
        const auto plain = write("m.yaml", "do:\n  - a: {set: {n: 1}}\n");
        CPPUNIT_ASSERT_EQUAL(0, program({"run", plain, "--state", state()}).code);
    }

    void findsTheKeyWhereItIs() {
        const auto manifest = write("m.yaml", "do:\n  - a: {set: {n: 1}}\n");
        CPPUNIT_ASSERT_EQUAL(0, kept({"run", manifest, "--run-id", "one"}).code);
        const std::vector<std::string> list{"runs", "--state", state()};
        CPPUNIT_ASSERT_EQUAL(
            std::string("tenon: The runs in the state folder " + state() +
                        " are sealed. Name the key file that it was begun with.\n"),
            program(list).err);
        auto text = folder_.read("key");
        text.pop_back();
        CPPUNIT_ASSERT_EQUAL(0, program(list, "", {{"TENON_KEY", text}}).code);
        CPPUNIT_ASSERT_EQUAL(
            0, program({"runs"}, "", {{"TENON_KEY", text}, {"TENON_STATE", state()}}).code);
        same(
            "tenon: The variable TENON_KEY holds no key: wanted 32 bytes as 64 hexadecimal digits "
            "or as base64, found 3 other characters. Make one with: tenon key new FILE\n",
            program(list, "", {{"TENON_KEY", "abc"}}).err);
        std::filesystem::create_directory(folder_.path("credentials"));
        folder_.write("credentials/tenon-key", text);
        ::chmod(folder_.path("credentials/tenon-key").c_str(), 0400);
        CPPUNIT_ASSERT_EQUAL(
            0, program(list, "", {{"CREDENTIALS_DIRECTORY", folder_.path("credentials")}}).code);
        // It is not handed on to what a run starts.
        const auto shell = write("s.yaml",
                                 "do:\n  - a: {run: {shell: {command: 'echo "
                                 "\"<$TENON_KEY>\"'}}}\n");
        const auto ended =
            program({"run", shell, "--state", state(), "--allow-shell"}, "", {{"TENON_KEY", text}});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("\"<>\\n\"\n", ended.out);
    }

    void refusesWrongUse() {
        const auto refused = [&](const std::vector<std::string>& words) {
            const auto ended = program(words);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 64, ended.code);
            return ended.err.substr(0, ended.err.find('\n') + 1);
        };
        const auto manifest = write("m.yaml", "do:\n  - a: {set: {n: 1}}\n");
        same("tenon runs: name the folder of the runs: --state DIR, or the variable TENON_STATE\n",
             refused({"runs"}));
        same("tenon run: --run-id names a run that is kept: it goes with --state DIR\n",
             refused({"run", manifest, "--run-id", "one"}));
        same(
            "tenon run: --sandbox ends with this process, and a run that is kept may outlive it; "
            "start one of its own: tenon sandbox --secrets-to FILE, and give that with --secrets "
            "FILE\n",
            refused({"run", support::kCreate, "--state", state(), "--sandbox"}));
        same("tenon runs: say list, show RUN, cancel RUN, prune or check; found drop\n",
             refused({"runs", "drop", "--state", state()}));
        same("tenon runs: say show and one run\n", refused({"runs", "show", "--state", state()}));
        same(
            "tenon runs: --older-than wants an ISO 8601 duration such as P30D or PT12H, found "
            "30d\n",
            refused({"runs", "prune", "--older-than", "30d", "--state", state()}));
        same("tenon resume: name one run; tenon runs lists them\n",
             refused({"resume", "--state", state()}));
        same("tenon key: say new or change, and one file\n", refused({"key", "make"}));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(RunListsTest);
