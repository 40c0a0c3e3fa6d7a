// SPDX-License-Identifier: Apache-2.0
// The events that a manifest emits: their form, and what is no event.
#include "run/cloud_event.h"

#include <cppunit/extensions/HelperMacros.h>

#include "manifest/yaml.h"
#include "support/whole.h"
#include "tenon/json.h"

namespace json = tenon::json;
using tenon::Object;

class CloudEventTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CloudEventTest);
    CPPUNIT_TEST(fillsInWhatIsNotGiven);
    CPPUNIT_TEST(keepsWhatIsGiven);
    CPPUNIT_TEST(takesNullForNothing);
    CPPUNIT_TEST(takesFurtherAttributes);
    CPPUNIT_TEST(keepsSecretsAsSecrets);
    CPPUNIT_TEST(refusesAnEventWithoutAType);
    CPPUNIT_TEST(refusesAttributesThatAreNone);
    CPPUNIT_TEST(knowsATime);
    CPPUNIT_TEST(findsMistakesBeforeTheRun);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string made(const tenon::Value& with) {
        const Object fallback{
            {"id", "i"}, {"source", "/t/w/1.0.0"}, {"time", "2026-01-02T03:04:05Z"}};
        const auto event = tenon::run::cloudEvent(with, fallback);
        return event ? json::write(event.value()) : support::whole(event.error());
    }
    static std::string made(const char* with) { return made(json::read(with).value()); }
    static std::string refused(const std::string& rest) {
        return "validation 400, event: In emit/event/with" + rest;
    }

    void fillsInWhatIsNotGiven() {
        same(R"({"specversion":"1.0","id":"i","source":"/t/w/1.0.0","type":"x.v1",)"
             R"("time":"2026-01-02T03:04:05Z"})",
             made(R"({"type":"x.v1"})"));
        same(R"({"specversion":"1.0","id":"i","source":"/t/w/1.0.0","type":"x.v1",)"
             R"("time":"2026-01-02T03:04:05Z","datacontenttype":"application/json","data":null})",
             made(R"({"type":"x.v1","data":null})"));
    }
    void keepsWhatIsGiven() {
        same(R"({"specversion":"1.0","id":"7","source":"https://s","type":"x",)"
             R"("time":"2020-01-01T00:00:00+01:00","subject":"s","datacontenttype":"text/plain",)"
             R"("dataschema":"https://d","data":"text"})",
             made(R"({"data":"text","dataschema":"https://d","datacontenttype":"text/plain",)"
                  R"("subject":"s","time":"2020-01-01T00:00:00+01:00","type":"x",)"
                  R"("source":"https://s","id":"7","specversion":"1.0"})"));
    }
    void takesNullForNothing() {
        same(
            R"({"specversion":"1.0","id":"i","source":"/t/w/1.0.0","type":"x",)"
            R"("time":"2026-01-02T03:04:05Z"})",
            made(R"({"type":"x","id":null,"source":null,"time":null,"subject":null,"more":null})"));
    }
    void takesFurtherAttributes() {
        same(R"({"specversion":"1.0","id":"i","source":"/t/w/1.0.0","type":"x",)"
             R"("time":"2026-01-02T03:04:05Z","a1":"","b":5,"c":false})",
             made(R"({"a1":"","b":5,"c":false,"type":"x"})"));
        same(refused("/d: wanted a string, an integer or a boolean, found an array."),
             made(R"({"type":"x","d":[]})"));
        same(refused(": the name of an attribute is lower-case letters and digits, found \"D\"."),
             made(R"({"type":"x","D":"d"})"));
    }
    void keepsSecretsAsSecrets() {
        const Object fallback{{"id", "i"}, {"source", "s"}};
        const auto event = tenon::run::cloudEvent(
            Object{{"type", "x"}, {"subject", tenon::Secret("a")}, {"data", tenon::Secret("b")}},
            fallback);
        CPPUNIT_ASSERT(event.value().find("subject")->secret());
        CPPUNIT_ASSERT(event.value().find("data")->secret());
    }
    void refusesAnEventWithoutAType() {
        same(refused(": an event needs a \"type\"."), made("{}"));
        same(refused(": an event needs a \"type\"."), made(R"({"type":null})"));
        same(refused(": wanted an object, found a string."), made("\"x\""));
    }
    void refusesAttributesThatAreNone() {
        same(refused("/type: wanted a string that is not empty, found \"\"."),
             made(R"({"type":""})"));
        same(refused("/id: wanted a string that is not empty, found an integer."),
             made(R"({"type":"x","id":5})"));
    }
    void knowsATime() {
        for (const std::string time :
             {"2026-01-02T03:04:05Z", "2026-01-02t03:04:05.6z", "2026-01-02T03:04:05.678901-05:30"})
            same(R"({"specversion":"1.0","id":"i","source":"/t/w/1.0.0","type":"x","time":")" +
                     time + "\"}",
                 made(Object{{"type", "x"}, {"time", time}}));
        for (const std::string time :
             {"today", "2026-01-02", "2026-01-02 03:04:05Z", "2026-01-02T03:04:05",
              "2026-01-02T03:04:05.Z", "2026-01-02T03:04:05Z ", "2026-01-02T03:04:05+01"})
            same(refused("/time: wanted a time such as 2026-01-02T03:04:05Z, found \"" + time +
                         "\"."),
                 made(Object{{"type", "x"}, {"time", time}}));
    }
    void findsMistakesBeforeTheRun() {
        tenon::manifest::Faults faults;
        const auto node = tenon::manifest::readYaml(
            "specversion: '2.0'\n"
            "dataContentType: text/plain\n"
            "type: 5\n"
            "time: today\n"
            "subject: ${ .later }\n"
            "further: [1]\n"
            "data: [1]\n",
            faults);
        tenon::run::checkAttributes(*node, faults);
        same(
            "with:1:14: /specversion: wanted \"1.0\", the version of CloudEvents that Tenon "
            "writes\n"
            "with:2:1: /dataContentType: the name of an attribute is lower-case letters and "
            "digits, "
            "found \"dataContentType\"; did you mean \"datacontenttype\"?\n"
            "with:3:7: /type: wanted a string that is not empty, found an integer\n"
            "with:4:7: /time: wanted a time such as 2026-01-02T03:04:05Z, found \"today\"\n"
            "with:6:10: /further: wanted a string, an integer or a boolean, found an array\n",
            faults.text("with"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(CloudEventTest);
