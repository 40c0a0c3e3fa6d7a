// SPDX-License-Identifier: Apache-2.0
// Fault files that are not what they must be: nothing is started, and the text says where and why.
#include <cppunit/extensions/HelperMacros.h>

#include "running_sandbox.h"

using support::RunningSandbox;

class FaultFileTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FaultFileTest);
    CPPUNIT_TEST(takesNothingAndEmptiness);
    CPPUNIT_TEST(refusesUnknownMembers);
    CPPUNIT_TEST(refusesOtherTypes);
    CPPUNIT_TEST(refusesNumbersThatCannotBe);
    CPPUNIT_TEST(refusesARuleThatWouldNeverFit);
    CPPUNIT_TEST(refusesAWrongTimeToDrop);
    CPPUNIT_TEST(refusesAResetOfNothing);
    CPPUNIT_TEST(refusesToActTwiceLater);
    CPPUNIT_TEST_SUITE_END();

    static void refused(const std::string& problem, const std::string& faults) {
        try {
            const RunningSandbox platform(faults);
        } catch (const tenon::StepError& e) {
            CPPUNIT_ASSERT_EQUAL("In the sandbox's faults, " + problem + ".", e.error().detail);
            CPPUNIT_ASSERT(e.error().kind == tenon::ErrorKind::configuration);
            CPPUNIT_ASSERT_EQUAL(std::string("sandbox faults"), e.error().title);
            return;
        }
        CPPUNIT_FAIL("taken: " + faults);
    }
    // In a rule that comes after a good one.
    static void wrong(const std::string& problem, const std::string& rule) {
        refused("/rules/1" + problem, R"({"rules":[{"on":"GET","times":0},)" + rule + "]}");
    }

    void takesNothingAndEmptiness() {
        for (const char* faults :
             {"null", "{}", R"({"rules":[]})", R"({"rules":[{}]})", R"({"firstId":0})"})
            CPPUNIT_ASSERT_EQUAL(200, RunningSandbox(faults).call({.path = "/instances"}).status);
    }
    void refusesUnknownMembers() {
        refused(
            "the whole: \"rule\" is not known; known are firstId, rules, seed, pollAtOnce, "
            "tagDelay, "
            "hideTokens",
            R"({"rule":[]})");
        wrong(
            ": \"delays\" is not known; known are on, times, delay, answer, drop, reset, cut, "
            "retryAfter, duplicate, late",
            R"({"delays":1})");
        wrong("/answer: \"code\" is not known; known are status, body, headers",
              R"({"answer":{"code":500}})");
    }
    void refusesOtherTypes() {
        refused("the whole: wanted an object, found an array", "[]");
        refused("the whole: wanted an object, found a string", "\"x\"");
        refused("/rules: wanted an array, found an object", R"({"rules":{}})");
        refused("/firstId: wanted a whole number from 0, found a string", R"({"firstId":"1"})");
        wrong(": wanted an object, found null", "null");
        wrong("/on: wanted a string, found an integer", R"({"on":1})");
        wrong("/drop: wanted a string, found a boolean", R"({"drop":true})");
        wrong("/reset: wanted true or false, found a string", R"({"drop":"after","reset":"true"})");
        wrong("/duplicate: wanted true or false, found an integer", R"({"duplicate":1})");
        refused("/hideTokens: wanted true or false, found null", R"({"hideTokens":null})");
        wrong("/answer: wanted an object, found an integer", R"({"answer":500})");
        wrong("/answer/headers: wanted an object, found an array", R"({"answer":{"headers":[]}})");
        wrong("/answer/headers/X-A: wanted a string, found an integer",
              R"({"answer":{"headers":{"X-A":1}}})");
    }
    void refusesNumbersThatCannotBe() {
        for (const std::string member : {"times", "delay", "cut", "retryAfter", "late"}) {
            const auto with = [&](const std::string& value) {
                return "{\"" + member + "\":" + value + "}";
            };
            wrong("/" + member + ": wanted a whole number from 0, found -1", with("-1"));
            wrong("/" + member + ": wanted a whole number from 0, found a number", with("1.5"));
            wrong("/" + member + ": wanted a whole number from 0, found a string", with("\"1\""));
        }
        refused("/firstId: wanted a whole number from 0, found -5", R"({"firstId":-5})");
        refused("/tagDelay: wanted a whole number from 0, found -5", R"({"tagDelay":-5})");
        wrong("/answer/status: wanted a whole number from 0, found a string",
              R"({"answer":{"status":"500"}})");
        for (const std::string status : {"0", "199", "1000", "4294967496"})
            wrong("/answer/status: wanted a status from 200 to 999, found " + status,
                  R"({"answer":{"status":)" + status + "}}");
    }
    void refusesARuleThatWouldNeverFit() {
        for (const std::string on :
             {"", " ", "/instances", "post /instances", "POST instances", "POST  /instances"})
            wrong(
                "/on: wanted a method and the beginning of a path, such as \"POST /instances\", "
                "found \"" +
                    on + "\"",
                R"({"on":")" + on + "\"}");
    }
    void refusesAWrongTimeToDrop() {
        wrong("/drop: wanted \"before\" or \"after\", found \"later\"", R"({"drop":"later"})");
    }
    void refusesAResetOfNothing() {
        wrong(": reset says how to drop, so it needs drop", R"({"reset":true,"cut":1})");
    }
    void refusesToActTwiceLater() {
        wrong(": late and duplicate do not go together", R"({"late":1,"duplicate":true})");
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FaultFileTest);
