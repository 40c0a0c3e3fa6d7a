// SPDX-License-Identifier: Apache-2.0
#include "tenon/json.h"

#include <cppunit/extensions/HelperMacros.h>

#include <limits>

namespace json = tenon::json;
using tenon::Value;

class JsonTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(JsonTest);
    CPPUNIT_TEST(keepsIntegersExactAndMembersInOrder);
    CPPUNIT_TEST(writesRealsAsPeopleDo);
    CPPUNIT_TEST(writesWhatJsonCannotSay);
    CPPUNIT_TEST(readsBareScalars);
    CPPUNIT_TEST(refusesMoreThanOneValue);
    CPPUNIT_TEST(carriesWideIntegersDigitForDigit);
    CPPUNIT_TEST(refusesWideIntegersThatAreNoJson);
    CPPUNIT_TEST(refusesDoubledNamesUnlessLenient);
    CPPUNIT_TEST(readsNamesThatHoldANul);
    CPPUNIT_TEST(masksSecretsUnlessToldToReveal);
    CPPUNIT_TEST(refusesTextThatIsNotJson);
    CPPUNIT_TEST_SUITE_END();

    static std::string again(std::string_view text, json::Reading reading = json::Reading::strict) {
        const auto value = json::read(text, reading);
        return value ? json::write(value.value()) : value.error().detail;
    }
    static std::string kindOf(std::string_view text, json::Reading reading) {
        const auto value = json::read(text, reading);
        if (!value) return value.error().detail;
        if (value.value().wide()) return "wide";
        return value.value().integer() ? "integer" : value.value().real() ? "real" : "string";
    }
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void keepsIntegersExactAndMembersInOrder() {
        const char* text =
            R"({"z":9223372036854775807,"a":[-9223372036854775808,0.1,true,null,"\n"]})";
        same(text, again(text));
        for (const char* wide : {"9007199254740993", "-9007199254740993", "-9223372036854775807"})
            same(wide, again(wide));
    }
    void writesRealsAsPeopleDo() {
        same("[-0,-0,0]", again("[-0e6,-0,0]"));
        same("[100000,0.5,-0.00001,1e-06,1e+17,12345678.25]",
             again("[1e5,5e-1,-1e-5,1e-6,1e17,1.234567825e7]"));
    }
    void writesWhatJsonCannotSay() {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        same("[1.7976931348623157e+308,-1.7976931348623157e+308,null]",
             json::write(tenon::Array{infinity, -infinity, nan}));
    }
    void readsBareScalars() {
        same("1", again("1"));
        same("\"s\"", again(" \"s\" "));
        same("null", again("null"));
    }
    void refusesMoreThanOneValue() {
        same("This is not JSON: there is more than one value.", again("1,2"));
        same("This is not JSON: Excess characters found after JSON end.", again("1],[2"));
    }
    void carriesWideIntegersDigitForDigit() {
        const std::string long1000 = "1" + std::string(999, '0');
        for (const auto reading : {json::Reading::strict, json::Reading::lenient}) {
            for (const std::string& text :
                 {std::string("9223372036854775808"), std::string("-9223372036854775809"),
                  std::string(R"({"n":9223372036854775808})"), long1000, "[-" + long1000 + "]",
                  std::string(
                      R"([-9223372036854775809,1,{"a":[18446744073709551616,-0],"b":"1"}])"),
                  std::string(R"(["18446744073709551616",18446744073709551616,0,1.5])")})
                same(text, again(text, reading));
            same("wide", kindOf("9223372036854775808", reading));
            same("wide", kindOf(" -9223372036854775809\n", reading));
            same("integer", kindOf("9223372036854775807", reading));
            same("integer", kindOf("-9223372036854775808", reading));
            same("real", kindOf("9223372036854775808.0", reading));
            same("real", kindOf("9223372036854775808e0", reading));
            same("string", kindOf("\"9223372036854775808\"", reading));
        }
    }
    // As of any number, only what JSON's grammar has.
    void refusesWideIntegersThatAreNoJson() {
        for (const std::string around :
             {"0#", "-0#", "00#", "+#", "--#",  "#-",  "#+", "#-5", "#+1", "#a",
              "a#", ".#",  "#.",  "#e", "#..1", "# #", "x#", "0x#", "-+#", "#_0"}) {
            auto text = around;
            text.replace(text.find('#'), 1, "12345678901234567890");
            for (const auto* all : {"$", "[$]", "{\"a\":$}", "[1,$]", "[$,1]"}) {
                std::string whole = all;
                whole.replace(whole.find('$'), 1, text);
                CPPUNIT_ASSERT_MESSAGE(whole, !json::read(whole).ok());
            }
        }
        CPPUNIT_ASSERT(!json::read(R"({12345678901234567890:1})").ok());
    }
    void refusesDoubledNamesUnlessLenient() {
        same("This is not JSON: the name \"a\" stands twice.", again(R"({"a":1,"a":2})"));
        same(R"({"a":2})", again(R"({"a":1,"a":2})", json::Reading::lenient));
    }
    void readsNamesThatHoldANul() {
        for (const auto* text :
             {R"({"a\u0000b":1,"a\u0000c":2,"a":3})", R"({"\u0000":{"\u0000\u0000":["\u0000"]}})",
              R"([{"x":"a\u0000"},{"\u0000a":"\":"},{"a\u0000\"":1}])", R"({"a\\u0000":"\u0000"})",
              R"([["\u0000","b"],{"c":{"d\u0000e":{}}}])"})
            for (const auto reading : {json::Reading::strict, json::Reading::lenient})
                same(text, again(text, reading));
        same(R"({"a\u0000":1})", again("{ \"a\\u0000\" \n: 1}"));
        CPPUNIT_ASSERT(!json::read(R"({"a\u0000":1,"a\u0000":2})").ok());
    }
    void masksSecretsUnlessToldToReveal() {
        const Value value(tenon::Array{Value(tenon::Secret("s3cret"))});
        same(R"(["********"])", json::write(value));
        same(R"(["s3cret"])", json::write(value, json::Secrets::reveal));
    }
    void refusesTextThatIsNotJson() {
        for (const char* text : {"", "{", "[1-2]", "[1+]", "[--1]", "-", "[1,]", "01", "NaN",
                                 "[tru", "{\"a\" 1}", "[1e400]", "\"\x01\"", "[-]"})
            CPPUNIT_ASSERT_MESSAGE(text, !json::read(text).ok());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(JsonTest);
