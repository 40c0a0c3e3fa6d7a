// SPDX-License-Identifier: Apache-2.0
// What `tenon plugin new` writes is a plugin: it builds against what is installed, passes its test
// and runs.
#include <cppunit/extensions/HelperMacros.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "support/folder.h"
#include "support/process.h"

namespace {

namespace fs = std::filesystem;

const std::set<std::string> kFiles{"CMakeLists.txt", "README.md",        "greeter.cpp", "greeter.h",
                                   "greeter.yaml",   "greeter_test.cpp", "plugin.cpp"};

std::string readFile(const std::string& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

std::set<std::string> namesIn(const std::string& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

}  // namespace

class NewPluginTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(NewPluginTest);
    CPPUNIT_TEST(isThePluginOfTheTree);
    CPPUNIT_TEST(hasItsOwnNameEverywhere);
    CPPUNIT_TEST(hasNoOtherNames);
    CPPUNIT_TEST(overwritesNothing);
    CPPUNIT_TEST(leavesNothingHalfMade);
    CPPUNIT_TEST(buildsPassesItsTestAndRuns);
    CPPUNIT_TEST_SUITE_END();

    const support::Folder folder_;

    static void gives(int code, const std::string& out, const std::string& err,
                      const support::Ended& ended) {
        CPPUNIT_ASSERT_EQUAL(out, ended.out);
        CPPUNIT_ASSERT_EQUAL(err, ended.err);
        CPPUNIT_ASSERT_EQUAL(code, ended.code);
    }
    [[nodiscard]] support::Ended made(const std::string& name) const {
        return support::run({TENON_PROGRAM, "plugin", "new", name, "--folder", folder_.path()});
    }
    // The program's output; it must end well.
    static std::string output(const std::vector<std::string>& words) {
        const auto ended = support::run(words);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.out + ended.err, 0, ended.code);
        return ended.out;
    }

    void isThePluginOfTheTree() {
        gives(0, folder_.path("greeter") + "/README.md says how to build, test, run and debug it\n",
              "", made("greeter"));
        CPPUNIT_ASSERT(namesIn(folder_.path()) == std::set<std::string>{"greeter"});
        CPPUNIT_ASSERT(namesIn(folder_.path("greeter")) == kFiles);
        for (const auto& name : kFiles)
            CPPUNIT_ASSERT_EQUAL(
                std::regex_replace(readFile(TENON_SOURCE "/host/cli/new_plugin/greeter/" + name),
                                   std::regex("^(//|#) SPDX[^\n]*\n"), "",
                                   std::regex_constants::format_first_only),
                folder_.read("greeter/" + name));
    }
    void hasItsOwnNameEverywhere() {
        const auto folder = folder_.path("order-lines2");
        gives(0, folder + "/README.md says how to build, test, run and debug it\n", "",
              made("order-lines2"));
        std::string all;
        for (const auto& name : namesIn(folder)) all += name + "\n" + readFile(folder + "/" + name);
        CPPUNIT_ASSERT_MESSAGE(all, all.find("reeter") == all.npos);
        CPPUNIT_ASSERT_MESSAGE(
            all, all.find("TENON_PLUGIN(\"order-lines2\", \"1.0.0\", OrderLines2)\n") != all.npos);
    }
    void hasNoOtherNames() {
        const auto refused = [&](const std::string& name, const std::string& text) {
            gives(64, "",
                  "tenon plugin: " + text +
                      "\nUsage: tenon plugin new NAME [OPTIONS]; tenon plugin --help lists them\n",
                  made(name));
        };
        for (const std::string name : {"", "Greeter", "a b", "a--b", "a-", "1a", "a/b", "..", "ä"})
            refused(name,
                    "a plugin's name is made of small letters, digits and single hyphens, begins "
                    "with a letter and has 40 characters at most, such as order-lines; found \"" +
                        name + "\"");
        for (const std::string name : {"test", "plugin", "typed-step", "poco"})
            refused(name,
                    "a plugin cannot be called " + name + ": its files and classes need that word");
        CPPUNIT_ASSERT(namesIn(folder_.path()).empty());
        for (const std::vector<std::string>& words : {std::vector<std::string>{"plugin"},
                                                      {"plugin", "new"},
                                                      {"plugin", "old", "a"},
                                                      {"plugin", "new", "a", "b"}}) {
            std::vector<std::string> all{TENON_PROGRAM};
            all.insert(all.end(), words.begin(), words.end());
            gives(64, "",
                  "tenon plugin: say new and one name\nUsage: tenon plugin new NAME [OPTIONS]; "
                  "tenon plugin --help lists them\n",
                  support::run(all));
        }
    }
    void overwritesNothing() {
        folder_.write("file", "mine");
        fs::create_directory(folder_.path("empty"));
        fs::create_symlink("nowhere", folder_.path("link"));
        for (const std::string name : {"file", "empty", "link"})
            gives(73, "",
                  "tenon: the folder " + folder_.path(name) +
                      " is there already; choose another name or --folder\n",
                  made(name));
        CPPUNIT_ASSERT_EQUAL(std::string("mine"), folder_.read("file"));
        CPPUNIT_ASSERT(namesIn(folder_.path()) == (std::set<std::string>{"file", "empty", "link"}));
        CPPUNIT_ASSERT(namesIn(folder_.path("empty")).empty());
    }
    void leavesNothingHalfMade() {
        gives(73, "",
              "tenon: the folder /nowhere/greeter cannot be made (No such file or directory)\n",
              support::run({TENON_PROGRAM, "plugin", "new", "greeter", "--folder", "/nowhere"}));
        // The last of its files is too large for this process.
        gives(73, "",
              "tenon: the folder " + folder_.path("greeter") + " cannot be made (File too large)\n",
              support::run({"/bin/sh", "-c",
                            "trap '' XFSZ; ulimit -f 1; exec " TENON_PROGRAM
                            " plugin new greeter --folder " +
                                folder_.path()}));
        CPPUNIT_ASSERT(namesIn(folder_.path()).empty());
    }
    void buildsPassesItsTestAndRuns() {
        const auto prefix = folder_.path("prefix"), plugin = folder_.path("order-lines"),
                   build = plugin + "/build";
        output({CMAKE, "--install", TENON_BUILD, "--prefix", prefix});
        const auto tenon = prefix + "/bin/tenon";
        output({tenon, "plugin", "new", "order-lines", "--folder", folder_.path()});
        output({CMAKE, "-S", plugin, "-B", build, "-DCMAKE_BUILD_TYPE=Debug",
                "-DCMAKE_PREFIX_PATH=" + prefix, "-DCMAKE_CXX_COMPILER=" COMPILER,
                "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Werror " FLAGS,
                "-DCMAKE_EXPORT_NO_PACKAGE_REGISTRY=ON"});
        output({CMAKE, "--build", build});
        const auto tested = output({CTEST, "--test-dir", build, "--output-on-failure"});
        CPPUNIT_ASSERT_MESSAGE(
            tested, tested.find("100% tests passed, 0 tests failed out of 1") != tested.npos);
        CPPUNIT_ASSERT_EQUAL(std::string("{\n  \"text\": \"Hello, Ada!\"\n}\n"),
                             output({tenon, "run", plugin + "/order-lines.yaml", "--plugins", build,
                                     "--input", "name=Ada"}));
        // It is shipped by being installed.
        output({CMAKE, "--install", build});
        CPPUNIT_ASSERT_EQUAL(std::string("OrderLines 1.0.0 (plugin order-lines), idempotent\n"
                                         "Greets somebody by name.\n\n"
                                         "Inputs:\n"
                                         "  name  string  required         Who is greeted\n"
                                         "  word  string  default \"Hello\"  The first word\n\n"
                                         "Outputs:\n"
                                         "  text  string  always  The greeting\n"),
                             output({tenon, "steps", "OrderLines"}));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(NewPluginTest);
