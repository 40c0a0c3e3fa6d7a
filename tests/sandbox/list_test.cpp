// SPDX-License-Identifier: Apache-2.0
// The list of instances: pages, search, tags.
#include "tenon/json.h"
#include "with_sandbox.h"

using support::Reply;

class ListTest : public support::WithSandbox {
    CPPUNIT_TEST_SUITE(ListTest);
    CPPUNIT_TEST(listsNothingAsAnEmptyArray);
    CPPUNIT_TEST(listsWholeInstances);
    CPPUNIT_TEST(walksAllPages);
    CPPUNIT_TEST(endsWithoutATokenWhereAPageIsJustFull);
    CPPUNIT_TEST(givesTwoHundredAtMost);
    CPPUNIT_TEST(refusesAPageThatCannotBe);
    CPPUNIT_TEST(searchesNames);
    CPPUNIT_TEST(searchesTheElementsKey);
    CPPUNIT_TEST(filtersByEveryTag);
    CPPUNIT_TEST(answers404WhereNothingIsFound);
    CPPUNIT_TEST(pagesWhatItFound);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    Reply list(const std::string& query) const {
        return platform_->call({.path = "/instances" + query});
    }
    // "Name Name; returned of total, next token".
    static std::string shown(const Reply& reply) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(reply.body, 200, reply.status);
        std::string out;
        const auto all = reply.json();
        for (const auto& instance : *all.array())
            out += (out.empty() ? "" : " ") + *instance.find("name")->string();
        out += "; " + reply.header("Elements-Returned-Count") + " of " +
               reply.header("Elements-Total-Count");
        if (reply.headers.has("Elements-Next-Page-Token")) out += ", more";
        return out;
    }
    void make(const std::string& names, const std::string& tags = "[]") const {
        for (const char name : names) platform_->make(std::string(1, name), ",\"tags\":" + tags);
    }

    void listsNothingAsAnEmptyArray() {
        const auto reply = list("");
        same("[]", reply.body);
        same("; 0 of 0", shown(reply));
    }
    void listsWholeInstances() {
        make("ab");
        for (const char* query : {"", "?hydrate=true", "?hydrate=false"})
            same("[" + platform_->call({.path = "/instances/427902"}).body + "," +
                     platform_->call({.path = "/instances/427903"}).body + "]",
                 list(query).body);
    }
    void walksAllPages() {
        make("abcdefg");
        std::string pages, next;
        do {
            const auto reply = list("?pageSize=3&nextPage=" + next);
            pages += shown(reply) + "\n";
            next = reply.header("Elements-Next-Page-Token");
        } while (!next.empty());
        same("a b c; 3 of 7, more\nd e f; 3 of 7, more\ng; 1 of 7\n", pages);
    }
    void endsWithoutATokenWhereAPageIsJustFull() {
        make("ab");
        same("a b; 2 of 2", shown(list("?pageSize=2")));
        same("; 0 of 2", shown(list("?nextPage=2")));
        same("; 0 of 2", shown(list("?nextPage=4294967295")));
    }
    void givesTwoHundredAtMost() {
        Poco::Net::HTTPClientSession session("127.0.0.1", platform_->port());
        for (int i = 0; i < 201; ++i)
            CPPUNIT_ASSERT_EQUAL(200, platform_
                                          ->call(session, {.method = "POST",
                                                           .path = "/instances",
                                                           .body = support::newInstance()})
                                          .status);
        for (const char* query : {"", "?pageSize=200", "?pageSize="}) {
            same("200", list(query).header("Elements-Returned-Count"));
            same("201", list(query).header("Elements-Total-Count"));
        }
    }
    void refusesAPageThatCannotBe() {
        const auto wrong = [&](const std::string& query, const std::string& message) {
            const auto reply = list(query);
            CPPUNIT_ASSERT_EQUAL(400, reply.status);
            same(message, reply.message());
        };
        wrong("?pageSize=0", "The parameter 'pageSize' must be 1 to 200");
        wrong("?pageSize=201", "The parameter 'pageSize' must be 1 to 200");
        wrong("?pageSize=-1", "The parameter 'pageSize' is not valid");
        wrong("?pageSize=ten", "The parameter 'pageSize' is not valid");
        wrong("?nextPage=x", "The parameter 'nextPage' is not valid");
        wrong("?nextPage=99999999999", "The parameter 'nextPage' is not valid");
    }
    void searchesNames() {
        make("abc");
        platform_->make("a+b & c");
        same("a a+b & c; 2 of 2", shown(list("?searchText=a")));
        same("a+b & c; 1 of 1", shown(list("?searchText=%2Bb+%26%20c")));
        same("a b c a+b & c; 4 of 4", shown(list("?searchText=")));
    }
    void searchesTheElementsKey() {
        make("ab");
        same("a b; 2 of 2", shown(list("?searchText=sagecrm")));
    }
    void filtersByEveryTag() {
        make("a", R"(["x"])");
        make("b", R"(["x","y"])");
        make("c", R"(["y","two words"])");
        same("a b; 2 of 2", shown(list("?tags%5B%5D=x")));
        same("a b; 2 of 2", shown(list("?tags[]=x")));
        same("b; 1 of 1", shown(list("?tags%5B%5D=x&tags%5B%5D=y")));
        same("b; 1 of 1", shown(list("?tags[]=y&tags%5b%5d=x")));
        same("c; 1 of 1", shown(list("?tags[]=two%20words")));
        same("b; 1 of 1", shown(list("?tags[]=y&searchText=b")));
        same("; 0 of 0", shown(list("?tags[]=X")));
        same("; 0 of 0", shown(list("?tags[]=wor")));
    }
    void answers404WhereNothingIsFound() {
        make("a", R"(["x"])");
        for (const char* query : {"?searchText=b", "?searchText=b&tags[]=x",
                                  "?searchText=a&tags[]=y", "?searchText=sagecrm&tags[]=y"}) {
            const auto reply = list(query);
            CPPUNIT_ASSERT_EQUAL(404, reply.status);
            same("No element instances found", reply.message());
        }
    }
    void pagesWhatItFound() {
        make("aba", R"(["x"])");
        make("a");
        same("a; 1 of 2, more", shown(list("?searchText=a&tags[]=x&pageSize=1")));
        same("a; 1 of 2", shown(list("?searchText=a&tags[]=x&pageSize=1&nextPage=1")));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ListTest);
