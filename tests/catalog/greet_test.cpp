// SPDX-License-Identifier: Apache-2.0
// The plugin that shows authors how it is done: described by its structs, found and run by name.
#include <cppunit/extensions/HelperMacros.h>

#include "catalog/catalog.h"
#include "catalog/descriptor.h"
#include "sizes.h"
#include "support/bare_context.h"
#include "support/whole.h"
#include "tenon/json.h"

namespace json = tenon::json;

class GreetTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(GreetTest);
    CPPUNIT_TEST(saysWhatItTakesAndGives);
    CPPUNIT_TEST(greets);
    CPPUNIT_TEST(refusesInputsThatDoNotFit);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string greet(const char* inputs) {
        tenon::catalog::Catalog catalog({TENON_TEST_PLUGINS "/greet"});
        support::BareContext context;
        const auto result =
            catalog.call(*catalog.find("Greet"), json::read(inputs).value(), context);
        return result ? json::write(result.value()) : support::whole(result.error());
    }

    void saysWhatItTakesAndGives() {
        same(R"({"name":"greetings","version":"1.0.0","steps":[{"name":"Greet","version":"1.0.0",)"
             R"("summary":"Greets somebody by name.","inputs":{"type":"object","properties":{)"
             R"("name":{"type":"string","description":"Who is greeted"},)"
             R"("greeting":{"type":"string","description":"First word","default":"Hello"}},)"
             R"("required":["name"],"additionalProperties":false},)"
             R"("outputs":{"type":"object","properties":{)"
             R"("text":{"type":"string","description":"The greeting"}},)"
             R"("required":["text"],"additionalProperties":false},"idempotent":true}],)" +
                 sizes() + "}",
             json::write(
                 tenon::catalog::readDescriptor(TENON_TEST_PLUGINS "/greet/greet.so").value()));
    }
    void greets() {
        same(R"({"text":"Hello, World!"})", greet(R"({"name":"World"})"));
        same(R"({"text":"Moin, World!"})", greet(R"({"name":"World","greeting":"Moin"})"));
    }
    void refusesInputsThatDoNotFit() {
        same(
            "validation 400, invalid inputs: The inputs do not fit.\n"
            "  /name is missing; wanted a string\n"
            "  /greeting is an integer; wanted a string\n"
            "  /nmae is not known here; known are name, greeting",
            greet(R"({"nmae":"World","greeting":1})"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(GreetTest);
