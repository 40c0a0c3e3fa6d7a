// SPDX-License-Identifier: Apache-2.0
#include <cppunit/extensions/HelperMacros.h>

#include <regex>
#include <set>

#include "machine/system_chance.h"

class ChanceTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ChanceTest);
    CPPUNIT_TEST(givesRandomIds);
    CPPUNIT_TEST(givesFractions);
    CPPUNIT_TEST_SUITE_END();

    tenon::machine::SystemChance chance_;

    // All bits but the version's and the variant's are random: each is seen both set and not.
    void givesRandomIds() {
        const std::regex form(
            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        std::set<std::string> seen;
        std::set<std::pair<std::size_t, char>> digits;
        for (int i = 0; i < 1000; ++i) {
            const auto id = chance_.uuid();
            CPPUNIT_ASSERT_MESSAGE(id, std::regex_match(id, form));
            CPPUNIT_ASSERT_MESSAGE(id, seen.insert(id).second);
            for (std::size_t at = 0; at < id.size(); ++at) digits.emplace(at, id[at]);
        }
        CPPUNIT_ASSERT_EQUAL(std::size_t{30 * 16 + 4 + 1 + 4}, digits.size());
    }
    void givesFractions() {
        for (int i = 0; i < 1000; ++i) {
            const double fraction = chance_.fraction();
            CPPUNIT_ASSERT(fraction >= 0 && fraction < 1);
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ChanceTest);
