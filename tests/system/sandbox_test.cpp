// SPDX-License-Identifier: Apache-2.0
// `tenon sandbox` as a user starts it: its credentials in a file of their own, its state kept.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <sys/stat.h>

#include <filesystem>
#include <thread>

#include "program.h"
#include "support/running.h"

using support::Folder;
using support::program;

class SandboxTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SandboxTest);
    CPPUNIT_TEST(writesItsSecretsAlone);
    CPPUNIT_TEST(replacesOnlyWhatASandboxWrote);
    CPPUNIT_TEST(losesNothingWhenItIsStopped);
    CPPUNIT_TEST(isWholeWhenItIsKilled);
    CPPUNIT_TEST(saysThatItCouldNotKeepItsState);
    CPPUNIT_TEST(refusesAStateThatIsNone);
    CPPUNIT_TEST_SUITE_END();

    Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static constexpr const char* kReady = "Requests (Ctrl-C ends it):";
    [[nodiscard]] std::string secrets() const { return folder_.path("secrets.json"); }
    // The id of an instance that a run of a manifest makes on the sandbox.
    std::int64_t made() const {
        const auto ended = program({"run", support::kCreate, "--secrets", secrets()});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        return *tenon::json::read(ended.out).value().find("id")->integer();
    }

    void writesItsSecretsAlone() {
        support::Running sandbox({TENON_PROGRAM, "sandbox", "--secrets-to", secrets()});
        const auto head = sandbox.readUntil(kReady);
        CPPUNIT_ASSERT(head.find("\n\nSecrets that it takes are in " + secrets() +
                                 " (mode 0600).\n\nTry:\n") != std::string::npos);
        struct stat about {};
        ::stat(secrets().c_str(), &about);
        CPPUNIT_ASSERT_EQUAL(0600u, static_cast<unsigned>(about.st_mode & 0777));
        const auto all = tenon::json::read(folder_.read("secrets.json")).value();
        for (const char* name : {"cloudElements", "cloudElementsLogin", "sageCrm"})
            CPPUNIT_ASSERT_MESSAGE(name, all.find(name));
        CPPUNIT_ASSERT(made() > 427900);
        sandbox.endBy(SIGINT);
    }
    void replacesOnlyWhatASandboxWrote() {
        for (int i = 0; i < 2; ++i) {
            support::Running sandbox({TENON_PROGRAM, "sandbox", "--secrets-to", secrets()});
            sandbox.readUntil(kReady);
            made();
            sandbox.endBy(SIGTERM);
        }
        for (const std::string text :
             {"", "mine", "{}",
              R"({"cloudElements":{"baseUrl":"https://api.cloud-elements.com"}})"}) {
            const auto file = folder_.write("mine.yaml", text);
            const auto ended = program({"sandbox", "--secrets-to", file});
            CPPUNIT_ASSERT_EQUAL(73, ended.code);
            same("tenon: --secrets-to: " + file +
                     " exists and does not hold a sandbox's secrets. Remove it, or name another "
                     "file.\n",
                 ended.err);
            same("", ended.out);
            same(text, folder_.read("mine.yaml"));
        }
        const auto ended = program({"sandbox", "--secrets-to", "/nowhere/at/all"});
        CPPUNIT_ASSERT_EQUAL(73, ended.code);
        same(
            "tenon: --secrets-to: /nowhere/at/all cannot be written (No such file or directory).\n",
            ended.err);
    }
    [[nodiscard]] std::vector<std::string> keeping() const {
        return {TENON_PROGRAM, "sandbox", "--secrets-to",
                secrets(),     "--state", folder_.path("place/state")};
    }
    // The ids of the instances that the file holds.
    [[nodiscard]] std::vector<std::int64_t> kept() const {
        const auto state = tenon::json::read(folder_.read("place/state"));
        CPPUNIT_ASSERT_MESSAGE("not whole", state);
        std::vector<std::int64_t> out;
        for (const auto& one : *state.value().find("instances")->find("all")->array())
            out.push_back(*one.find("id")->integer());
        return out;
    }
    void losesNothingWhenItIsStopped() {
        std::filesystem::create_directory(folder_.path("place"));
        std::vector<std::int64_t> all;
        for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
            support::Running sandbox(keeping());
            sandbox.readUntil(kReady);
            // The second comes within the second after the first was written.
            for (int i = 0; i < 2; ++i) {
                all.push_back(made());
                CPPUNIT_ASSERT(all.size() == 1 || all.back() == all[all.size() - 2] + 1);
            }
            sandbox.signal(signal);
            CPPUNIT_ASSERT_EQUAL(0, sandbox.wait());
            CPPUNIT_ASSERT(all == kept());
        }
    }
    // Killed while it makes instances, as often as it can: what it answered last may be missing,
    // but never something before what is there.
    void isWholeWhenItIsKilled() {
        std::filesystem::create_directory(folder_.path("place"));
        std::vector<std::int64_t> before;
        for (int round = 0; round < 5; ++round) {
            support::Running sandbox(keeping());
            sandbox.readUntil(kReady);
            const auto first = made();
            CPPUNIT_ASSERT(before.empty() || first == before.back() + 1);
            while (kept().empty() || kept().back() != first) std::this_thread::yield();
            const auto last = made();
            sandbox.signal(SIGKILL);
            CPPUNIT_ASSERT_EQUAL(128 + SIGKILL, sandbox.wait());
            before.push_back(first);
            const auto found = kept();
            if (found.size() > before.size()) before.push_back(last);
            CPPUNIT_ASSERT(before == found);
        }
    }
    void saysThatItCouldNotKeepItsState() {
        std::filesystem::create_directory(folder_.path("place"));
        support::Running sandbox(keeping());
        sandbox.readUntil(kReady);
        std::filesystem::remove_all(folder_.path("place"));
        made();
        sandbox.signal(SIGTERM);
        CPPUNIT_ASSERT_EQUAL(78, sandbox.wait());
        CPPUNIT_ASSERT(sandbox.all().ends_with(
            "\ntenon: The sandbox's state file " + folder_.path("place/state") +
            " cannot be written (No such file or directory).\n"));
    }
    void refusesAStateThatIsNone() {
        const auto file = folder_.write("state", "{}");
        const auto ended = program({"sandbox", "--state", file});
        CPPUNIT_ASSERT_EQUAL(78, ended.code);
        same(
            "tenon: The sandbox's state file does not hold a sandbox's state: in the whole, "
            "\"sandbox\" is missing or not what it must be. Name another file, or remove this one "
            "to begin anew.\n",
            ended.err);
        same("{}", folder_.read("state"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(SandboxTest);
