// SPDX-License-Identifier: Apache-2.0
// Every input that fuzzing once needed or found, without libFuzzer: nothing crashes.
#include <cppunit/extensions/HelperMacros.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "targets.h"

class ReplayTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ReplayTest);
    CPPUNIT_TEST(survivesManifests);
    CPPUNIT_TEST(survivesExpressions);
    CPPUNIT_TEST(survivesEvaluations);
    CPPUNIT_TEST(survivesResponses);
    CPPUNIT_TEST(survivesAnswersOfThePlatform);
    CPPUNIT_TEST(survivesUrls);
    CPPUNIT_TEST(survivesJson);
    CPPUNIT_TEST(survivesDescriptors);
    CPPUNIT_TEST_SUITE_END();

    static void replay(const std::string& name, void (*target)(std::string_view)) {
        target("");
        int files = 0;
        for (const auto& file : std::filesystem::directory_iterator(CORPUS "/" + name)) {
            std::ostringstream bytes;
            bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
            target(bytes.str());
            ++files;
        }
        CPPUNIT_ASSERT_MESSAGE(name, files > 0);
    }
    void survivesManifests() { replay("manifest", fuzz::manifest); }
    void survivesExpressions() { replay("expression", fuzz::expression); }
    void survivesEvaluations() { replay("evaluate", fuzz::evaluate); }
    void survivesResponses() { replay("response", fuzz::response); }
    void survivesAnswersOfThePlatform() { replay("platform", fuzz::platform); }
    void survivesUrls() { replay("url", fuzz::url); }
    void survivesJson() { replay("json", fuzz::json); }
    void survivesDescriptors() { replay("descriptor", fuzz::descriptor); }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ReplayTest);
