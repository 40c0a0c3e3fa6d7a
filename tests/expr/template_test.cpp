// SPDX-License-Identifier: Apache-2.0
// Values with expressions in them.
#include <cppunit/extensions/HelperMacros.h>

#include "expr/evaluated.h"

using tenon::expr::unwrapped;

namespace json = tenon::json;

class TemplateTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(TemplateTest);
    CPPUNIT_TEST(replacesWholeTextsOnly);
    CPPUNIT_TEST(isConstantWithoutExpressions);
    CPPUNIT_TEST(saysWhereInsideItAnExpressionFails);
    CPPUNIT_TEST(saysWhereInsideItAFaultIs);
    CPPUNIT_TEST(neverEvaluatesData);
    CPPUNIT_TEST(unwrapsWhatStandsBetweenTheBraces);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static tenon::expr::Template compiled(const std::string& value) {
        tenon::expr::Compiler compiler({"v"});
        auto out = compiler.value(json::read(value).value(), "/at");
        std::string faults;
        for (const auto& fault : compiler.finish()) faults += fault.pointer + ": " + fault.text();
        same("", faults);
        return out;
    }
    static std::string outcome(const std::string& value, const std::string& dot) {
        const auto result = compiled(value).evaluate(support::scopeOf(dot));
        return result ? json::write(result.value())
                      : result.error().instance + ": " + result.error().detail;
    }

    void replacesWholeTextsOnly() {
        same(R"({"a":1,"b":[1,"x ${ .i }",{"c":2}],"d":"${"})",
             outcome(R"({"a":"${ .i }","b":["${.i}","x ${ .i }",{"c":" ${ .i + 1 }\n"}],"d":"${"})",
                     R"({"i":1})"));
        same("[[1],[]]", outcome(R"(["${ . }",[]])", "[1]"));
    }
    void isConstantWithoutExpressions() {
        CPPUNIT_ASSERT(compiled(R"({"a":[1,{"b":"x"}],"c":"$ {"})").constant());
        CPPUNIT_ASSERT(!compiled(R"({"a":[1,{"b":"${ .x }"}]})").constant());
        CPPUNIT_ASSERT(compiled("[1,[]]").constant());
    }
    void saysWhereInsideItAnExpressionFails() {
        same("/a~1b/1/c: Cannot index number with string (\"y\").",
             outcome(R"({"a/b":[0,{"c":"${ .x.y }"}]})", R"({"x":1})"));
        same(": Cannot index number with string (\"y\").", outcome("\"${ .y }\"", "1"));
        same("/1: Cannot index number with string (\"y\").",
             outcome(R"(["${ . }","${ [.y] }"])", "1"));
    }
    void saysWhereInsideItAFaultIs() {
        tenon::expr::Compiler compiler({});
        compiler.value(
            json::read(R"({"a":["${ $x }"],"b":{"c/d":"${ .a + }"},"e":"${ }"})").value(), "/at");
        std::string found;
        for (const auto& fault : compiler.finish())
            found += fault.pointer + ": " + fault.text() + "\n";
        same(
            "/at/a/0: $x is not known; known are \n"
            "/at/b/c~1d: the expression is not jq: unexpected the end, wanted an expression, at "
            "column 5\n"
            "/at/e: the expression is empty\n",
            found);
    }
    void neverEvaluatesData() {
        same(R"({"a":"${ .secret }"})", outcome(R"({"a":"${ .x }"})", R"({"x":"${ .secret }"})"));
        same(R"({"a":"\\(.secret) ${ . }"})",
             outcome(R"({"a":"${ \"\\(.x)\" }"})", R"({"x":"\\(.secret) ${ . }"})"));
    }
    void unwrapsWhatStandsBetweenTheBraces() {
        same(".a", std::string(unwrapped("${ .a }").value()));
        same(".a", std::string(unwrapped(" \n${.a}\t").value()));
        same("", std::string(unwrapped("${}").value()));
        same("{a: 1}", std::string(unwrapped("${{a: 1}}").value()));
        for (const char* text : {"", "$", "${", "$ {}", ".a", "x ${ .a }", "${ .a } x", "{ .a }"})
            CPPUNIT_ASSERT_MESSAGE(text, !unwrapped(text));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(TemplateTest);
