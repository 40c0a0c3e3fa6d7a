// SPDX-License-Identifier: Apache-2.0
// How the tests start other programs: none of them can hang between fork and exec.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <thread>

#include "support/child.h"
#include "support/process.h"

namespace fs = std::filesystem;

class ChildrenTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ChildrenTest);
    CPPUNIT_TEST(getTheEnvironmentThatIsGiven);
    CPPUNIT_TEST(ignoreNoSignal);
    CPPUNIT_TEST(goOnAloneOrNotAtAll);
    CPPUNIT_TEST(areForkedNowhereElse);
    CPPUNIT_TEST_SUITE_END();

    void getTheEnvironmentThatIsGiven() {
        ::setenv("TENON_TEST_KEPT", "kept", 1);
        ::setenv("TENON_TEST_CHANGED", "before", 1);
        ::setenv("TENON_TEST_REMOVED", "before", 1);
        const auto ended =
            support::run({"sh", "-c", "cat; env | grep ^TENON_TEST_ | sort; exit 3"}, "input\n",
                         {{"TENON_TEST_CHANGED", "after"},
                          {"TENON_TEST_REMOVED", ""},
                          {"TENON_TEST_NEW", "a=b"}});
        CPPUNIT_ASSERT_EQUAL(std::string("input\nTENON_TEST_CHANGED=after\nTENON_TEST_KEPT=kept\n"
                                         "TENON_TEST_NEW=a=b\n"),
                             ended.out);
        CPPUNIT_ASSERT_EQUAL(std::string(), ended.err);
        CPPUNIT_ASSERT_EQUAL(3, ended.code);
    }
    void ignoreNoSignal() {
        const auto before = ::signal(SIGTERM, SIG_IGN);
        const auto ended = support::run({"sh", "-c", "kill $$; exit 3"});
        ::signal(SIGTERM, before);
        CPPUNIT_ASSERT_EQUAL(128 + SIGTERM, ended.code);
    }
    void goOnAloneOrNotAtAll() {
        std::string said;
        std::thread([&said] {
            try {
                if (support::forkAlone() == 0) ::_exit(0);
            } catch (const std::runtime_error& e) {
                said = e.what();
            }
        }).join();
        CPPUNIT_ASSERT_EQUAL(std::string("fork in a process with 2 threads"), said);
    }
    // The product starts programs by posix_spawn.
    void areForkedNowhereElse() {
        const std::regex forked("\\b(v?fork|exec[lv]p?e?) ?\\(");
        for (const auto* folder : {"/tests", "/host", "/plugin", "/include"})
            for (const auto& entry :
                 fs::recursive_directory_iterator(std::string(TENON_SOURCE) + folder)) {
                const auto& path = entry.path();
                if (path.extension() != ".h" && path.extension() != ".cpp") continue;
                if (path.filename() == "child.cpp") continue;
                std::ostringstream text;
                text << std::ifstream(path).rdbuf();
                CPPUNIT_ASSERT_MESSAGE(path.string(), !std::regex_search(text.str(), forked));
            }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ChildrenTest);
