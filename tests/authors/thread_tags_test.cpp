// SPDX-License-Identifier: Apache-2.0
// Every class that a plugin or an embedding program sees says who may use it from which thread, in
// words that can be searched for: those that plugin/README.md lists.
#include <cppunit/extensions/HelperMacros.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace {

std::vector<std::string> linesOf(const std::string& file) {
    std::vector<std::string> out;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) out.push_back(line);
    return out;
}

}  // namespace

class ThreadTagsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ThreadTagsTest);
    CPPUNIT_TEST(everyClassHasOne);
    CPPUNIT_TEST(thereAreNoOthers);
    CPPUNIT_TEST_SUITE_END();

    // Of each header that is no inside of another: its path, and its lines.
    template <class Each>
    static void eachHeader(const Each& each) {
        const std::set<std::string> inside{
            "field_type.h", "field_checks.h", "own_default.h", "schema_default.h", "schema_out.h",
            "schema.h",     "layout.h",       "field_write.h", "plugin_checks.h",  "plugin.h"};
        namespace fs = std::filesystem;
        for (const auto& entry : fs::recursive_directory_iterator(TENON_SOURCE "/include/tenon"))
            if (entry.is_regular_file() && !inside.contains(entry.path().filename()))
                each(entry.path().filename().string(), linesOf(entry.path()));
    }

    void everyClassHasOne() {
        const std::regex begins(
            "^(?:class|struct|enum class) (?:\\[\\[\\w+\\]\\] |__attribute__\\S+ )?"
            "(\\w+)[^;<]*\\{$");
        std::string without;
        int classes = 0;
        eachHeader([&](const std::string& file, const std::vector<std::string>& lines) {
            std::smatch found;
            for (std::size_t i = 1; i < lines.size(); ++i) {
                if (!std::regex_match(lines[i], found, begins)) continue;
                ++classes;
                const auto& before =
                    lines[i - 1].starts_with("template") ? lines[i - 2] : lines[i - 1];
                if (!before.starts_with("// Thread: "))
                    without += file + " " + found[1].str() + "\n";
            }
        });
        CPPUNIT_ASSERT_EQUAL(std::string(), without);
        CPPUNIT_ASSERT(classes > 30);
    }
    void thereAreNoOthers() {
        std::set<std::string> used, listed;
        eachHeader([&](const std::string&, const std::vector<std::string>& lines) {
            for (const auto& line : lines)
                if (const auto at = line.find("Thread: "); at != line.npos)
                    used.insert(line.substr(at));
        });
        std::smatch found;
        for (const auto& line : linesOf(TENON_SOURCE "/plugin/README.md"))
            if (std::regex_search(line, found, std::regex("^- `(Thread: [^`]*)`")))
                listed.insert(found[1]);
        CPPUNIT_ASSERT(used == listed);
        CPPUNIT_ASSERT_EQUAL(std::size_t{4}, used.size());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ThreadTagsTest);
