// SPDX-License-Identifier: Apache-2.0
// What is installed into a prefix is enough: for the program, for another program that embeds a
// step, and for a plugin that is built elsewhere.
#include <cppunit/extensions/HelperMacros.h>

#include <csignal>
#include <regex>

#include "support/folder.h"
#include "support/process.h"

class EmbedTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(EmbedTest);
    CPPUNIT_TEST(anInstalledProgramFindsItsPlugins);
    CPPUNIT_TEST(anotherProgramCallsTheStep);
    CPPUNIT_TEST(aPluginIsBuiltElsewhere);
    CPPUNIT_TEST(anAssertionOfTheProgramIsItsOwn);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // The program's output; it must end well.
    static std::string output(const std::vector<std::string>& words) {
        const auto ended = support::run(words);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.out + ended.err, 0, ended.code);
        return ended.out;
    }
    [[nodiscard]] std::string prefix() const { return folder_.path("prefix"); }
    [[nodiscard]] std::string build() const { return folder_.path("build"); }

    void buildElsewhere(const std::string& source) {
        output({CMAKE, "-S", TENON_SOURCE "/tests/embed/" + source, "-B", build(),
                "-DCMAKE_PREFIX_PATH=" + prefix(), "-DCMAKE_CXX_COMPILER=" COMPILER,
                "-DCMAKE_CXX_FLAGS=" FLAGS, "-DCMAKE_EXPORT_NO_PACKAGE_REGISTRY=ON"});
        output({CMAKE, "--build", build()});
    }

  public:
    void setUp() override { output({CMAKE, "--install", TENON_BUILD, "--prefix", prefix()}); }

    void anInstalledProgramFindsItsPlugins() {
        const auto text = output({prefix() + "/bin/tenon", "steps", "CreateSageCRMInstance"});
        same("CreateSageCRMInstance 1.0.0 (plugin cloudelements), finds what it made",
             text.substr(0, text.find('\n')));
    }
    void anotherProgramCallsTheStep() {
        buildElsewhere("app");
        const auto text = output({build() + "/create_instance"});
        same("name Sales\nid N\ntoken ********\n",
             std::regex_replace(text, std::regex("id [0-9]+"), "id N"));
    }
    void aPluginIsBuiltElsewhere() {
        buildElsewhere("plugin");
        same("{\n  \"text\": \"Hello, Ada!\"\n}\n",
             output({prefix() + "/bin/tenon", "run", TENON_SOURCE "/tests/embed/plugin/greet.yaml",
                     "--plugins", build(), "--input", "name=Ada"}));
    }
    // Neither jq nor what catches its assertions is in the host's library.
    void anAssertionOfTheProgramIsItsOwn() {
        buildElsewhere("asserts");
        const auto program = build() + "/asserts";
        output({program, "holds"});
        const auto ended = support::run({program});
        CPPUNIT_ASSERT_EQUAL(128 + SIGABRT, ended.code);
        CPPUNIT_ASSERT_MESSAGE(ended.err, ended.err.find("main.cpp:10: ") != ended.err.npos);
        CPPUNIT_ASSERT_MESSAGE(ended.err,
                               ended.err.find("Assertion `count == 2' failed.") != ended.err.npos);
        const auto symbols =
            output({"nm", "-DC", prefix() + "/" + LIBRARIES + "/libtenon-host.so"});
        CPPUNIT_ASSERT_MESSAGE(
            symbols,
            !std::regex_search(symbols, std::regex(" [TW] (__assert|jv_|jq_|abort|exit)")));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(EmbedTest);
