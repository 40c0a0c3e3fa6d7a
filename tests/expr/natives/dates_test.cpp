// SPDX-License-Identifier: Apache-2.0
#include "natives/dates.h"

#include <cppunit/extensions/HelperMacros.h>

#include <cstdlib>
#include <ctime>

#include "expr/natives/called.h"

using namespace tenon::expr;

namespace {

using Row = support::CalledRow;

constexpr const char* kIso = R"(["%Y-%m-%dT%H:%M:%SZ"])";
constexpr const char* kTooFar =
    "error: error converting number of seconds since epoch to datetime.";

const Row kTimes[] = {
    {"gmtime", "0", "[]", "[1970,0,1,0,0,0,4,0]"},
    {"gmtime", "1425599507", "[]", "[2015,2,5,23,51,47,4,63]"},
    {"gmtime", "1425599507.25", "[]", "[2015,2,5,23,51,47.25,4,63]"},
    {"gmtime", "-1", "[]", "[1969,11,31,23,59,59,3,364]"},
    {"gmtime", "-0.75", "[]", "[1969,11,31,23,59,59.25,3,364]"},
    {"gmtime", "951782400", "[]", "[2000,1,29,0,0,0,2,59]"},
    {"gmtime", "-62135596801", "[]", "[0,11,31,23,59,59,0,365]"},
    {"gmtime", "1000000000000", "[]", "[33658,8,27,1,46,40,5,269]"},
    {"gmtime", "1e300", "[]", kTooFar},
    {"gmtime", "1e18", "[]", kTooFar},
    {"gmtime", "9223372036854775807", "[]", kTooFar},
    {"gmtime", "-9223372036854775808", "[]", kTooFar},
    {"gmtime", R"("@nan")", "[]", kTooFar},
    {"gmtime", R"("@inf")", "[]", kTooFar},
    {"gmtime", R"("@wide 12345678901234567890")", "[]", kTooFar},
    {"gmtime", R"("a")", "[]", "error: gmtime() requires numeric inputs."},
    {"mktime", "[2015,2,5,23,51,47,4,63]", "[]", "1425599507"},
    {"mktime", "[2015,2,5.9,23,51,47.9]", "[]", "1425599507"},
    {"mktime", "[2024,8,21]", "[]", "1726876800"},
    {"mktime", "[1969,11,31,23,59,59,3,364]", "[]", "-1"},
    {"mktime", "[2024,1,30,0,0,0,0,0]", "[]", "1709251200"},
    {"mktime", "[2024,13,30,0,0,0,0,0]", "[]", "1740873600"},
    {"mktime", "[2024,-1,1]", "[]", "1701388800"},
    {"mktime", "[1e12,1,30,0,0,0,0,0]", "[]", "67767976207180800"},
    {"mktime", "[1e300,1e300,1e300,1e300,1e300,1e300]", "[]", "73608717257295667"},
    {"mktime", R"([2024,"@nan",1])", "[]", "error: mktime requires parsed datetime inputs."},
    {"mktime", R"(["a",1,2,3,4,5,6,7])", "[]", "error: mktime requires parsed datetime inputs."},
    {"mktime", R"("a")", "[]", "error: mktime requires array inputs."},
};

const Row kWritten[] = {
    {"strftime", "[2015,2,5,23,51,47,4,63]", kIso, R"("2015-03-05T23:51:47Z")"},
    {"strftime", "[2024,2,15]", kIso, R"("2024-03-15T00:00:00Z")"},
    {"strftime", "[2024,2,15]", R"(["%A %j"])", R"("Friday 075")"},
    {"strftime", "1435677542.822351", R"(["%A, %B %d, %Y"])", R"("Tuesday, June 30, 2015")"},
    {"strftime", "0", R"(["%s %Z %z %G %V %q%%%"])", R"("0 GMT +0000 1970 01 %q%%")"},
    {"strftime", "0", R"(["%-d|%_d|%^a|%5Y|%Ey|%Od|%P|%c"])",
     R"("1| 1|THU|01970|70|01|am|Thu Jan  1 00:00:00 1970")"},
    {"strftime", "0", R"([""])", R"("")"},
    {"strftime", "0", R"(["é\u0000%\u0000x"])", R"("é\u0000%\u0000x")"},
    {"strftime", "0", R"(["%999d"])", nullptr},
    {"strftime", "0", R"(["%1000d"])",
     "error: strftime/1: a field is a thousand characters wide or more."},
    {"strftime", "0", R"(["%99999999999999999999d"])",
     "error: strftime/1: a field is a thousand characters wide or more."},
    {"strftime", "0", R"(["@secret %Y"])", R"(secret: "1970")"},
    {"strftime", "1e300", R"(["%Y"])", kTooFar},
    {"strftime", "[1e300,-1e300,1e300,1e300,1e300,1e300,1e300,-1e300]", R"(["%c%U%W%j%G%V%I%p"])",
     nullptr},
    {"strftime", "0", "[[]]", "error: strftime/1 requires a string format."},
    {"strftime", R"(["a",1])", R"(["%Y"])", "error: strftime/1 requires parsed datetime inputs."},
    {"strftime", R"("a")", "[1]", "error: strftime/1 requires parsed datetime inputs."},
};

const Row kRead[] = {
    {"strptime", R"("2015-03-05T23:51:47Z")", kIso, "[2015,2,5,23,51,47,4,63]"},
    {"strptime", R"("2015-02-31T00:00:00Z")", kIso, "[2015,1,31,0,0,0,2,61]"},
    {"strptime", R"("2015-03-05T23:51:47Z foo")", kIso, R"([2015,2,5,23,51,47,4,63," foo"])"},
    {"strptime", R"("Thu, 05 Mar 2015 23:51:47 +0100")", R"(["%a, %d %b %Y %H:%M:%S %z"])",
     "[2015,2,5,22,51,47,4,63]"},
    {"strptime", R"("2015-03-05T23:51:47-01:30")", R"(["%Y-%m-%dT%H:%M:%S%z"])",
     "[2015,2,6,1,21,47,5,64]"},
    {"strptime", R"("2015-03-05T23:51:47Z")", R"(["%FT%T%z"])", "[2015,2,5,23,51,47,4,63]"},
    {"strptime", R"("1425599621")", R"(["%s"])", "[2015,2,5,23,53,41,4,63]"},
    {"strptime", R"("9223372036854775807")", R"(["%s"])",
     R"(error: date "9223372036854775807" does not match format "%s".)"},
    {"strptime", R"("2015-064")", R"(["%Y-%j"])", "[2015,2,5,0,0,0,4,63]"},
    {"strptime", R"("2015 10 1")", R"(["%Y %U %w"])", "[2015,2,9,0,0,0,1,67]"},
    {"strptime", R"("2015 10 1")", R"(["%Y %W %u"])", "[2015,2,9,0,0,0,1,67]"},
    {"strptime", R"("march 3")", R"(["%B %d"])", "[1900,2,3,0,0,0,6,61]"},
    {"strptime", R"("12 PM")", R"(["%I %p"])", "[1900,0,0,12,0,0,0,-1]"},
    {"strptime", R"("PM 01:02")", R"(["%p %I:%M"])", "[1900,0,0,13,2,0,0,-1]"},
    {"strptime", R"("10:20:60")", R"(["%T"])", "[1900,0,0,10,20,60,0,-1]"},
    {"strptime", R"("Monday")", R"(["%A"])", "[1900,0,0,0,0,0,1,-1]"},
    {"strptime", R"("99")", R"(["%y"])", "[1999,0,0,0,0,0,4,-1]"},
    {"strptime", R"("20")", R"(["%C"])", "[2000,0,0,0,0,0,5,-1]"},
    {"strptime", R"("20151231")", R"(["%Y%m%d"])", "[2015,11,31,0,0,0,4,364]"},
    {"strptime", R"("12 CET")", R"(["%d %Z"])", "[1900,0,12,0,0,0,5,11]"},
    {"strptime", R"("Thu Mar  5 23:51:47 2015")", R"(["%c"])", "[2015,2,5,23,51,47,4,63]"},
    {"strptime", R"("2015-03-05T23:51:47Zx")", kIso,
     R"(error: date "2015-03-05T23:51:47Zx" does not match format "%Y-%m-%dT%H:%M:%SZ".)"},
    {"strptime", R"("a")", R"(["%q"])", R"(error: date "a" does not match format "%q".)"},
    {"strptime", R"("a")", R"(["%"])", R"(error: date "a" does not match format "%".)"},
    {"strptime", R"("a")", R"(["%E"])", R"(error: date "a" does not match format "%E".)"},
    {"strptime", R"("@secret abcdef")", R"(["%Y"])",
     R"(error: date "********" does not match format "%Y".)"},
    {"strptime", "1", R"(["%Y"])", "error: strptime/1 requires string inputs and arguments."},
    {"strptime", R"("2015")", "[1]", "error: strptime/1 requires string inputs and arguments."},
};

}  // namespace

class DateNativesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(DateNativesTest);
    CPPUNIT_TEST(countsTime);
    CPPUNIT_TEST(writesDates);
    CPPUNIT_TEST(readsDates);
    CPPUNIT_TEST(isTheLibrarysCalendar);
    CPPUNIT_TEST(knowsNoZoneOfTheProcess);
    CPPUNIT_TEST_SUITE_END();

    void countsTime() { support::sameAs(kTimes, dateNatives()); }
    void writesDates() { support::sameAs(kWritten, dateNatives()); }
    void readsDates() { support::sameAs(kRead, dateNatives()); }

    // Each 7th hour or so of some thousand years, both ways.
    void isTheLibrarysCalendar() {
        for (std::time_t at = -70'000'000'000; at < 70'000'000'000; at += 7'654'321) {
            std::tm tm{};
            ::gmtime_r(&at, &tm);
            char expected[100];
            std::snprintf(expected, sizeof expected, "[%d,%d,%d,%d,%d,%d,%d,%d]", tm.tm_year + 1900,
                          tm.tm_mon, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec, tm.tm_wday,
                          tm.tm_yday);
            const auto parts = support::called(dateNatives(), "gmtime", std::to_string(at));
            CPPUNIT_ASSERT_EQUAL(std::string(expected), parts);
            CPPUNIT_ASSERT_EQUAL(std::to_string(at),
                                 support::called(dateNatives(), "mktime", parts));
        }
    }

    void knowsNoZoneOfTheProcess() {
        const char* before = std::getenv("TZ");
        const std::string kept = before ? before : "";
        ::setenv("TZ", "America/New_York", 1);
        ::tzset();
        const auto written =
            support::called(dateNatives(), "strftime", "[2015,6,5,1]", R"(["%s %Z %z %H"])");
        const auto read =
            support::called(dateNatives(), "strptime", R"("1425599621")", R"(["%s"])");
        before ? ::setenv("TZ", kept.c_str(), 1) : ::unsetenv("TZ");
        ::tzset();
        CPPUNIT_ASSERT_EQUAL(std::string(R"("1436058000 GMT +0000 01")"), written);
        CPPUNIT_ASSERT_EQUAL(std::string("[2015,2,5,23,53,41,4,63]"), read);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(DateNativesTest);
