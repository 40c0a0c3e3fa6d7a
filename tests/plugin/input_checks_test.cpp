// SPDX-License-Identifier: Apache-2.0
// Inputs of the right types that cannot be meant.
#include "refusal.h"

using sample::accepted;
using sample::Inputs;
using sample::refusal;
using tenon::Secret;

class InputChecksTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(InputChecksTest);
    CPPUNIT_TEST(refusesEmptyTexts);
    CPPUNIT_TEST(refusesControlCharacters);
    CPPUNIT_TEST(refusesSecretsWithTheirWord);
    CPPUNIT_TEST(refusesASubdomainThatIsMoreThanAHost);
    CPPUNIT_TEST(takesAHostWithOrWithoutAPort);
    CPPUNIT_TEST(refusesInputsOfTheirOwnInsideOfConfiguration);
    CPPUNIT_TEST(namesAKeyOfTheConfigurationOnOneLine);
    CPPUNIT_TEST(takesWhatJsonAndHeadersCanCarry);
    CPPUNIT_TEST(reportsEverythingAtOnce);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    struct Text {
        const char* at;
        std::function<void(Inputs&, const std::string&)> set;
    };
    static std::vector<Text> texts() {
        return {
            {"/connection/baseUrl", [](Inputs& in, const auto& t) { in.connection.baseUrl = t; }},
            {"/connection/user", [](Inputs& in, const auto& t) { in.connection.user = Secret(t); }},
            {"/connection/organization",
             [](Inputs& in, const auto& t) { in.connection.organization = Secret(t); }},
            {"/name", [](Inputs& in, const auto& t) { in.name = t; }},
            {"/subdomain", [](Inputs& in, const auto& t) { in.subdomain = t; }},
            {"/username", [](Inputs& in, const auto& t) { in.username = t; }},
            {"/password", [](Inputs& in, const auto& t) { in.password = Secret(t); }},
            {"/tags/1",
             [](Inputs& in, const auto& t) {
                 in.tags = {"a", t, "b"};
             }},
        };
    }

    void refusesEmptyTexts() {
        for (const auto& text : texts())
            for (const char* bad : {"", " ", " \t "})
                same(std::string(text.at) + " is empty; give a text",
                     refusal([&](Inputs& in) { text.set(in, bad); }));
        same("/configuration/ is empty; give a text", refusal([](Inputs& in) {
                 in.configuration = {{"", "a"}};
             }));
        accepted([](Inputs& in) { in.configuration = {{"a", ""}}; });
    }
    void refusesControlCharacters() {
        const std::string problem =
            " holds a line break or another control character; leave it out";
        for (const auto& bad :
             {std::string("a\r\nX-Evil: 1"), std::string("a\n"), std::string("a\0b", 3),
              std::string("\x1b[2J"), std::string("a\tb"), std::string("\x7f")}) {
            for (const auto& text : texts())
                same(text.at + problem, refusal([&](Inputs& in) { text.set(in, bad); }));
            same("/configuration/a" + problem, refusal([&](Inputs& in) {
                     in.configuration = {{"a", bad}};
                 }));
            same("/configuration/a" + problem, refusal([&](Inputs& in) {
                     in.configuration = {{"a", Secret(bad)}};
                 }));
        }
    }
    void refusesSecretsWithTheirWord() {
        const std::string problem =
            " holds a blank or a comma; give the secret alone, without the word ";
        for (const char* bad : {"User abc=", "abc=, Organization def", "abc=,", " abc="}) {
            same("/connection/user" + problem + "User",
                 refusal([&](Inputs& in) { in.connection.user = Secret(bad); }));
            same("/connection/organization" + problem + "Organization",
                 refusal([&](Inputs& in) { in.connection.organization = Secret(bad); }));
        }
    }
    void refusesASubdomainThatIsMoreThanAHost() {
        const auto wrong = [](const std::string& subdomain, const std::string& instead) {
            same("/subdomain is not a host alone; write " + instead + ", without scheme and path",
                 refusal([&](Inputs& in) { in.subdomain = subdomain; }));
        };
        wrong("https://sage.example.org", "sage.example.org");
        wrong("HTTPS://sage.example.org:8443/crm?a=b#c", "sage.example.org:8443");
        wrong("sage.example.org/sdata/crmj", "sage.example.org");
        wrong("sage.example.org/", "sage.example.org");
        wrong("sage.example.org?a", "sage.example.org");
        wrong("sage.example.org#a", "sage.example.org");
        wrong(" sage.example.org", "crm.example.com");
        wrong("sage.example.org ", "crm.example.com");
        wrong("my host", "crm.example.com");
        wrong("https://me:s3cret@sage.example.org", "crm.example.com");
        wrong("https://", "crm.example.com");
        wrong("//sage.example.org", "crm.example.com");
        wrong(":443", "crm.example.com");
        wrong("sage.example.org:", "crm.example.com");
        wrong("sage.example.org:https", "crm.example.com");
        wrong("sage.example.org:0", "crm.example.com");
        wrong("sage.example.org:65536", "crm.example.com");
        wrong("sage.example.org:80:80", "crm.example.com");
        wrong("https://sage.example.org:x/", "crm.example.com");
        wrong("::1", "crm.example.com");
        wrong("[::1]", "crm.example.com");
        wrong("\"sage\"", "crm.example.com");
        wrong("größe.example.org", "crm.example.com");
        wrong("{subdomain}", "crm.example.com");
    }
    void takesAHostWithOrWithoutAPort() {
        for (const char* good : {"sage", "SAGE_CRM01", "sage.example.org", "SAGE-1.example.org.",
                                 "10.0.0.1", "sage.example.org:8443", "sage:1", "sage:65535"})
            accepted([&](Inputs& in) { in.subdomain = good; });
    }
    void refusesInputsOfTheirOwnInsideOfConfiguration() {
        for (const std::string key : {"subdomain", "username", "password"})
            same("/configuration/" + key + " is an input of its own; write it beside configuration",
                 refusal([&](Inputs& in) {
                     in.configuration = {{key, "a"}};
                 }));
    }
    void namesAKeyOfTheConfigurationOnOneLine() {
        const auto key = [](const std::string& text) {
            return refusal([&](Inputs& in) { in.configuration = {{text, "a"}}; });
        };
        const std::string problem =
            " holds a line break or another control character; leave it out";
        same("/configuration/a\\r\\nb" + problem, key("a\r\nb"));
        same("/configuration/a\\u0000b" + problem, key(std::string("a\0b", 3)));
        same("/configuration/~0a~1\\n" + problem, key("~a/\n"));
        same("/configuration/   is empty; give a text", key("  "));
    }
    void takesWhatJsonAndHeadersCanCarry() {
        accepted([](Inputs& in) {
            in.name = " \"Zoë\" <b>\\ ";
            in.username = "DOMAIN\\user, other";
            in.password = Secret("p w,\"\\é");
            in.tags = {"a b", "a,b", "[]"};
            in.configuration = {{"a", tenon::Object{{"b", "c\nd"}}},
                                {"b", tenon::Array{"c\nd"}},
                                {"Password", "a"},
                                {"a b", nullptr}};
        });
    }
    void reportsEverythingAtOnce() {
        same(
            "/connection/baseUrl is not a web address; write https://HOST/elements/api-v2\n"
            "  /connection/user is empty; give a text\n"
            "  /connection/organization holds a blank or a comma; give the secret alone, without "
            "the word Organization\n"
            "  /name is empty; give a text\n"
            "  /subdomain is not a host alone; write sage.example.org, without scheme and path\n"
            "  /username is empty; give a text\n"
            "  /password is empty; give a text\n"
            "  /tags/0 is empty; give a text\n"
            "  /tags/2 holds a line break or another control character; leave it out\n"
            "  /configuration/a holds a line break or another control character; leave it out\n"
            "  /configuration/password is an input of its own; write it beside configuration",
            refusal([](Inputs& in) {
                in.connection = {"ftp://h/x", Secret(), Secret("Organization x")};
                in.name = "";
                in.subdomain = "https://sage.example.org/";
                in.username = " ";
                in.password = Secret();
                in.tags = {"", "a", "\n"};
                in.configuration = {{"password", "x"}, {"a", "\r"}, {"c", "d"}};
            }));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(InputChecksTest);
