// SPDX-License-Identifier: Apache-2.0
// Single words of a manifest: what an unquoted one means, and which one was meant.
#include <cppunit/extensions/HelperMacros.h>

#include "manifest/scalar.h"
#include "tenon/json.h"
#include "text/suggest.h"

using tenon::text::nearest;

class WordsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(WordsTest);
    CPPUNIT_TEST(readsScalarsByTheCoreSchema);
    CPPUNIT_TEST(givesNothingForNumbersOutOfBounds);
    CPPUNIT_TEST(suggestsTheNearestWord);
    CPPUNIT_TEST(suggestsNothingThatIsFar);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void readsScalarsByTheCoreSchema() {
        const std::pair<const char*, const char*> table[] = {
            {"", "null"},
            {"~", "null"},
            {"null", "null"},
            {"Null", "null"},
            {"NULL", "null"},
            {"nULL", "\"nULL\""},
            {"true", "true"},
            {"True", "true"},
            {"FALSE", "false"},
            {"yes", "\"yes\""},
            {"on", "\"on\""},
            {"n", "\"n\""},
            {"0", "0"},
            {"-0", "0"},
            {"+12", "12"},
            {"-12", "-12"},
            {"0123", "123"},
            {"1_000", "\"1_000\""},
            {"0x1F", "31"},
            {"0o17", "15"},
            {"0x", "\"0x\""},
            {"-0x1f", "\"-0x1f\""},
            {"0b1", "\"0b1\""},
            {"0o8", "\"0o8\""},
            {"1.5", "1.5"},
            {"-.5", "-0.5"},
            {"5.", "5"},
            {"1e3", "1000"},
            {"1E-2", "0.01"},
            {".", "\".\""},
            {"1.2.3", "\"1.2.3\""},
            {"1e", "\"1e\""},
            {"12:30", "\"12:30\""},
            {".inf", "\".inf\""},
            {".nan", "\".nan\""},
            {"-", "\"-\""},
            {"9223372036854775807", "9223372036854775807"},
            {"-9223372036854775808", "-9223372036854775808"},
            {"9223372036854775808", "9223372036854775808"},
            {"-9223372036854775809", "-9223372036854775809"},
            {"+000009223372036854775808", "9223372036854775808"},
            {"-009223372036854775809", "-9223372036854775809"},
            {"0x7fffffffffffffff", "9223372036854775807"},
            {"2026-01-02", "\"2026-01-02\""},
        };
        for (const auto& [text, expected] : table)
            same(std::string(text) + " " + expected,
                 std::string(text) + " " + tenon::json::write(*tenon::manifest::plainScalar(text)));
    }
    void givesNothingForNumbersOutOfBounds() {
        for (const char* text :
             {"0xffffffffffffffff", "0o7777777777777777777777", "1e999", "-1e999"})
            CPPUNIT_ASSERT_MESSAGE(text, !tenon::manifest::plainScalar(text));
    }
    void suggestsTheNearestWord() {
        same("then", nearest("thn", {"set", "then", "timeout"}));
        same("then", nearest("tehn", {"when", "then"}));  // two neighbours changed places: one slip
        same("CreateThing", nearest("creatething", {"Create", "CreateThing"}));
        same("a", nearest("b", {"a", "ab"}));
        same("; did you mean \"set\"?", tenon::text::didYouMean("st", {"call", "set"}));
    }
    void suggestsNothingThatIsFar() {
        same("", nearest("whatever", {"set", "then", "call"}));
        same("", nearest("x", {}));
        same("", nearest("", {"set"}));
        same("", tenon::text::didYouMean("whatever", {"set"}));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(WordsTest);
