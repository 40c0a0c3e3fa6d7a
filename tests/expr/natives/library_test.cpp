// SPDX-License-Identifier: Apache-2.0
// The texts of the functions that are written in the language: what they do is tested where they
// run. Here: each defines what its row says, once.
#include "natives/library.h"

#include <cppunit/extensions/HelperMacros.h>

#include <algorithm>
#include <set>
#include <string>

using namespace tenon::expr;

class LibraryTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(LibraryTest);
    CPPUNIT_TEST(definesWhatItNames);
    CPPUNIT_TEST_SUITE_END();

    void definesWhatItNames() {
        std::set<std::string> known;
        for (const auto& written : libraryWrittens()) {
            const std::string name(written.name), text(written.text);
            const auto head = text.substr(0, text.find(':'));
            const auto parameters =
                head.find('(') == head.npos ? 0 : std::count(head.begin(), head.end(), ';') + 1;
            CPPUNIT_ASSERT_EQUAL("def " + name, head.substr(0, head.find('(')));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(name, static_cast<std::ptrdiff_t>(written.arity),
                                         static_cast<std::ptrdiff_t>(parameters));
            CPPUNIT_ASSERT_MESSAGE(name, text.ends_with(";"));
            CPPUNIT_ASSERT_MESSAGE(name,
                                   known.insert(name + "/" + std::to_string(parameters)).second);
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(LibraryTest);
