// SPDX-License-Identifier: Apache-2.0
#include "tenon/fields.h"

#include <cppunit/extensions/HelperMacros.h>

#include "tenon/json.h"
#include "tenon/schema.h"

using tenon::optional;
using tenon::required;

namespace {

struct Point {
    std::int64_t x{};
    static constexpr auto fields() { return std::tuple{required("x", &Point::x, "Place")}; }
};

struct Sample {
    std::string name;
    tenon::Secret key;
    std::int64_t pageSize{};
    std::optional<bool> active;
    std::vector<Point> points;
    std::map<std::string, tenon::Value> more;
    std::string mode;
    std::vector<std::string> kinds;
    tenon::Value form;

    static constexpr auto fields() {
        return std::tuple{
            required("name", &Sample::name, "A \"name\""),
            required("key", &Sample::key, "Its key"),
            optional("pageSize", &Sample::pageSize, "Things a page", -25).unit("things"),
            optional("active", &Sample::active, "In use"),
            optional("points", &Sample::points, "Points"),
            optional("more", &Sample::more, "Anything").fromSecret("most"),
            optional("mode", &Sample::mode, "How", "merge").oneOf({"merge", "replace"}),
            optional("kinds", &Sample::kinds, "Which").oneOf({"a", "b"}),
            optional("form", &Sample::form, "A form").asDocument()};
    }
};

template <class S>
std::string schemaOf() {
    std::string text(4096, ' ');
    tenon::schema::Out out{text.data()};
    tenon::schema::object<S>(out);
    text.resize(out.size);
    return text;
}

}  // namespace

class FieldsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FieldsTest);
    CPPUNIT_TEST(readsWhatFitsAndFillsInDefaults);
    CPPUNIT_TEST(namesEveryProblemWithItsPlace);
    CPPUNIT_TEST(takesNoOtherChoice);
    CPPUNIT_TEST(takesNoTypeForAnother);
    CPPUNIT_TEST(saysHowWideAnIntegerIs);
    CPPUNIT_TEST(writesSecretsAsSecrets);
    CPPUNIT_TEST(saysItsSchema);
    CPPUNIT_TEST_SUITE_END();

    static std::string problemsOf(const std::string& text) {
        std::vector<tenon::Problem> problems;
        tenon::readFields<Sample>(tenon::json::read(text).value(), problems);
        std::string all;
        for (const auto& p : problems) all += p.pointer + " " + p.text + "\n";
        return all;
    }

    void readsWhatFitsAndFillsInDefaults() {
        std::vector<tenon::Problem> problems;
        const auto value = tenon::json::read(
            R"({"name":"n","key":"k","points":[{"x":9007199254740993}],"active":null})");
        const auto sample = tenon::readFields<Sample>(value.value(), problems);
        CPPUNIT_ASSERT(problems.empty());
        CPPUNIT_ASSERT_EQUAL(std::int64_t{-25}, sample.pageSize);
        CPPUNIT_ASSERT_EQUAL(std::int64_t{9007199254740993}, sample.points.at(0).x);
        CPPUNIT_ASSERT(!sample.active);
    }
    void namesEveryProblemWithItsPlace() {
        CPPUNIT_ASSERT_EQUAL(std::string("/key is missing; wanted a string (a secret)\n"
                                         "/points/1/x is a string; wanted an integer\n"
                                         "/a~1b is not known here; known are name, key, pageSize, "
                                         "active, points, more, mode, kinds, form\n"),
                             problemsOf(R"({"name":"n","points":[{"x":1},{"x":"1"}],"a/b":1})"));
    }
    void takesNoOtherChoice() {
        CPPUNIT_ASSERT_EQUAL(
            std::string("/mode is \"mergee\"; wanted one of merge, replace\n"
                        "/kinds/1 is \"c\"; wanted one of a, b\n"),
            problemsOf(R"({"name":"n","key":"k","mode":"mergee","kinds":["a","c"]})"));
        CPPUNIT_ASSERT_EQUAL(
            std::string(),
            problemsOf(R"({"name":"n","key":"k","mode":"replace","kinds":["b","a"]})"));
        std::vector<tenon::Problem> problems;
        tenon::readFields<Sample>(
            tenon::Object{{"name", "n"}, {"key", "k"}, {"mode", tenon::Secret("hush")}}, problems);
        CPPUNIT_ASSERT_EQUAL(std::string("is a secret; wanted one of merge, replace"),
                             problems.at(0).text);
    }
    void takesNoTypeForAnother() {
        CPPUNIT_ASSERT_EQUAL(std::string("/name is an integer; wanted a string\n"
                                         "/key is null; wanted a string (a secret)\n"
                                         "/pageSize is a number; wanted an integer\n"
                                         "/active is a string; wanted true or false\n"
                                         "/points is an object; wanted an array\n"
                                         "/more is an array; wanted an object\n"),
                             problemsOf(R"({"name":1,"key":null,"pageSize":1.5,"active":"true",)"
                                        R"("points":{},"more":[]})"));
        CPPUNIT_ASSERT_EQUAL(std::string(" is an array; wanted an object\n"), problemsOf("[]"));
    }
    // What is too wide for an integer is near enough for a real.
    void saysHowWideAnIntegerIs() {
        const std::string wide = "12345678901234567890", longer = "-1" + std::string(500, '0');
        CPPUNIT_ASSERT_EQUAL(
            std::string("/name is an integer of more than 64 bits; wanted a string\n"
                        "/key is an integer of more than 64 bits; wanted a string (a secret)\n"
                        "/pageSize is an integer of more than 64 bits, 12345678901234567890; "
                        "wanted an integer of 64 bits\n"
                        "/points/0/x is an integer of more than 64 bits, -1") +
                std::string(58, '0') + "...; wanted an integer of 64 bits\n",
            problemsOf(R"({"name":)" + wide + R"(,"key":)" + wide + R"(,"pageSize":)" + wide +
                       R"(,"points":[{"x":)" + longer + R"(}],"form":)" + longer + "}"));
        double real = 0;
        std::vector<tenon::Problem> problems;
        tenon::fields::read(tenon::json::read(wide).value(), real, {{}, "r"}, problems);
        CPPUNIT_ASSERT(problems.empty() && real == 12345678901234567890.0);
        tenon::fields::read(tenon::json::read(longer).value(), real, {{}, "r"}, problems);
        CPPUNIT_ASSERT_EQUAL(std::string("is an integer of more than 64 bits; wanted a number"),
                             problems.at(0).text);
    }
    void writesSecretsAsSecrets() {
        Sample sample;
        sample.name = "n";
        sample.key = tenon::Secret("s3cret");
        CPPUNIT_ASSERT_EQUAL(
            std::string(
                R"({"name":"n","key":"********","pageSize":0,"active":null,"points":[],"more":{},"mode":"","kinds":[],"form":null})"),
            tenon::json::write(tenon::writeFields(sample)));
    }
    void saysItsSchema() {
        CPPUNIT_ASSERT_EQUAL(
            std::string(
                R"({"type":"object","properties":{)"
                R"("name":{"type":"string","description":"A \"name\""},)"
                R"("key":{"type":"string","writeOnly":true,"description":"Its key"},)"
                R"("pageSize":{"type":"integer","description":"Things a page","default":-25,"x-unit":"things"},)"
                R"("active":{"type":"boolean","description":"In use"},)"
                R"("points":{"type":"array","items":{"type":"object","properties":{"x":{"type":"integer",)"
                R"("description":"Place"}},"required":["x"],"additionalProperties":false},"description":"Points"},)"
                R"("more":{"type":"object","additionalProperties":{},"description":"Anything","x-secret":"most"},)"
                R"("mode":{"type":"string","enum":["merge","replace"],"description":"How","default":"merge"},)"
                R"("kinds":{"type":"array","items":{"type":"string","enum":["a","b"]},"description":"Which"},)"
                R"("form":{"description":"A form","x-document":true}},)"
                R"("required":["name","key"],"additionalProperties":false})"),
            schemaOf<Sample>());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FieldsTest);
