// SPDX-License-Identifier: Apache-2.0
// What the jq program says is what Tenon says, for paths without jq and for everything through it.
#include <cppunit/extensions/HelperMacros.h>

#include "expr/expression.h"
#include "expr/pairs.h"
#include "support/folder.h"
#include "support/process.h"
#include "tenon/json.h"

namespace json = tenon::json;
using support::Pair;
using tenon::Value;

namespace {

// A result as {"v": …}, an error as "error".
using Answers = std::vector<Value>;

// One process for all: a null before the results of each pair, of which the first counts. (jq's own
// first() would break out of a `try` inside, which takes that for an error.)
Answers jqSays(const std::vector<Pair>& pairs) {
    const support::Folder folder;
    std::string program, data;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const std::string datum = ".[" + std::to_string(i) + "]";
        program += std::string(i ? ", " : "") + "null, (" + datum + " | try {v: (" +
                   pairs[i].expression + "\n)} catch \"error\")\n";
        data += (i ? ", " : "[") + pairs[i].data;
    }
    const auto ended = support::run({"jq", "-c", "-f", folder.write("program.jq", program),
                                     folder.write("data.json", data + "]")});
    CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
    Answers out;
    bool first = false;
    std::istringstream lines(ended.out);
    for (std::string line; std::getline(lines, line);) {
        if (line == "null") {
            out.push_back(tenon::Object{{"v", Value()}});
            first = true;
        } else if (std::exchange(first, false)) {
            out.back() = json::read(line, json::Reading::lenient).value();
        }
    }
    CPPUNIT_ASSERT_EQUAL(pairs.size(), out.size());
    return out;
}

// With `front` and `back` around each expression.
Answers tenonSays(const std::vector<Pair>& pairs, const std::string& front = "",
                  const std::string& back = "") {
    tenon::expr::Compiler compiler({});
    std::vector<tenon::expr::Expression> expressions;
    for (const auto& pair : pairs)
        expressions.push_back(compiler.expression(front + pair.expression + back, pair.expression));
    for (const auto& fault : compiler.finish())
        CPPUNIT_FAIL("Tenon does not compile " + fault.pointer + ": " + fault.text);
    Answers out;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        tenon::expr::Scope scope;
        scope.dot = json::read(pairs[i].data).value();
        auto result = expressions[i].evaluate(scope);
        out.push_back(result ? Value(tenon::Object{{"v", std::move(result).value()}})
                             : Value("error"));
    }
    return out;
}

// The pairs that are not as they are to be, by name.
std::string differences(const std::vector<Pair>& pairs, const Answers& jq, const Answers& tenon) {
    std::string out;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const bool equal = jq[i] == tenon[i];
        if (equal == pairs[i].differs.empty()) continue;
        out += pairs[i].expression + " of " + pairs[i].data + "\n    jq says " +
               json::write(jq[i]) + ", Tenon " + json::write(tenon[i]) +
               (equal ? ", and they are listed as different" : "") + "\n";
    }
    return out;
}

void compare(const std::vector<Pair>& pairs) {
    const auto jq = jqSays(pairs);
    CPPUNIT_ASSERT_EQUAL(std::string(), differences(pairs, jq, tenonSays(pairs)));
    // In parentheses, even a plain path goes through jq.
    std::vector<Pair> alike;
    Answers theirs;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (!pairs[i].differs.empty()) continue;
        alike.push_back(pairs[i]);
        theirs.push_back(jq[i]);
    }
    CPPUNIT_ASSERT_EQUAL(std::string(), differences(alike, theirs, tenonSays(alike, "(", "\n)")));
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
