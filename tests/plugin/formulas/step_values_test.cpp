// SPDX-License-Identifier: Apache-2.0
// What becomes of the texts that an execution leaves behind.
#include "cloudelements/formulas/step_values.h"

#include <cppunit/extensions/HelperMacros.h>

#include "cloudelements/formulas/hidden.h"
#include "tenon/fields.h"
#include "tenon/json.h"

using cloudelements::StepRun;
using tenon::Object;

class StepValuesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(StepValuesTest);
    CPPUNIT_TEST(nestsAsTheFormulaNamesThem);
    CPPUNIT_TEST(readsObjectsAndListsAndNothingElse);
    CPPUNIT_TEST(keepsNamesThatAreInTheWay);
    CPPUNIT_TEST(takesTheLastOfALoop);
    CPPUNIT_TEST(sortsByEitherFormOfDate);
    CPPUNIT_TEST(hidesWhatNamesSaySecretsAre);
    CPPUNIT_TEST(hidesWhatLooksLikeACredential);
    CPPUNIT_TEST(hidesTheSecretsThatWereSent);
    CPPUNIT_TEST(leavesOtherTextsReadable);
    CPPUNIT_TEST(masksCredentialsInSentences);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string values(const std::vector<StepRun>& steps, const tenon::Value& sent = {}) {
        Object out;
        for (const auto& [name, value] : cloudelements::valuesOf(steps, sent)) out.set(name, value);
        return tenon::json::write(out);
    }
    static std::string value(const std::string& key, const std::string& text,
                             const tenon::Value& sent = {}) {
        return values({{1, "s", "success", "", {{key, text}}}}, sent);
    }

    void nestsAsTheFormulaNamesThem() {
        same(R"({"lookup":{"request":{"uri":"/a","body":null},"response":{"code":"200",)"
             R"("headers":{},"body":{"id":12345678901234567}}},"trigger":{"args":{"a":1}}})",
             values({{2,
                      "lookup",
                      "success",
                      "",
                      {{"lookup.request.uri", "/a"},
                       {"lookup.request.body", "", false},
                       {"lookup.response.code", "200"},
                       {"lookup.response.headers", "{}"},
                       {"lookup.response.body", R"({"id":12345678901234567})"}}},
                     {1, "trigger", "success", "", {{"trigger.args", R"({"a":1})"}}}}));
    }
    void readsObjectsAndListsAndNothingElse() {
        same(R"({"s":{"v":[1,{"a":null}]}})", value("s.v", R"( [1,{"a":null}])"));
        for (const char* text : {"200", "true", "null", "1.0", "", "0123", "{broken", "[1,",
                                 "a {\"b\":1}", "\"quoted\""})
            same(tenon::json::write(Object{{"s", Object{{"v", text}}}}), value("s.v", text));
    }
    void keepsNamesThatAreInTheWay() {
        same(R"({"s":{"a":"1","a.b":"2","c":{"d":"3","e":"4","e.f":"5"}}})",
             values({{1,
                      "s",
                      "",
                      "",
                      {{"s.a", "1"},
                       {"s.a.b", "2"},
                       {"s.c.d", "3"},
                       {"s.c.e", "4"},
                       {"s.c.e.f", "5"}}}}));
        // No name of the step before it, empty parts, and none at all.
        same(R"({"s":{"other":{"x":"1"}}})", value("other.x", "1"));
        same(R"({"s":{"a..b":"1"}})", value("s.a..b", "1"));
        same(R"({"s":{".":"1"}})", value("s..", "1"));
        same(R"({"s":{"s":"1"}})", value("s", "1"));
    }
    void takesTheLastOfALoop() {
        same(R"({"s":{"v":"second"}})",
             values({{1, "s", "", "", {{"s.v", "first"}, {"s.w", "only the first"}}},
                     {2, "s", "", "", {{"s.v", "second"}}}}));
    }
    static std::string sorted(std::vector<StepRun> steps) {
        cloudelements::sortByTime(steps);
        std::string out;
        for (const auto& step : steps) out += step.name;
        return out;
    }
    void sortsByEitherFormOfDate() {
        same("abcd", sorted({{9, "d", "", "2016-06-15 13:24:28", {}},
                             {3, "c", "", "2016-06-15T13:24:27.9Z", {}},
                             {2, "b", "", "2016-06-15 13:24:27.814224", {}},
                             {8, "a", "", "2016-06-15T13:24:27Z", {}}}));
        same("ab", sorted({{2, "b", "", "2016-06-15 13:24:27", {}},
                           {1, "a", "", "2016-06-15 13:24:27", {}}}));
        same("ab", sorted({{2, "b", "", "2016-06-15 13:24:27", {}}, {1, "a", "", "", {}}}));
    }
    void hidesWhatNamesSaySecretsAre() {
        same(R"({"s":{"request":{"headers":{"Authorization":"********","Accept":"json"}}}})",
             value("s.request.headers",
                   R"({"Authorization":"Element /a, User b, Organization c","Accept":"json"})"));
        for (const char* name :
             {"authorization", "Proxy-Authorization", "X-Api-Key", "Set-Cookie", "password",
              "db_PASSWORD", "clientSecret", "access_token", "apiKey", "credentials"})
            same(tenon::json::write(
                     Object{{"s", Object{{"v", Object{{name, "********"}, {"n", "x"}}}}}}),
                 value("s.v", tenon::json::write(Object{{name, "x"}, {"n", "x"}})));
        same(R"({"s":{"password":"********"}})", value("s.password", "x"));
        same(R"({"s":{"tokens":[{"a":"********"},"********",1,""]}})",
             value("s.tokens", R"([{"a":"x"},"y",1,""])"));
    }
    void hidesWhatLooksLikeACredential() {
        for (const char* text :
             {"User BUIWhN8NTPaeyYo7Kblo91CJ1tCG6PUonwnV/XJjy2A=, Element a",
              "it sent {\"x\":\"Element gwDd1yJ5Q9cD0fTz/2nGzX+9kE7sLhCq4v8uYt3RrWo=\"} there",
              "Bearer eyJhbGciOiJIUzI1NiJ9.e30.abcdefgh", "{\"cut\":\"Basic c2VjcmV0OnNlY3JldDpz"})
            same(R"({"s":{"v":"********"}})", value("s.v", text));
    }
    void hidesTheSecretsThatWereSent() {
        const tenon::Value sent(
            Object{{"a", tenon::Array{tenon::Secret("hunter2")}}, {"short", tenon::Secret("abc")}});
        same(R"({"s":{"v":"********"}})", value("s.v", "it is hunter2!", sent));
        same(R"({"trigger":{"args":{"pw":"********","b":"abc"}}})",
             values({{1, "trigger", "", "", {{"trigger.args", R"({"pw":"hunter2","b":"abc"})"}}}},
                    sent));
    }
    void leavesOtherTextsReadable() {
        for (const char* text : {"User administration", "Element accounts", "Organization Acme Ltd",
                                 "Basic rules for the long-distance", "a token of it"})
            same(tenon::json::write(Object{{"s", Object{{"v", text}}}}), value("s.v", text));
    }
    void masksCredentialsInSentences() {
        same("401 for User ********, Element ********: no",
             cloudelements::withoutCredentials(
                 "401 for User BUIWhN8NTPaeyYo7Kblo91CJ1tCG6PUonwnV/XJjy2A=, Element "
                 "gwDd1yJ5Q9cD0fTz/2nGzX+9kE7sLhCq4v8uYt3RrWo=: no"));
        same("No User named Smith", cloudelements::withoutCredentials("No User named Smith"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(StepValuesTest);
