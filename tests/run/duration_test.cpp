// SPDX-License-Identifier: Apache-2.0
#include "run/duration.h"

#include <cppunit/extensions/HelperMacros.h>

#include "tenon/json.h"

class DurationTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(DurationTest);
    CPPUNIT_TEST(readsBothForms);
    CPPUNIT_TEST(saysWhatIsNone);
    CPPUNIT_TEST(isDescribedForPeople);
    CPPUNIT_TEST_SUITE_END();

    // Milliseconds, or what is wrong.
    static std::string of(const std::string& json) {
        const auto read = tenon::run::durationOf(tenon::json::read(json).value());
        return read ? std::to_string(read.value().count()) : read.error().detail;
    }
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void readsBothForms() {
        struct Row {
            const char *json, *expected;
        };
        for (const auto& row :
             {Row{R"("PT1S")", "1000"},
              {R"("PT1M30S")", "90000"},
              {R"("PT0.25S")", "250"},
              {R"("PT0.0004S")", "0"},
              {R"("P1D")", "86400000"},
              {R"("P1W")", "604800000"},
              {R"("P1DT1H")", "90000000"},
              {R"("PT0S")", "0"},
              {R"({"seconds":1})", "1000"},
              {R"({"milliseconds":0})", "0"},
              {R"({"days":1,"hours":1,"minutes":1,"seconds":1,"milliseconds":1})", "90061001"}})
            same(std::string(row.json) + ": " + row.expected,
                 std::string(row.json) + ": " + of(row.json));
    }
    void saysWhatIsNone() {
        const auto wrong = [](const std::string& found) {
            return "Wanted a duration (days, hours, minutes, seconds, milliseconds, or ISO 8601 "
                   "such as PT1M30S), found " +
                   found + ".";
        };
        for (const char* text : {"", "P", "PT", "1S", "PT1", "P1Y", "P1M", "PT1S1M", "PT1D", "P1S",
                                 "P1DT", "PT-1S", "PT1e3S", "PTT1S", "PT1.2.3S", "pt1s", "PT 1S"})
            same(wrong("\"" + std::string(text) + "\""), of("\"" + std::string(text) + "\""));
        same(wrong("an object"), of("{}"));
        same(wrong("an integer"), of("5"));
        same(wrong("\"weeks\""), of(R"({"weeks":1})"));
        same(wrong("-1 for \"seconds\""), of(R"({"seconds":-1})"));
        same(wrong("0.5 for \"seconds\""), of(R"({"seconds":0.5})"));
        same(wrong("more than a century"), of(R"({"days":36601})"));
        same(wrong("more than a century"), of(R"({"days":9223372036854775807})"));
        same(wrong("\"P36601D\""), of(R"("P36601D")"));
    }
    void isDescribedForPeople() {
        const auto described = [](std::int64_t time) {
            return tenon::run::describe(tenon::run::Milliseconds(time));
        };
        same("0 ms", described(0));
        same("250 ms", described(250));
        same("1 h 30 min", described(5'400'000));
        same("1 d 1 h 1 min 1 s 1 ms", described(90'061'001));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(DurationTest);
