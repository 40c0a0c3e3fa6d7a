// SPDX-License-Identifier: Apache-2.0
// A step one of whose inputs decides whether its call comes to the same when it is done twice.
#include "run/idempotence.h"

#include <cppunit/extensions/HelperMacros.h>

#include <algorithm>

#include "fakes/fake_world.h"
#include "tenon/json.h"

using fakes::FakeWorld;
using tenon::Done;
using tenon::Value;

class StepRepeatsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(StepRepeatsTest);
    CPPUNIT_TEST(anInputDecidesWhetherACallIsRepeated);
    CPPUNIT_TEST_SUITE_END();

    static std::string retried(const std::string& task) {
        return "  - t:\n      try:\n        - a: " + task +
               "\n      catch: {retry: {limit: {attempt: {count: 3}}}}\n";
    }
    void anInputDecidesWhetherACallIsRepeated() {
        const Value inputs = tenon::json::read(R"({"type":"object","properties":{"method":{
            "type":"string","default":"GET"},"x":{}},"x-idempotent":{"method":["GET","PUT"]}})")
                                 .value();
        const std::pair<const char*, int> rows[] = {
            {"", 4},
            {", with: {}", 4},
            {", with: {method: GET}", 4},
            {", with: {method: '${ null }'}", 4},
            {", with: {method: '${ \"PUT\" }'}", 4},
            {", with: '${ {method: \"PUT\"} }'", 4},
            {", with: {method: POST}", 1},
            {", with: {method: get}", 1},
            {", with: {method: '${ \"POST\" }'}", 1},
        };
        for (const auto& [with, times] : rows) {
            FakeWorld world;
            world.steps.known[1].inputs = inputs;
            const auto result = world.run(retried("{call: Free" + std::string(with) +
                                                  ", output: {as: '${ error(\"no\") }'}}"));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(
                with, std::ptrdiff_t(times),
                std::count(world.steps.calls.begin(), world.steps.calls.end(), '\n'));
            CPPUNIT_ASSERT_MESSAGE(with,
                                   result.error().done == (times == 1 ? Done::yes : Done::no));
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(StepRepeatsTest);
