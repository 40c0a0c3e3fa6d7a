// SPDX-License-Identifier: Apache-2.0
// ./dev where it cannot go on. The script is the real one; what it asks of the system answers as a
// machine would on which something is missing.
#include <cppunit/extensions/HelperMacros.h>

#include <filesystem>

#include "support/folder.h"
#include "support/process.h"

namespace fs = std::filesystem;

class DevTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(DevTest);
    CPPUNIT_TEST(saysWhatToInstallWhereThereIsNoApt);
    CPPUNIT_TEST(saysThatRootIsNeeded);
    CPPUNIT_TEST(saysWhereAptsWordsAre);
    CPPUNIT_TEST(showsTheBuildsErrors);
    CPPUNIT_TEST(saysWhatFailedOnceMore);
    CPPUNIT_TEST(saysWhereThereIsNoKit);
    CPPUNIT_TEST(saysWhereThereAreNoTestsOfJq);
    CPPUNIT_TEST(knowsItsCommands);
    CPPUNIT_TEST(runsWhereItWasCalled);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    void command(const std::string& name, const std::string& script) const {
        fs::permissions(folder_.write("bin/" + name, "#!/bin/sh\n" + script + "\n"),
                        fs::perms::owner_all);
    }
    // ./dev with nothing on its path but common tools and the commands above.
    [[nodiscard]] support::Ended dev(const std::string& arguments) const {
        fs::copy_file(TENON_SOURCE "/dev", folder_.path("dev"));
        for (const char* tool :
             {"bash", "dirname", "mktemp", "rm", "cat", "grep", "env", "tail", "tee", "awk", "sed"})
            if (!fs::exists(folder_.path("bin/") + tool))
                fs::create_symlink(std::string("/usr/bin/") + tool, folder_.path("bin/") + tool);
        return support::run({"/bin/bash", "-c", folder_.path("dev") + " " + arguments}, "",
                            {{"PATH", folder_.path("bin")}});
    }
    void stops(const std::string& arguments, const std::string& words) const {
        const auto ended = dev(arguments);
        same(words, ended.err);
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
    }

  public:
    void setUp() override {
        fs::create_directory(folder_.path("bin"));
        command("dpkg-query", "[ \"$3\" = libpoco-dev ] && exit 1; echo 'install ok installed'");
    }

    // Files on its command line are meant as seen from there.
    void runsWhereItWasCalled() {
        command("dpkg-query", "echo 'install ok installed'");
        command("cmake",
                "program=build/release/bin/tenon\n"
                "/usr/bin/mkdir -p build/release/bin\n"
                "echo 'echo \"$(/usr/bin/pwd): $*\"' >$program\n"
                "/usr/bin/chmod +x $program");
        const auto ended = dev("run mine.yaml");
        same(fs::current_path().string() + ": run mine.yaml\n", ended.out);
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
    }
    void saysWhatToInstallWhereThereIsNoApt() {
        stops("build",
              "dev: cannot install libpoco-dev: there is no apt-get here. Install them by hand and "
              "call again.\n");
    }
    void saysThatRootIsNeeded() {
        command("apt-get", "");
        command("id", "echo 1000");
        stops(
            "build",
            "dev: cannot install libpoco-dev: you are not root and there is no sudo. Install them "
            "as root and call again.\n");
    }
    void saysWhereAptsWordsAre() {
        command("apt-get", "echo 'Could not resolve host' >&2; exit 100");
        command("id", "echo 0");
        command("mktemp", "echo " + folder_.path("log"));
        stops("build",
              "dev: installing libpoco-dev\ndev: apt-get could not install libpoco-dev (no "
              "network?). "
              "Its words are in " +
                  folder_.path("log") + ".\n");
        same("Could not resolve host\n", folder_.read("log"));
    }
    void showsTheBuildsErrors() {
        command("dpkg-query", "echo 'install ok installed'");
        command("cmake", "[ \"$1\" = --preset ] && exit; echo 'x.cpp:1: error: no'; exit 1");
        fs::create_directories(folder_.path("build/release"));
        stops("build",
              "dev: configuring release\ndev: building release\nx.cpp:1: error: no\n"
              "dev: the build failed; the whole log is build/release/build.log\n");
    }
    void saysWhatFailedOnceMore() {
        const std::string summary =
            "66% tests passed, 1 tests failed out of 3\n\nThe following tests FAILED:\n\t2 - a.c\n";
        const std::string failed = "2/3 Test #2: a.c ...***Failed 0.01 sec\nassertion x\n";
        const std::string all = "    Start 1: a.b\n1/3 Test #1: a.b ...   Passed 0.01 sec\nfine\n" +
                                failed + "3/3 Test #3: a.d ...***Skipped 0.01 sec\nskipped\n" +
                                summary;
        command("dpkg-query", "echo 'install ok installed'");
        command("cmake", "exit 0");
        command("ctest", "cat " + folder_.write("all", all) + "; exit 8");
        fs::create_directories(folder_.path("build/release"));
        const auto ended = dev("test");
        same(all + "\nwhat failed:\n\n" + failed + summary, ended.out);
        CPPUNIT_ASSERT_EQUAL(8, ended.code);
    }
    void saysWhereThereIsNoKit() {
        stops("conformance nowhere",
              "dev: there is no nowhere. Name the folder of the kit's *.feature files: ./dev "
              "conformance DIR\n");
    }
    void saysWhereThereAreNoTestsOfJq() {
        stops("jq-tests /nowhere",
              "dev: there is no /nowhere. Name the folder of jq's *.test files: ./dev jq-tests "
              "DIR\n");
    }
    void knowsItsCommands() {
        stops(
            "brew coffee",
            "dev: usage: ./dev run MANIFEST [OPTIONS] | eval EXPRESSION | sandbox | steps [NAME] | "
            "schema | graph FILE | validate FILE... | plugin new NAME | test [PRESET] | "
            "conformance [DIR] | "
            "jq-tests [DIR] | faults | bench [build|compile] | pages | "
            "fuzz [TARGET|pairs] [SECONDS] | build\n");
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(DevTest);
