// SPDX-License-Identifier: Apache-2.0
// The house as host/README.md describes it: who knows whom, no circles, and no room that is half of
// the house.
#include <cppunit/extensions/HelperMacros.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace {

namespace fs = std::filesystem;

using Graph = std::map<std::string, std::set<std::string>>;

std::string read(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

// A way from a node back to itself, as text; empty where there is none.
class Circle {
  public:
    explicit Circle(const Graph& graph) : graph_(graph) {}
    std::string find() {
        for (const auto& [node, ignored] : graph_)
            if (follow(node)) return way_;
        return "";
    }

  private:
    bool follow(const std::string& node) {
        if (done_.count(node)) return false;
        if (!open_.insert(node).second) {
            way_ = node;
            return true;
        }
        const auto to = graph_.find(node);
        if (to != graph_.end())
            for (const auto& next : to->second)
                if (follow(next)) {
                    way_ = node + " -> " + way_;
                    return true;
                }
        open_.erase(node);
        done_.insert(node);
        return false;
    }

    const Graph& graph_;
    std::set<std::string> open_, done_;
    std::string way_;
};

}  // namespace

class RoomsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RoomsTest);
    CPPUNIT_TEST(areThoseOfThePage);
    CPPUNIT_TEST(knowWhomThePageSays);
    CPPUNIT_TEST(haveTheFilesThatThePageNames);
    CPPUNIT_TEST(haveNoCircles);
    CPPUNIT_TEST(areNotTooLarge);
    CPPUNIT_TEST(wouldNotHideACircle);
    CPPUNIT_TEST_SUITE_END();

    const fs::path host_ = TENON_SOURCE "/host";
    Graph files_, folders_, rooms_, page_;
    std::map<std::string, std::size_t> lines_;
    std::size_t all_ = 0;

    static std::string roomOf(const std::string& file) { return file.substr(0, file.find('/')); }

    // A header and its source are one.
    void readFiles() {
        const std::regex include("#include \"([^\"]+)\\.h\"");
        for (const auto& entry : fs::recursive_directory_iterator(host_)) {
            const auto& path = entry.path();
            if (path.extension() != ".h" && path.extension() != ".cpp") continue;
            const auto name = fs::relative(path, host_).replace_extension().string();
            if (name == "main") continue;
            const auto text = read(path);
            const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
            lines_[roomOf(name)] += lines;
            all_ += lines;
            files_[name], folders_[fs::path(name).parent_path()], rooms_[roomOf(name)];
            for (std::sregex_iterator at(text.begin(), text.end(), include), end; at != end; ++at) {
                const std::string to = (*at)[1];
                if (to == name || !fs::exists(host_ / (to + ".h"))) continue;
                files_[name].insert(to);
                const auto from = fs::path(name).parent_path(), folder = fs::path(to).parent_path();
                if (from != folder) folders_[from].insert(folder);
                if (roomOf(name) != roomOf(to)) rooms_[roomOf(name)].insert(roomOf(to));
            }
        }
    }
    void readPage() {
        std::istringstream page(read(host_ / "README.md"));
        const std::regex row("\\| ([a-z]+) \\| .* \\| ([a-z, ]*)\\|"), word("[a-z]+");
        std::smatch found;
        for (std::string line; std::getline(page, line);) {
            if (!std::regex_match(line, found, row) || found[1] == "room") continue;
            const std::string knows = found[2];
            auto& to = page_[found[1]];
            if (knows.starts_with("all")) continue;
            for (std::sregex_iterator at(knows.begin(), knows.end(), word), end; at != end; ++at)
                to.insert(at->str());
        }
    }

  public:
    void setUp() override {
        readFiles();
        readPage();
    }

    void areThoseOfThePage() {
        std::set<std::string> here, there;
        for (const auto& [room, ignored] : rooms_) here.insert(room);
        for (const auto& [room, ignored] : page_) there.insert(room);
        for (const auto& room : here) CPPUNIT_ASSERT_MESSAGE(room, there.count(room));
        for (const auto& room : there) CPPUNIT_ASSERT_MESSAGE(room, here.count(room));
    }
    void knowWhomThePageSays() {
        for (const auto& [room, knows] : rooms_)
            for (const auto& other : knows)
                CPPUNIT_ASSERT_MESSAGE(room + " includes " + other,
                                       room == "cli" || page_[room].count(other));
        // What is allowed is needed.
        for (const auto& [room, knows] : page_)
            for (const auto& other : knows)
                CPPUNIT_ASSERT_MESSAGE(room + " does not include " + other,
                                       rooms_[room].count(other));
    }
    void haveTheFilesThatThePageNames() {
        const auto page = read(host_ / "README.md");
        const std::regex file("`([a-z_/0-9]+\\.(?:h|cpp))`");
        int named = 0;
        for (std::sregex_iterator at(page.begin(), page.end(), file), end; at != end; ++at, ++named)
            CPPUNIT_ASSERT_MESSAGE((*at)[1], fs::exists(host_ / (*at)[1].str()) ||
                                                 fs::exists(host_ / "../include" / (*at)[1].str()));
        CPPUNIT_ASSERT(named > 10);
    }
    void haveNoCircles() {
        CPPUNIT_ASSERT_EQUAL(std::string(), Circle(files_).find());
        CPPUNIT_ASSERT_EQUAL(std::string(), Circle(folders_).find());
    }
    void areNotTooLarge() {
        for (const auto& [room, lines] : lines_)
            CPPUNIT_ASSERT_MESSAGE(
                room + " has " + std::to_string(lines) + " of " + std::to_string(all_) + " lines",
                lines * 4 < all_);
    }
    void wouldNotHideACircle() {
        const Graph graph{{"a", {"b"}}, {"b", {"c", "d"}}, {"d", {"b"}}, {"c", {}}};
        CPPUNIT_ASSERT_EQUAL(std::string("a -> b -> d -> b"), Circle(graph).find());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RoomsTest);
