// SPDX-License-Identifier: Apache-2.0
// The README keeps its word: its console sessions are run and their output compared, and the files
// that it quotes are those of the tree.
#include <cppunit/extensions/HelperMacros.h>

#include <fstream>
#include <sstream>

#include "program.h"

namespace {

struct Block {
    std::string language, text;
    std::string link;  // the last file that a line before it links to
};

std::vector<Block> blocksOf(const std::string& markdown) {
    std::vector<Block> blocks;
    std::istringstream lines(markdown);
    std::string link;
    std::smatch found;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_search(line, found, std::regex("\\]\\(([^)#]+)\\)"))) link = found[1];
        if (!line.starts_with("```")) continue;
        Block block{line.substr(3), "", std::exchange(link, "")};
        while (std::getline(lines, line) && line != "```") block.text += line + "\n";
        blocks.push_back(std::move(block));
    }
    return blocks;
}

std::string readSource(const std::string& name) {
    std::ostringstream out;
    out << std::ifstream(TENON_SOURCE "/" + name).rdbuf();
    return out.str();
}

// What differs between the README's run and ours.
std::string steadier(const std::string& text) {
    return std::regex_replace(support::steady(text), std::regex("\"id\": [0-9]+"), "\"id\": N");
}

class ReadmeTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ReadmeTest);
    CPPUNIT_TEST(itsConsoleSessionsAreTrue);
    CPPUNIT_TEST(itQuotesTheFilesOfTheTree);
    CPPUNIT_TEST_SUITE_END();

    const std::vector<Block> blocks_ = blocksOf(readSource("README.md"));
    support::Folder folder_;

    [[nodiscard]] const Block& block(const std::string& language, const std::string& part) const {
        for (const auto& b : blocks_)
            if (b.language == language && b.text.find(part) != std::string::npos) return b;
        CPPUNIT_FAIL("no block with " + part);
        throw 0;
    }

    // A folder like the one that the README's user is in: ./dev, the manifests, the files named
    // there, and a secrets file of the README's shape that leads to a sandbox.
    void prepare(const support::Platform& platform) const {
        namespace fs = std::filesystem;
        fs::create_directory_symlink(TENON_SOURCE "/manifests", folder_.path("manifests"));
        fs::create_symlink(TENON_PROGRAM, folder_.path("tenon"));
        fs::permissions(folder_.write("dev", "#!/bin/sh\nexec tenon \"$@\"\n"),
                        fs::perms::owner_all);
        folder_.write("tenant.yaml", block("yaml", "tags: [sales").text);
        folder_.write("greet.yaml", block("yaml", "call: Greet").text);
        fs::copy_file(platform.secrets, folder_.path("secrets.yaml"));
        fs::create_directory_symlink(GREET_FOLDER, folder_.path("build"));
    }

    void itsConsoleSessionsAreTrue() {
        support::Platform platform(folder_);
        prepare(platform);
        int sessions = 0;
        for (const auto& b : blocks_) {
            if (b.language != "console") continue;
            const auto end = b.text.find('\n');
            const auto command = "cd " + folder_.path() + " && PATH=.:$PATH && " +
                                 b.text.substr(2, end - 2) + " 2>&1";
            const auto ended = support::run({"/bin/sh", "-c", command});
            CPPUNIT_ASSERT_EQUAL(steadier(b.text.substr(end + 1)), steadier(ended.out));
            CPPUNIT_ASSERT_EQUAL(0, ended.code);
            ++sessions;
        }
        CPPUNIT_ASSERT_EQUAL(4, sessions);
    }

    void itQuotesTheFilesOfTheTree() {
        int quoted = 0;
        for (const auto& b : blocks_) {
            if (!b.link.starts_with("tests/embed/") || b.language == "console") continue;
            const auto source =
                std::regex_replace(readSource(b.link), std::regex("^(//|#) SPDX[^\n]*\n"), "",
                                   std::regex_constants::format_first_only);
            CPPUNIT_ASSERT_EQUAL(source, b.text);
            ++quoted;
        }
        CPPUNIT_ASSERT_EQUAL(5, quoted);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ReadmeTest);

}  // namespace
