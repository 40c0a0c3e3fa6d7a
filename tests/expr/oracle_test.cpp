// SPDX-License-Identifier: Apache-2.0
// What the jq program says is what Tenon says.
#include <cppunit/extensions/HelperMacros.h>

#include "expr/oracle.h"
#include "tenon/json.h"

namespace json = tenon::json;
using support::Answers;
using support::Pair;

namespace {

std::string text(const Answers& answers) {
    std::string out;
    for (const auto& one : answers) out += (out.empty() ? "" : ", ") + json::write(one);
    return out.empty() ? "nothing" : out;
}

// In parentheses, even a plain path is more than that.
void compare(const std::vector<Pair>& pairs) {
    const auto jq = jqSays(pairs);
    std::string wrong;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        for (const auto& tenon : {tenonSays(pairs[i]), tenonSays(pairs[i], "(", "\n)")}) {
            const bool equal = jq[i] == tenon;
            if (equal == pairs[i].differs.empty()) continue;
            wrong += pairs[i].expression + " of " + pairs[i].data + "\n    jq says " + text(jq[i]) +
                     ", Tenon " + text(tenon) +
                     (equal ? ", and they are listed as different" : "") + "\n";
            break;
        }
    }
    CPPUNIT_ASSERT_EQUAL(std::string(), wrong);
}

}  // namespace

class OracleTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OracleTest);
    CPPUNIT_TEST(saysWhatTheJqProgramSays);
    CPPUNIT_TEST(saysItOfGeneratedExpressionsToo);
    CPPUNIT_TEST_SUITE_END();

    void saysWhatTheJqProgramSays() { compare(support::readPairs(ORACLE)); }
    void saysItOfGeneratedExpressionsToo() {
        for (unsigned seed = 1; seed <= 4; ++seed) compare(support::makePairs(seed, 150));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(OracleTest);
