// SPDX-License-Identifier: Apache-2.0
#include "page.h"

#include <cppunit/extensions/HelperMacros.h>

#include "comments.h"
#include "tenon/json.h"
#include "tenon/schema.h"

namespace {

struct Part {
    std::string url;
    std::vector<std::string> tags;
    static constexpr auto fields() {
        return std::tuple{tenon::required("url", &Part::url, "Where | it is"),
                          tenon::optional("tags", &Part::tags, "Tags").oneOf({"a", "b"})};
    }
};

struct Inputs {
    std::vector<Part> list;
    std::map<std::string, Part> map;
    std::map<std::string, std::vector<Part>> both;
    std::optional<Part> one;
    tenon::Secret token;
    static constexpr auto fields() {
        return std::tuple{tenon::required("list", &Inputs::list, "A list"),
                          tenon::optional("map", &Inputs::map, "A map"),
                          tenon::optional("both", &Inputs::both, "Lists in a map"),
                          tenon::optional("one", &Inputs::one, "One"),
                          tenon::required("token", &Inputs::token, "Token").fromSecret("t")};
    }
};

template <class Struct>
tenon::Value schemaOf() {
    tenon::schema::Out count;
    tenon::schema::object<Struct>(count);
    std::string text(count.size, ' ');
    tenon::schema::Out fill{text.data()};
    tenon::schema::object<Struct>(fill);
    return tenon::json::read(text).value();
}

class PageTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(PageTest);
    CPPUNIT_TEST(showsMembersOfListsAndMaps);
    CPPUNIT_TEST(takesTheCommentsOfTheStep);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void showsMembersOfListsAndMaps() {
        tenon::world::StepDescription step;
        step.name = "Do";
        step.version = "1.0.0";
        step.plugin = "p";
        step.summary = "Does.";
        step.inputs = schemaOf<Inputs>();
        step.outputs = tenon::Object{{"type", "object"}};
        const auto part = [](const std::string& at) {
            return "| `" + at + ".url` | string | required | Where \\| it is |\n| `" + at +
                   ".tags` | array of string | optional | Tags; one of \"a\", \"b\" |\n";
        };
        same(
            "# Do\n\nDoes.\n\nIt does.\n\nVersion 1.0.0 of the plugin p. Doing it twice is not the "
            "same as once: it is never sent twice by itself.\n\n## Inputs\n\n"
            "| name | type | | meaning |\n|---|---|---|---|\n"
            "| `list` | array of object | required | A list |\n" +
                part("list[]") + "| `map` | object | optional | A map |\n" + part("map.*") +
                "| `both` | object | optional | Lists in a map |\n" + part("both.*[]") +
                "| `one` | object | optional | One |\n" + part("one") +
                "| `token` | secret | secret t | Token |\n\n## Outputs\n\nNone.\n\nThis page is "
                "made of the step's fields and its header's comment: `./dev pages`.\n",
            pages::pageOf(step, "It does.\n"));
    }

    void takesTheCommentsOfTheStep() {
        const std::string header =
            "// SPDX-License-Identifier: Apache-2.0\n// The file.\n//\n//  - point\n#pragma once\n"
            "\n// Of another.\nclass DoMore final {\n};\nclass Do;\n\n// Of Do.\nclass Do final\n"
            "    : public Step {\n};\n// Of a name.\nusing Other = Template<1>;\n";
        same("The file.\n\n - point\n\nOf Do.\n", pages::commentOf(header, "Do"));
        same("The file.\n\n - point\n\nOf a name.\n", pages::commentOf(header, "Other"));
        same("The file.\n\n - point\n", pages::commentOf(header, "None"));
        CPPUNIT_ASSERT(pages::declares(header, "DoMore"));
        CPPUNIT_ASSERT(pages::declares(header, "Other"));
        CPPUNIT_ASSERT(!pages::declares(header, "D"));
        CPPUNIT_ASSERT(!pages::declares("class Do;\n", "Do"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(PageTest);

}  // namespace
