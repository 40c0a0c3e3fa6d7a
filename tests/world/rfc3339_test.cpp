// SPDX-License-Identifier: Apache-2.0
// Against the C library's calendar.
#include "text/rfc3339.h"

#include <cppunit/extensions/HelperMacros.h>

#include <ctime>
#include <random>
#include <string>
#include <vector>

using std::chrono::milliseconds;
using std::chrono::system_clock;

class Rfc3339Test : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(Rfc3339Test);
    CPPUNIT_TEST(writesWhatTheCalendarSays);
    CPPUNIT_TEST(countsMillisecondsUp);
    CPPUNIT_TEST_SUITE_END();

    static std::string calendar(std::int64_t seconds) {
        const std::time_t time = seconds;
        std::tm utc{};
        gmtime_r(&time, &utc);
        char out[32];
        return {out, std::strftime(out, sizeof out, "%Y-%m-%dT%H:%M:%S", &utc)};
    }
    static std::string at(std::int64_t ms) {
        return tenon::text::rfc3339(system_clock::time_point(milliseconds(ms)));
    }

    void writesWhatTheCalendarSays() {
        std::vector<std::int64_t> seconds{0,           -1,         951782399,
                                          951782400,   1709164800, 4107542399,
                                          -2208988800, 9223372035, -9223372036};
        std::mt19937_64 chance(1);
        std::uniform_int_distribution<std::int64_t> any(-9223372036, 9223372035);
        for (int i = 0; i < 10000; ++i) seconds.push_back(any(chance));
        for (const auto second : seconds)
            CPPUNIT_ASSERT_EQUAL(calendar(second) + ".007Z", at(second * 1000 + 7));
    }
    void countsMillisecondsUp() {
        CPPUNIT_ASSERT_EQUAL(std::string("1970-01-01T00:00:00.999Z"), at(999));
        CPPUNIT_ASSERT_EQUAL(std::string("1969-12-31T23:59:59.999Z"), at(-1));
        CPPUNIT_ASSERT_EQUAL(std::string("1970-01-01T00:00:00.001Z"),
                             tenon::text::rfc3339(system_clock::time_point(
                                 std::chrono::duration_cast<system_clock::duration>(
                                     std::chrono::nanoseconds(1'999'999)))));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(Rfc3339Test);
