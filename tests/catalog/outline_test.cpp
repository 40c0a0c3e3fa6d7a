// SPDX-License-Identifier: Apache-2.0
// The schemas of steps are read when they are asked for: they are what they would be otherwise, and
// one that is damaged refuses its step and no other.
#include "catalog/outline.h"

#include <cppunit/extensions/HelperMacros.h>

#include "catalog/descriptor.h"
#include "library_bytes.h"
#include "refusal.h"
#include "tenon/json.h"

namespace json = tenon::json;
using tenon::catalog::Catalog;

class OutlineTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OutlineTest);
    CPPUNIT_TEST(takesTheSchemasOutOfTheText);
    CPPUNIT_TEST(leavesEverythingElse);
    CPPUNIT_TEST(givesTheSameSchemas);
    CPPUNIT_TEST(refusesAStepWhoseSchemaIsDamaged);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // The text, and below it a schema a line.
    static std::string outline(const std::string& text) {
        const auto out = tenon::catalog::outlineOf(text);
        std::string all = out.text;
        for (const auto schema : out.schemas) all += "\n" + std::string(schema);
        return all;
    }

    void takesTheSchemasOutOfTheText() {
        same(R"({"steps":[{"name":"A","inputs":0,"outputs":1},{"inputs":2}]})"
             "\n{\"a\":{\"inputs\":{}}}\n{}\n"
             R"({"}":"\"]}"})",
             outline(R"({"steps":[{"name":"A","inputs":{"a":{"inputs":{}}},"outputs":{}},)"
                     R"({"inputs":{"}":"\"]}"}}]})"));
    }
    void leavesEverythingElse() {
        for (const std::string text :
             {"", "{", "}]}", R"({"inputs":{}})", R"({"a":["inputs",{"b":["outputs"]}]})",
              R"({"steps":[{"inputs": {}}]})", R"({"steps":[{"inputs":[]}]})",
              R"({"steps":[{"x\"inputs":{}}]})", R"({"steps":["inputs":{}]})", "\"", "\"\\"})
            same(text, outline(text));
        same("{[{\"inputs\":0\n{\"a", outline(R"({[{"inputs":{"a)"));
    }
    // Of every step of every plugin that is built here.
    void givesTheSameSchemas() {
        for (const std::string file : {TENON_CLOUDELEMENTS, TENON_TEST_PLUGINS "/greet/greet.so"}) {
            const Catalog catalog({file.substr(0, file.rfind('/'))});
            const auto whole = tenon::catalog::readDescriptor(file).value();
            const auto& steps = *whole.find("steps")->array();
            CPPUNIT_ASSERT(!steps.empty());
            for (const auto& step : steps) {
                const auto* found = catalog.find(*step.find("name")->string());
                same(json::write(*step.find("inputs")), json::write(found->inputs));
                same(json::write(*step.find("outputs")), json::write(found->outputs));
            }
        }
    }
    void refusesAStepWhoseSchemaIsDamaged() {
        LibraryBytes library(TENON_TEST_PLUGINS "/greet/greet.so");
        library.replaceInText("Who is greeted", "Who is greete\xff");
        const support::Folder folder;
        const auto file = folder.write("changed.so", library.bytes);
        Catalog catalog({folder.path()});
        const auto* step = catalog.find("Greet");
        CPPUNIT_ASSERT(step->inputs.isNull());
        same(refused(file, "has a descriptor whose text is damaged."),
             support::whole(*catalog.ready(*step)));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OutlineTest);
