// SPDX-License-Identifier: Apache-2.0
#include "run/retry.h"

#include <cppunit/extensions/HelperMacros.h>

#include <vector>

using tenon::run::Backoff;
using tenon::run::Milliseconds;
using tenon::run::RetryState;
using tenon::run::RetryTimes;

class RetryTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RetryTest);
    CPPUNIT_TEST(delaysAsTheBackoffSays);
    CPPUNIT_TEST(addsJitter);
    CPPUNIT_TEST(endsAtEachLimit);
    CPPUNIT_TEST(waitsAsLongAsTheServerWishes);
    CPPUNIT_TEST_SUITE_END();

    static constexpr std::int64_t kDay = 24 * 3'600'000;

    struct Row {
        const char* name;
        RetryTimes times;
        RetryState state;
        std::int64_t expected;  // milliseconds; -1: no retry
    };
    static void hold(const std::vector<Row>& rows) {
        for (const auto& row : rows) {
            const auto delay = tenon::run::retryDelay(row.times, row.state);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(row.name, row.expected,
                                         delay ? std::int64_t{delay->count()} : -1);
        }
    }
    static RetryTimes every(std::int64_t delay,
                            tenon::run::Backoff backoff = tenon::run::Backoff::constant) {
        return {.delay = Milliseconds(delay), .backoff = backoff, .count = 1'000'000'000};
    }
    static RetryState the(std::int64_t retry) { return {.retry = retry}; }

    void delaysAsTheBackoffSays() {
        hold({{"no delay", every(0), the(1), 0},
              {"constant, first", every(300), the(1), 300},
              {"constant, ninth", every(300), the(9), 300},
              {"linear, first", every(300, tenon::run::Backoff::linear), the(1), 300},
              {"linear, third", every(300, tenon::run::Backoff::linear), the(3), 900},
              {"linear, a day at most", every(300, tenon::run::Backoff::linear), the(900'000'000),
               kDay},
              {"exponential, first", every(300, tenon::run::Backoff::exponential), the(1), 300},
              {"exponential, second", every(300, tenon::run::Backoff::exponential), the(2), 600},
              {"exponential, fifth", every(300, tenon::run::Backoff::exponential), the(5), 4'800},
              {"exponential, a day at most", every(1, tenon::run::Backoff::exponential), the(200),
               kDay},
              {"exponential of nothing", every(0, tenon::run::Backoff::exponential), the(200), 0},
              {"longer than a day where it says so",
               every(3 * kDay, tenon::run::Backoff::exponential), the(4), 3 * kDay}});
    }
    void addsJitter() {
        auto jittered = every(1'000, tenon::run::Backoff::linear);
        jittered.jitterFrom = Milliseconds(100);
        jittered.jitterTo = Milliseconds(300);
        hold({{"least", jittered, {.retry = 1, .fraction = 0}, 1'100},
              {"middle", jittered, {.retry = 1, .fraction = 0.5}, 1'200},
              {"most", jittered, {.retry = 1, .fraction = 0.9999}, 1'299},
              {"on top of the backoff", jittered, {.retry = 2, .fraction = 0.5}, 2'200}});
    }
    void endsAtEachLimit() {
        auto counted = every(10);
        counted.count = 3;
        auto timed = every(10);
        timed.count = std::nullopt;
        timed.duration = Milliseconds(1'000);
        auto both = timed;
        both.count = 2;
        auto none = every(10);
        none.count = std::nullopt;
        auto never = every(10);
        never.count = 0;
        const auto at = [](std::int64_t elapsed, std::int64_t retry = 1) {
            return RetryState{.retry = retry, .elapsed = Milliseconds(elapsed)};
        };
        hold({{"the last of the count", counted, the(3), 10},
              {"one more", counted, the(4), -1},
              {"a count of none", never, the(1), -1},
              {"no limit: ten", none, the(10), 10},
              {"no limit: no eleventh", none, the(11), -1},
              {"begins just in time", timed, at(990), 10},
              {"would begin too late", timed, at(991), -1},
              {"time alone has no count", timed, at(0, 5'000), 10},
              {"both: the count first", both, at(0, 3), -1},
              {"both: the time first", both, at(991), -1}});
    }
    void waitsAsLongAsTheServerWishes() {
        auto timed = every(10'000);
        timed.duration = Milliseconds(60'000);
        const auto wish = [](int seconds) {
            return RetryState{.retry = 1, .retryAfter = std::chrono::seconds(seconds)};
        };
        hold({{"longer", timed, wish(30), 30'000},
              {"shorter", timed, wish(5), 10'000},
              {"a day at most", every(0), wish(99'999'999), kDay},
              {"beyond all numbers",
               every(0),
               {.retry = 1, .retryAfter = std::chrono::seconds::max()},
               kDay},
              {"in the past", every(5), {.retry = 1, .retryAfter = std::chrono::seconds::min()}, 5},
              {"beyond the limit", timed, wish(61), -1}});
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RetryTest);
