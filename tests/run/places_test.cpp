// SPDX-License-Identifier: Apache-2.0
// An error of a run says where in its manifest it is from.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"
#include "manifest/yaml.h"
#include "run/places.h"

class PlacesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(PlacesTest);
    CPPUNIT_TEST(namesTheTask);
    CPPUNIT_TEST(namesThePartOfTheTask);
    CPPUNIT_TEST(namesWhatIsNearest);
    CPPUNIT_TEST_SUITE_END();

    static constexpr const char* kHead =
        "document: {dsl: 1.0.3, namespace: t, name: w, version: 1.0.0}\n";

    // "/do/0/a f.yaml:3:5" of the error with which a run of it ends.
    static std::string placeOf(const std::string& text) {
        fakes::FakeWorld world;
        tenon::manifest::Faults faults, warnings;
        const auto root = tenon::manifest::readYaml(kHead + text, faults);
        tenon::run::LoadOptions options;
        options.file = "f.yaml";
        CPPUNIT_ASSERT_MESSAGE(faults.text("f.yaml"), root);
        const auto workflow =
            tenon::run::Workflow::load(*root, world.steps, faults, warnings, options);
        CPPUNIT_ASSERT_MESSAGE(faults.text("f.yaml"), workflow);
        tenon::world::World all{{world.http, world.steps, world.clock, world.chance},
                                world.secrets,
                                world.journal,
                                world.observer,
                                world.redactor};
        world.steps.does = [](const tenon::Value&, tenon::Context&) -> tenon::Result<tenon::Value> {
            auto error = tenon::makeError(tenon::ErrorKind::runtime, "no", "No.");
            error.place = "/etc/passwd:1:1";  // the host's to say
            return error;
        };
        const auto result = workflow->run(all, world.options);
        CPPUNIT_ASSERT(!result);
        return result.error().instance + " " + result.error().place;
    }
    static void same(const std::string& expected, const std::string& text) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(text, expected, placeOf(text));
    }

    void namesTheTask() {
        same("/do/0/a f.yaml:3:5", "do:\n  - a: {call: Free}\n");
        same(
            "/do/0/g/do/1/b f.yaml:6:9",
            "do:\n  - g:\n      do:\n      - a: {set: {x: 1}}\n      - b:\n          call: Free\n");
        same("/do/0/a f.yaml:3:5",
             "do:\n  - a: {raise: {error: {type: https://e/x, status: 400}}}\n");
        same("/do/0/t/try/0/a f.yaml:4:14",
             "do:\n  - t:\n      try: [{a: {call: Free}}]\n      catch: {errors: {with: {status: "
             "418}}}\n");
    }
    void namesThePartOfTheTask() {
        same("/do/0/a f.yaml:6:12",
             "do:\n  - a:\n      set:\n        x: 1\n        y: ${ 1 + {} }\n");
        same("/do/0/a f.yaml:4:11", "do:\n  - a:\n      if: ${ 1 + {} }\n      set: {x: 1}\n");
        same("/do/0/a f.yaml:5:20",
             "do:\n  - a:\n      set: {x: 1}\n      output: {as: '${ 1 + {} }'}\n");
        same("/do/0/a f.yaml:4:13", "do:\n  - a:\n      wait: ${ \"soon\" }\n");
        same(" f.yaml:4:14", "do:\n  - a: {set: {x: 1}}\noutput: {as: '${ 1 + {} }'}\n");
    }
    void namesWhatIsNearest() {
        tenon::manifest::Faults faults;
        const auto root = tenon::manifest::readYaml("a:\n  b: [1, {c: 2}]\n", faults);
        const tenon::run::Places places("f", *root);
        CPPUNIT_ASSERT_EQUAL(std::string("f:2:14"), places.of("/a/b/1/c"));
        CPPUNIT_ASSERT_EQUAL(std::string("f:2:10"), places.of("/a/b/1/d/e"));
        CPPUNIT_ASSERT_EQUAL(std::string("f:1:1"), places.of("/a/x"));
        CPPUNIT_ASSERT_EQUAL(std::string(), tenon::run::Places("", *root).of("/a"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(PlacesTest);
