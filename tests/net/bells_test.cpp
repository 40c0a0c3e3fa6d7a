// SPDX-License-Identifier: Apache-2.0
#include "net/bells.h"

#include <cppunit/extensions/HelperMacros.h>
#include <poll.h>

#include "net/fault.h"
#include "net/waiter.h"

using tenon::net::Bells;
using tenon::net::Waiter;

class BellsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(BellsTest);
    CPPUNIT_TEST(servesOneRequestAfterTheOther);
    CPPUNIT_TEST(isThrownAwayOnceItRang);
    CPPUNIT_TEST(servesRequestsAtOnce);
    CPPUNIT_TEST_SUITE_END();

    static bool rings(int bell) {
        pollfd watched{bell, POLLIN, 0};
        return ::poll(&watched, 1, 0) > 0;
    }

    void servesOneRequestAfterTheOther() {
        Bells bells;
        const int first = bells.take();
        bells.put(first);
        std::stop_source source;
        const tenon::Limits limits{.stop = source.get_token()};
        { const Waiter waiter(limits, bells); }
        CPPUNIT_ASSERT_EQUAL(first, bells.take());
        bells.put(first);
    }
    // Else the next request would wait without rest.
    void isThrownAwayOnceItRang() {
        Bells bells;
        std::stop_source source;
        const tenon::Limits limits{.stop = source.get_token()};
        {
            Waiter waiter(limits, bells);
            source.request_stop();
            CPPUNIT_ASSERT_THROW(waiter.wait(0, 0), tenon::net::Fault);
        }
        const int next = bells.take();
        CPPUNIT_ASSERT(!rings(next));
        bells.put(next);
    }
    void servesRequestsAtOnce() {
        Bells bells;
        const int one = bells.take(), other = bells.take();
        CPPUNIT_ASSERT(one != other);
        bells.put(one);
        bells.put(other);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(BellsTest);
