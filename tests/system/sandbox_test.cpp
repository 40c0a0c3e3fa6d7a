// SPDX-License-Identifier: Apache-2.0
// `tenon sandbox` as a user starts it: its credentials in a file of their own, its state kept.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <sys/stat.h>

#include "program.h"
#include "support/running.h"

using support::Folder;
using support::program;

class SandboxTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SandboxTest);
    CPPUNIT_TEST(writesItsSecretsAlone);
    CPPUNIT_TEST(replacesOnlyWhatASandboxWrote);
    CPPUNIT_TEST(goesOnAfterAnyEnd);
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
    void goesOnAfterAnyEnd() {
        const std::vector<std::string> words{TENON_PROGRAM, "sandbox", "--secrets-to",
                                             secrets(),     "--state", folder_.path("state")};
        std::int64_t first = 0;
        {
            support::Running sandbox(words);
            sandbox.readUntil(kReady);
            first = made();
            // It has no time to save anything.
            sandbox.endBy(SIGKILL);
        }
        const auto before = folder_.read("state");
        support::Running sandbox(words);
        sandbox.readUntil(kReady);
        CPPUNIT_ASSERT(tenon::json::read(before).value() ==
                       tenon::json::read(folder_.read("state")).value());
        CPPUNIT_ASSERT_EQUAL(first + 1, made());
        sandbox.endBy(SIGTERM);
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
