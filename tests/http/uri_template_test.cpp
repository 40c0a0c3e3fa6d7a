// SPDX-License-Identifier: Apache-2.0
#include <cppunit/extensions/HelperMacros.h>

#include "http/uri_template.h"
#include "support/whole.h"
#include "tenon/json.h"

namespace {

using tenon::http::expandUri;

class UriTemplateTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(UriTemplateTest);
    CPPUNIT_TEST(putsMembersOfTheInputIn);
    CPPUNIT_TEST(refusesAnAddressThatLacksAPart);
    CPPUNIT_TEST(refusesDotsAsASegment);
    CPPUNIT_TEST(findsDotsInAnAddress);
    CPPUNIT_TEST(saysWhatIsNoTemplate);
    CPPUNIT_TEST(encodesForForms);
    CPPUNIT_TEST(refusesWhatIsNoScalar);
    CPPUNIT_TEST(saysWhetherASecretWentIn);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    static std::string expanded(const std::string& uri, const std::string& input) {
        bool secret = false;
        const auto result =
            expandUri(uri, tenon::json::read(input).value(), "with/endpoint", secret);
        CPPUNIT_ASSERT(!secret);
        return result ? result.value() : support::whole(result.error());
    }

    void putsMembersOfTheInputIn() {
        struct Row {
            const char* uri;
            const char* input;
            const char* expected;
        };
        const Row rows[] = {
            {"/pet/{id}", R"({"id":7})", "/pet/7"},
            {"/pet/{id}/{id}", R"({"id":"a b/c"})", "/pet/a%20b%2Fc/a%20b%2Fc"},
            {"/{on}?x={x}", R"({"on":true,"x":1.5})", "/true?x=1.5"},
            {"/pet/{pet.id}", R"({"pet":{"id":1},"pet.id":2})", "/pet/2"},
            {"/pet?id={id}&x={x}", R"({"id":null})", "/pet?id=&x="},
            {"/pet#{id}", R"({"id":""})", "/pet#"},
            {"/pet/{id}", R"({"id":"..."})", "/pet/..."},
            {"/pet/{id}.", R"({"id":"a"})", "/pet/a."},
            {"/pet?id={id}", R"({"id":".."})", "/pet?id=.."},
            {"/pet/{id}", R"({"id":"%2e%2e"})", "/pet/%252e%252e"},
            {"/pet/{id}", R"({"id":"../.."})", "/pet/..%2F.."},
            {"/pet/../{id}", R"({"id":1})", "/pet/../1"},
            {"/pet/{id}", R"({"id":"{name}","name":"n"})", "/pet/%7Bname%7D"},
        };
        for (const auto& row : rows)
            CPPUNIT_ASSERT_EQUAL_MESSAGE(row.input, std::string(row.expected),
                                         expanded(row.uri, row.input));
    }

    void refusesAnAddressThatLacksAPart() {
        const std::string start =
            "validation 400, invalid URI template: In with/endpoint: {id} has no value: the task's "
            "input has ";
        const std::string end = ". An address without that part is another one. Nothing was sent.";
        for (const auto* uri : {"/pet/{id}", "/pet/{id}/toys", "{id}", "https://{id}/pet",
                                "https://h:{id}/", "/pet/x{id}", "/pet/{id}?a={id}"}) {
            same(start + "no \"id\"" + end, expanded(uri, "{}"));
            same(start + "no \"id\"" + end, expanded(uri, R"({"ID":1})"));
            same(start + "no \"id\"" + end, expanded(uri, "7"));
            same(start + "null as \"id\"" + end, expanded(uri, R"({"id":null})"));
            same(start + "an empty text as \"id\"" + end, expanded(uri, R"({"id":""})"));
        }
        same(
            "validation 400, invalid URI template: In with/endpoint: {a.b} has no value: the "
            "task's input has no \"a.b\"" +
                end +
                " {a.b} is the member of just that name; for members of members write the whole as "
                "an expression.",
            expanded("/pet/{a.b}", R"({"a":{"b":1}})"));
    }

    void refusesDotsAsASegment() {
        const auto text = [](const std::string& names, const std::string& segment) {
            return "validation 400, invalid URI template: In with/endpoint: the value of " + names +
                   " makes \"" + segment +
                   "\" of its segment of the path, which leads to another address. Nothing was "
                   "sent.";
        };
        for (const auto* uri : {"/pet/{x}", "/pet/{x}/toys", "/pet/{x}?a=b", "/pet/{x}#a"}) {
            same(text("{x}", ".."), expanded(uri, R"({"x":".."})"));
            same(text("{x}", "."), expanded(uri, R"({"x":"."})"));
        }
        same(text("{x}", ".."), expanded("/pet/.{x}", R"({"x":"."})"));
        same(text("{x}", "%2e."), expanded("/pet/%2e{x}", R"({"x":"."})"));
        same(text("{x} and {y}", ".."), expanded("/pet/{x}{y}", R"({"x":".","y":"."})"));
    }

    void findsDotsInAnAddress() {
        for (const auto* good : {"https://h/a/b", "https://../a", "https://h/a?x=/../", "https://h",
                                 "https://h/a.../b", "https://h/#/.."})
            same("", tenon::http::dotsIn(good));
        for (const auto* bad : {"https://h/a/..", "https://h/../b", "https://h/./b",
                                "https://h/%2E.", "https://h/a/%2e/b", "/..", ".."})
            CPPUNIT_ASSERT_MESSAGE(bad, !tenon::http::dotsIn(bad).empty());
    }

    void saysWhatIsNoTemplate() {
        const auto form = [](const char* found, const char* wanted) {
            return "\"" + std::string(found) +
                   "\" is a form of RFC 6570 that the language leaves out; write {" + wanted + "}";
        };
        for (const auto* good : {"https://h/{id}", "/{a.b}", "{x}", "https://h/{user-id}?q={q}",
                                 "https://h/%7Bx%7D", "https://h/$id", "https://h/a$b{c}"})
            same("", tenon::http::uriProblem(good));
        for (const char op : std::string("+#./;?&=,!@|")) {
            const std::string found = std::string("{") + op + "id}";
            same(form(found.c_str(), "id"), tenon::http::uriProblem("https://h/" + found));
        }
        same(form("{id*}", "id"), tenon::http::uriProblem("https://h/{id*}"));
        same(form("{id:3}", "id"), tenon::http::uriProblem("https://h/{id:3}"));
        same(form("{a,b}", "a"), tenon::http::uriProblem("https://h/{a,b}"));
        for (const auto* blank : {"{ id }", "{id }", "{ id}", "{\tid}"})
            same("\"" + std::string(blank) + "\" is no variable of a URI; write {id}",
                 tenon::http::uriProblem("https://h/" + std::string(blank)));
        for (const auto* none : {"{}", "{ }", "{+}"})
            same("\"" + std::string(none) +
                     "\" names nothing; write {NAME}, a member of the task's input",
                 tenon::http::uriProblem("https://h/" + std::string(none)));
        const std::string open =
            "\"{\" without \"}\" after it; write {NAME}, or %7B if a brace is meant";
        for (const auto* uri : {"https://h/{id", "https://h/{a{b}}", "https://h/{"})
            same(open, tenon::http::uriProblem(uri));
        for (const auto* uri : {"https://h/id}", "https://h/{{id}}/"})
            CPPUNIT_ASSERT_MESSAGE(uri, !tenon::http::uriProblem(uri).empty());
        for (const auto* uri : {"https://h/a b", " https://h", "https://h/a\t", "https://h?a=b c"})
            same("a blank cannot stand in a URL; write %20 if it is meant",
                 tenon::http::uriProblem(uri));
        const std::string whole =
            "\"${\" inside a longer text is no expression; write the whole as one: ";
        same(whole + R"x(${ "http://h/pets/\(.id)" })x",
             tenon::http::uriProblem("http://h/pets/${ .id }"));
        same(whole + R"x(${ "\(.base)/pets/\(.id)?x=1" })x",
             tenon::http::uriProblem("${.base}/pets/${ .id }?x=1"));
        same(whole + R"x(${ "… \( .x ) …" })x", tenon::http::uriProblem("http://h/${ {a: 1}.a }"));
    }

    void encodesForForms() {
        same("1PpG%2FQ+1", tenon::http::formEncoded("1PpG/Q 1"));
        same("z%2FtZ9VwFZqApmIQ%2BZH1I5pLk%2FuB4ud%3AX2%2F8bL%2BwfFTt1rFw%3D",
             tenon::http::formEncoded("z/tZ9VwFZqApmIQ+ZH1I5pLk/uB4ud:X2/8bL+wfFTt1rFw="));
        same("+%25%26%2B%C2%A3%E2%82%AC*-._%7E", tenon::http::formEncoded(" %&+£€*-._~"));
    }

    void refusesWhatIsNoScalar() {
        CPPUNIT_ASSERT_EQUAL(
            std::string("expression 400, invalid URI template: In with/endpoint: {id} takes a "
                        "string, a number or a boolean; \"id\" of the task's input is an array."),
            expanded("/pet/{id}", R"({"id":[1]})"));
        CPPUNIT_ASSERT_EQUAL(
            std::string("expression 400, invalid URI template: In with/endpoint: {id} takes a "
                        "string, a number or a boolean; \"id\" of the task's input is an object."),
            expanded("/pet/{id}", R"({"id":{}})"));
    }

    void saysWhetherASecretWentIn() {
        bool secret = false;
        const tenon::Value input = tenon::Object{{"key", tenon::Secret("s")}};
        CPPUNIT_ASSERT_EQUAL(std::string("/s"), expandUri("/{key}", input, "", secret).value());
        CPPUNIT_ASSERT(secret);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(UriTemplateTest);

}  // namespace
