// SPDX-License-Identifier: Apache-2.0
// Manifests that must not load: one test a file in bad/, with the whole text of its faults beside
// it in a .txt.
#include <cppunit/TestCase.h>
#include <cppunit/TestSuite.h>
#include <cppunit/extensions/HelperMacros.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "fakes/fake_ports.h"
#include "manifest/yaml.h"
#include "run/workflow/workflow.h"

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    CPPUNIT_ASSERT_MESSAGE(path.string() + " cannot be read", file.good());
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

// a_doubled_key.yaml: refusesADoubledKey.
std::string nameOf(const fs::path& path) {
    std::string out = "BadManifests::refuses";
    bool upper = true;
    for (const char c : path.stem().string()) {
        if (c != '_') out += upper ? static_cast<char>(std::toupper(c)) : c;
        upper = c == '_';
    }
    return out;
}

class BadManifest : public CppUnit::TestCase {
  public:
    explicit BadManifest(fs::path path) : TestCase(nameOf(path)), path_(std::move(path)) {}

    void runTest() override {
        fakes::FakeSteps steps;
        tenon::manifest::Faults faults, warnings;
        const auto root = tenon::manifest::readYaml(read(path_), faults);
        const bool loaded =
            root && tenon::run::Workflow::load(*root, steps, faults, warnings).has_value();
        fs::path expected = path_;
        CPPUNIT_ASSERT_EQUAL(read(expected.replace_extension(".txt")),
                             faults.text(path_.filename().string()));
        CPPUNIT_ASSERT(!loaded);
    }

  private:
    fs::path path_;
};

class BadManifests {
  public:
    static CppUnit::TestSuite* suite() {
        auto* all = new CppUnit::TestSuite("BadManifests");
        std::set<fs::path> files;
        for (const auto& entry : fs::directory_iterator(TENON_BAD_MANIFESTS))
            if (entry.path().extension() != ".txt") files.insert(entry.path());
        for (const auto& file : files) all->addTest(new BadManifest(file));
        return all;
    }
};

}  // namespace

CPPUNIT_TEST_SUITE_REGISTRATION(BadManifests);
