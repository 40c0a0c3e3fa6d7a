// SPDX-License-Identifier: Apache-2.0
#include <cppunit/extensions/HelperMacros.h>

#include "tenon/http.h"

class RetryAfterTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RetryAfterTest);
    CPPUNIT_TEST(takesSeconds);
    CPPUNIT_TEST(takesADayForWhatIsLonger);
    CPPUNIT_TEST(takesADateAgainstTheAnswersOwn);
    CPPUNIT_TEST(takesNothingElse);
    CPPUNIT_TEST_SUITE_END();

    // -1 for nothing.
    static long of(const std::string& wish, const std::string& date = "") {
        tenon::HttpResponse response;
        response.headers = {{"retry-after", wish}};
        if (!date.empty()) response.headers.push_back({"Date", date});
        const auto found = tenon::retryAfter(response);
        return found ? static_cast<long>(found->count()) : -1;
    }
    static constexpr const char* kNoon = "Wed, 25 Nov 2026 12:00:00 GMT";

    void takesSeconds() {
        CPPUNIT_ASSERT_EQUAL(0L, of("0"));
        CPPUNIT_ASSERT_EQUAL(120L, of("120"));
        CPPUNIT_ASSERT_EQUAL(7L, of("0000000000000000000000000000007"));
    }
    void takesADayForWhatIsLonger() {
        for (const char* wish : {"86400", "86401", "99999999", "4294967295", "4294967296",
                                 "9223372036854775807", "9223372036854775808",
                                 "18446744073709551616", "99999999999999999999999999999999999999"})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(wish, 86400L, of(wish));
        CPPUNIT_ASSERT_EQUAL(86400L, of(std::string(1'000'000, '9')));
        CPPUNIT_ASSERT_EQUAL(86400L, of("Wed, 25 Nov 2099 12:00:00 GMT", kNoon));
    }
    void takesADateAgainstTheAnswersOwn() {
        CPPUNIT_ASSERT_EQUAL(90L, of("Wed, 25 Nov 2026 12:01:30 GMT", kNoon));
        CPPUNIT_ASSERT_EQUAL(86400L, of("Thu, 26 Nov 2026 12:00:00 GMT", kNoon));
        CPPUNIT_ASSERT_EQUAL(0L, of("Wed, 25 Nov 2026 11:00:00 GMT", kNoon));
    }
    void takesNothingElse() {
        CPPUNIT_ASSERT_EQUAL(-1L, of("Wed, 25 Nov 2026 12:01:30 GMT"));
        CPPUNIT_ASSERT_EQUAL(-1L, of("Wed, 25 Nov 2026 12:01:30 GMT", "today"));
        for (const char* wish : {"", "-1", "1.5", "5 s", "+5", " 5", "5,6", "soon",
                                 "Wed, 99 Nov 2026 12:01:30 GMT", "Wed, 25 Nov 2026"})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(wish, -1L, of(wish, kNoon));
        CPPUNIT_ASSERT(!tenon::retryAfter({}));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RetryAfterTest);
