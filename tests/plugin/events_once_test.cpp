// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/events/once.h"

#include <cppunit/extensions/HelperMacros.h>

#include <atomic>
#include <thread>
#include <vector>

namespace {

using cloudelements::Event;
using cloudelements::Notification;
using cloudelements::Once;

class OnceTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OnceTest);
    CPPUNIT_TEST(takesEachEventOnce);
    CPPUNIT_TEST(takesAgainWhatWasGivenBack);
    CPPUNIT_TEST(forgetsTheOldest);
    CPPUNIT_TEST(takesOnceOfManyThreads);
    CPPUNIT_TEST_SUITE_END();

    static Notification from(const std::string& id) {
        Notification out;
        out.eventId = id;
        return out;
    }
    static Event event(const std::string& type, const std::string& id,
                       const std::string& what = "UPDATED") {
        Event out;
        out.objectType = type;
        out.objectId = id;
        out.type = what;
        return out;
    }

    void takesEachEventOnce() {
        Once once;
        const std::pair<std::string, Event> different[] = {
            {"e", event("accounts", "43")},
            {"f", event("accounts", "43")},
            {"e", event("accounts", "4")},
            {"e", event("contacts", "43")},
            {"e", event("accounts", "43", "DELETED")},
            {"e", event("accounts4", "3")},
            {"e", event("accounts", "")},
        };
        for (const auto& [id, one] : different) CPPUNIT_ASSERT(once.take(from(id), one));
        for (const auto& [id, one] : different) CPPUNIT_ASSERT(!once.take(from(id), one));
        auto later = event("accounts", "43");
        later.pollDate = "2018-07-31T19:39:46Z";
        later.whole = "another delivery";
        CPPUNIT_ASSERT(!once.take(from("e"), later));
        auto nameless = event("accounts", "");
        nameless.whole = "another";
        CPPUNIT_ASSERT(once.take(from("e"), nameless));
    }

    void takesAgainWhatWasGivenBack() {
        Once once(2);
        once.giveBack(from("e"), event("accounts", "1"));
        CPPUNIT_ASSERT(once.take(from("e"), event("accounts", "1")));
        CPPUNIT_ASSERT(once.take(from("e"), event("accounts", "2")));
        once.giveBack(from("e"), event("accounts", "1"));
        CPPUNIT_ASSERT(!once.take(from("e"), event("accounts", "2")));
        CPPUNIT_ASSERT(once.take(from("e"), event("accounts", "1")));
        CPPUNIT_ASSERT(!once.take(from("e"), event("accounts", "2")));
    }

    void forgetsTheOldest() {
        Once once(2);
        for (const char* id : {"1", "2", "3"})
            CPPUNIT_ASSERT(once.take(from("e"), event("accounts", id)));
        CPPUNIT_ASSERT(!once.take(from("e"), event("accounts", "3")));
        CPPUNIT_ASSERT(!once.take(from("e"), event("accounts", "2")));
        CPPUNIT_ASSERT(once.take(from("e"), event("accounts", "1")));
    }

    void takesOnceOfManyThreads() {
        Once once;
        std::atomic<int> taken = 0;
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int id = 0; id < 500; ++id)
                    if (once.take(from("e"), event("accounts", std::to_string(id)))) ++taken;
            });
        threads.clear();
        CPPUNIT_ASSERT_EQUAL(500, taken.load());
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OnceTest);

}  // namespace
