// SPDX-License-Identifier: Apache-2.0
// tenon::call: a step typed on the caller's side.
#include <cppunit/extensions/HelperMacros.h>

#include "support/bare_context.h"
#include "tenon/step.h"

namespace {

struct Nothing {
    static constexpr auto fields() { return std::tuple{}; }
};
struct Made {
    std::int64_t id{};
    static constexpr auto fields() {
        return std::tuple{tenon::required("id", &Made::id, "Number")};
    }
};

// Gives what it is told to, as a step of another version of the plugin may.
class Gives final : public tenon::Step {
  public:
    explicit Gives(tenon::Result<tenon::Value> result) : result_(std::move(result)) {}
    tenon::Result<tenon::Value> run(const tenon::Value&, tenon::Context&) override {
        return result_;
    }

  private:
    const tenon::Result<tenon::Value> result_;
};

tenon::Result<Made> called(tenon::Result<tenon::Value> result) {
    Gives step(std::move(result));
    support::BareContext context;
    return tenon::call<Made>(step, Nothing(), context);
}

}  // namespace

class CallTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CallTest);
    CPPUNIT_TEST(readsTheOutputs);
    CPPUNIT_TEST(passesTheErrorOn);
    CPPUNIT_TEST(saysThatTheStepRanWhereItsOutputsDoNotFit);
    CPPUNIT_TEST_SUITE_END();

    void readsTheOutputs() {
        CPPUNIT_ASSERT_EQUAL(std::int64_t(7),
                             called(tenon::Value(tenon::Object{{"id", 7}})).value().id);
    }
    void passesTheErrorOn() {
        auto error = tenon::makeError(tenon::ErrorKind::timeout, "deadline", "Too late.");
        error.done = tenon::Done::maybe;
        const auto result = called(error);
        CPPUNIT_ASSERT(!result);
        CPPUNIT_ASSERT_EQUAL(std::string("Too late."), result.error().detail);
        CPPUNIT_ASSERT(result.error().done == tenon::Done::maybe);
    }
    void saysThatTheStepRanWhereItsOutputsDoNotFit() {
        const auto result = called(tenon::Value(tenon::Object{{"id", "seven"}}));
        CPPUNIT_ASSERT(!result);
        CPPUNIT_ASSERT_EQUAL(
            std::string("The outputs do not fit.\n  /id is a string; wanted an integer"),
            result.error().detail);
        CPPUNIT_ASSERT_EQUAL(std::string("invalid outputs"), result.error().title);
        CPPUNIT_ASSERT(result.error().done == tenon::Done::yes);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(CallTest);
