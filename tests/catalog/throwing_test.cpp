// SPDX-License-Identifier: Apache-2.0
// Whatever a plugin throws, it becomes an Error at the host's boundary.
#include <cppunit/extensions/HelperMacros.h>

#include "catalog/catalog.h"
#include "support/bare_context.h"
#include "support/whole.h"

class ThrowingTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ThrowingTest);
    CPPUNIT_TEST(catchesWhatAConstructorThrows);
    CPPUNIT_TEST(catchesWhatRunThrows);
    CPPUNIT_TEST(keepsAStepError);
    CPPUNIT_TEST_SUITE_END();

    static void throws(const std::string& step, const std::string& expected) {
        tenon::catalog::Catalog catalog({TENON_TEST_PLUGINS "/throwing"});
        const auto* description = catalog.find(step);
        CPPUNIT_ASSERT(description);
        // What it throws is its own affair; the plugin is sound.
        CPPUNIT_ASSERT(!catalog.ready(*description));
        support::BareContext context;
        const auto result = catalog.call(*description, tenon::Value(), context);
        CPPUNIT_ASSERT_MESSAGE(step, !result);
        CPPUNIT_ASSERT_EQUAL(expected, support::whole(result.error()));
    }

    void catchesWhatAConstructorThrows() {
        throws("MakeInt",
               "runtime 500, exception: The constructor of MakeInt threw something that is no "
               "exception.");
        throws("MakePoco",
               "runtime 500, exception: The constructor of MakePoco threw a Poco::Exception: Not "
               "found: the thing.");
        throws("MakeStandard",
               "runtime 500, exception: The constructor of MakeStandard threw an exception: It is "
               "too far.");
    }
    // Nobody knows what it had done before.
    void catchesWhatRunThrows() {
        throws("RunInt",
               "runtime 500, maybe done, exception: The step RunInt threw something that is no "
               "exception.");
        throws("RunPoco",
               "runtime 500, maybe done, exception: The step RunPoco threw a Poco::Exception: Not "
               "found: the thing.");
        throws("RunStandard",
               "runtime 500, maybe done, exception: The step RunStandard threw an exception: It is "
               "too far.");
    }
    void keepsAStepError() {
        for (const auto* step : {"MakeStepError", "RunStepError"})
            throws(step, "authorization 403, retryable, no: You may not.");
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ThrowingTest);
