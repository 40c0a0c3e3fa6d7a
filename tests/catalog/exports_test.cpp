// SPDX-License-Identifier: Apache-2.0
// What the plugins show to the rest of the process: a name more, and two plugins could meet in it.
#include <cppunit/extensions/HelperMacros.h>

#include <regex>
#include <sstream>

#include "support/process.h"

class ExportsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ExportsTest);
#ifndef TENON_SANITIZED  // sanitizers export names of their own
    CPPUNIT_TEST(exportsItsManifestAndNothingElse);
#endif
    CPPUNIT_TEST_SUITE_END();

    // Without the inline code of the standard library and of Poco, which all libraries of one
    // toolchain hold alike.
    static std::string exports(const std::string& file) {
        const std::regex alike(
            "[WVuv] _Z(T[ISV]|GV|Z)*(N[KVRO]*)?(St|S[absiod]|9__gnu_cxx|4Poco).*");
        std::istringstream lines(support::run({"nm", "-D", "--defined-only", file}).out);
        std::string left, address, kind, name;
        while (lines >> address >> kind >> name) {
            const auto symbol = kind + " " + name;
            if (!std::regex_match(symbol, alike)) left += symbol + "\n";
        }
        return left;
    }

    void exportsItsManifestAndNothingElse() {
        CPPUNIT_ASSERT_EQUAL(std::string("T pocoBuildManifest\n"), exports(TENON_CLOUDELEMENTS));
        CPPUNIT_ASSERT_EQUAL(std::string("T pocoBuildManifestSandbox\n"),
                             exports(TENON_CLOUDELEMENTS_SANDBOX));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ExportsTest);
