// SPDX-License-Identifier: Apache-2.0
// What calls of plugins that overlap leave of the process.
#include "catalog/process_state.h"

#include <cppunit/extensions/HelperMacros.h>

#include <optional>

using tenon::catalog::ProcessState;

class ProcessStateTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ProcessStateTest);
    CPPUNIT_TEST(bringsBackNothingThatAnotherChanged);
    CPPUNIT_TEST(looksAgainWhenAllAreOut);
    CPPUNIT_TEST_SUITE_END();

    struct sigaction before_ {};

    static bool isIgnored() {
        struct sigaction now {};
        ::sigaction(SIGHUP, nullptr, &now);
        return now.sa_handler == SIG_IGN;
    }

  public:
    void setUp() override { ::sigaction(SIGHUP, nullptr, &before_); }
    void tearDown() override { ::sigaction(SIGHUP, &before_, nullptr); }

    void bringsBackNothingThatAnotherChanged() {
        std::optional<ProcessState> first(std::in_place);
        ::signal(SIGHUP, SIG_IGN);  // the first one's plugin does
        std::optional<ProcessState> second(std::in_place);
        first.reset();
        CPPUNIT_ASSERT(!isIgnored());
        second.reset();
        CPPUNIT_ASSERT(!isIgnored());
    }
    // What the host itself changes between calls stays.
    void looksAgainWhenAllAreOut() {
        { const ProcessState state; }
        ::signal(SIGHUP, SIG_IGN);
        { const ProcessState state; }
        CPPUNIT_ASSERT(isIgnored());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ProcessStateTest);
