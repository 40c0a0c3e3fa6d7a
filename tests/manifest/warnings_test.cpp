// SPDX-License-Identifier: Apache-2.0
// What loads, and is hardly meant: a warning, and no more.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_ports.h"
#include "manifest/yaml.h"
#include "run/workflow.h"

class WarningsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(WarningsTest);
    CPPUNIT_TEST(warnsOfAnExpressionInsideALongerText);
    CPPUNIT_TEST(saysEachPlaceInTheOrderOfTheFile);
    CPPUNIT_TEST(hasNothingToSayOfAGoodManifest);
    CPPUNIT_TEST(looksIntoNoExpression);
    CPPUNIT_TEST_SUITE_END();

    static std::string warningsOf(const std::string& tasks) {
        fakes::FakeSteps steps;
        tenon::manifest::Faults faults, warnings;
        const auto root = tenon::manifest::readYaml(
            "document: {dsl: 1.0.3, namespace: t, name: t, version: 1.0.0}\ndo:\n" + tasks, faults);
        const bool loaded =
            root && tenon::run::Workflow::load(*root, steps, faults, warnings).has_value();
        CPPUNIT_ASSERT_EQUAL(std::string(), faults.text("f"));
        CPPUNIT_ASSERT(loaded);
        return warnings.text("f");
    }
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string warning(const std::string& place) {
        return "f:" + place +
               ": \"${\" inside a longer text is no expression; write the whole as one: "
               "${ \"… \\( .x ) …\" }\n";
    }

    void warnsOfAnExpressionInsideALongerText() {
        same(warning("5:12: /do/0/a/set/x"),
             warningsOf("  - a:\n      set:\n        x: Hello ${ .name }\n"));
        same(warning("5:12: /do/0/a/set/x"),
             warningsOf("  - a:\n      set:\n        x: ${ .name }, hello\n"));
    }
    void saysEachPlaceInTheOrderOfTheFile() {
        same(warning("6:17: /do/0/a/with/method") + warning("7:25: /do/0/a/with/endpoint/uri") +
                 warning("8:24: /do/0/a/with/query/q/1") + warning("11:24: /do/1/b/output/as/x"),
             warningsOf("  - a:\n      call: http\n      with:\n        method: g${ .m }\n"
                        "        endpoint: {uri: \"https://h/${ .id }\"}\n"
                        "        query: {q: [1, \"a ${ .b }\"]}\n"
                        "  - b:\n      set: {x: 1}\n      output: {as: {x: \"a ${ .b }\"}}\n"));
    }
    void hasNothingToSayOfAGoodManifest() {
        same("", warningsOf("  - a:\n      if: .x\n      set:\n        x: ${ .name }\n"
                            "        y: \" ${ .name }\\n\"\n        z: costs $5 {or so}\n"
                            "      metadata: {x: \"a ${ .b }\"}\n"));
    }
    void looksIntoNoExpression() {
        same("", warningsOf("  - a:\n      set:\n        x: '${ \"a ${ b\" }'\n"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(WarningsTest);
