// SPDX-License-Identifier: Apache-2.0
// Each mistake of a plugin's author is a file in wrong/ that must not compile: the first error is
// the line that the file names, and what comes after it hides it from nobody. A new file is a new
// test.
#include <cppunit/TestCase.h>
#include <cppunit/extensions/HelperMacros.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "support/folder.h"
#include "support/process.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> filesIn(const std::string& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

// What comes after `// error: ` in it, to the end of that comment.
std::string expectedOf(const fs::path& file) {
    std::ifstream lines(file);
    std::string expected;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("// error: "))
            expected = line.substr(10);
        else if (!expected.empty() && line.starts_with("// "))
            expected += line.substr(2);
        else if (!expected.empty())
            break;
    }
    return expected;
}

// The compiler's errors; of a static_assert its own text, which GCC and Clang give in other words.
std::vector<std::string> errorsIn(const std::string& output) {
    std::vector<std::string> errors;
    std::istringstream lines(output);
    std::smatch found;
    for (std::string line; std::getline(lines, line);)
        if (std::regex_search(line, found,
                              std::regex("error: (?:static assertion failed: (.*)|"
                                         "static_assert failed.* \"([^\"]*)\"|(.*))$")))
            errors.push_back(found[1].str() + found[2].str() + found[3].str());
    return errors;
}

const std::string kCompile = COMPILER " " FLAGS " -std=c++20 -I" TENON_SOURCE "/include ";

// What all files include first, compiled once: it is most of the time that one takes. GCC forgets
// of what it has so from which line a template was asked for, so there it is the standard's headers
// alone.
std::string commonHeaders() {
    if (std::string(COMPILER).find("clang") != std::string::npos)
        return "#include <tenon/plugin.h>\n";
    std::set<std::string> includes;
    for (const auto& file : filesIn(TENON_SOURCE "/include/tenon")) {
        std::ifstream lines(file);
        for (std::string line; std::getline(lines, line);)
            if (line.starts_with("#include <")) includes.insert(line + "\n");
    }
    std::string out;
    for (const auto& include : includes) out += include;
    return out;
}

// The option that makes the compiler begin with them.
const std::string& precompiled() {
    static const support::Folder folder;
    static const std::string option = [] {
        const auto header = folder.write("common.h", commonHeaders());
        const auto ended = support::run(
            {"/bin/sh", "-c", kCompile + "-x c++-header '" + header + "' -o '" + header + ".gch'"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        return "-include '" + header + "' ";
    }();
    return option;
}

class WrongPlugin : public CppUnit::TestCase {
  public:
    WrongPlugin(const std::string& name, fs::path file) : TestCase(name), file_(std::move(file)) {}

  private:
    void runTest() override {
        const auto ended = support::run(
            {"/bin/sh", "-c", kCompile + precompiled() + "-fsyntax-only '" + file_.string() + "'"});
        CPPUNIT_ASSERT(ended.code != 0);
        const auto errors = errorsIn(ended.err);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, expectedOf(file_), errors.at(0));
        CPPUNIT_ASSERT_MESSAGE(ended.err, errors.size() <= 2);
        // Nobody looks for the place.
        CPPUNIT_ASSERT_MESSAGE(
            ended.err,
            std::regex_search(ended.err, std::regex(file_.filename().string() + ":[0-9]+:")));
    }

    const fs::path file_;
};

}  // namespace

class WrongPluginsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(WrongPluginsTest);
    CPPUNIT_TEST_SUITE_ADD_CUSTOM_TESTS(addFiles);
    CPPUNIT_TEST_SUITE_END();

  public:
    static void addFiles(TestSuiteBuilderContextType& context) {
        for (const auto& file : filesIn(TENON_SOURCE "/tests/authors/wrong"))
            context.addTest(new WrongPlugin(context.getTestNameFor(file.stem().string()), file));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(WrongPluginsTest);
