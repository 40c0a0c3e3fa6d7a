// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/element_request.h"

#include "step_fixture.h"

namespace {

using cloudelements::ElementRequest;

class ElementRequestTest : public StepFixture {
    CPPUNIT_TEST_SUITE(ElementRequestTest);
    CPPUNIT_TEST(sendsWhatIsWritten);
    CPPUNIT_TEST(givesThePageAndTheNextOne);
    CPPUNIT_TEST(gathersAllPages);
    CPPUNIT_TEST(gathersUpToTheLimit);
    CPPUNIT_TEST(asksForNoMoreOfTheFirstPageThanItGives);
    CPPUNIT_TEST(refusesListsWithoutAnEnd);
    CPPUNIT_TEST(givesWhatIsNoJsonAsAText);
    CPPUNIT_TEST(actsOnce);
    CPPUNIT_TEST(refusesPathsThatAreOthers);
    CPPUNIT_TEST(refusesWhatDoesNotFit);
    CPPUNIT_TEST_SUITE_END();

    void page(const std::string& body, const std::string& next) {
        context_.fakeHttp.answer(
            200, body,
            next.empty() ? std::vector<tenon::Header>{}
                         : std::vector<tenon::Header>{{"elements-next-page-token", next}});
    }

    void sendsWhatIsWritten() {
        context_.fakeHttp.answer(200, R"({"key":"43"})", {{"X-Multi", "a"}, {"x-multi", "b"}});
        same(R"({"status":200,"body":{"key":"43"},"headers":{"x-multi":"a, b"},"nextPage":""})",
             does<ElementRequest>(R"({"method":"PUT","path":"/hubs/crm/accounts/4%203",
                "query":{"a":["x","y&z"],"b":1,"c":true,"d":null,"e f":""},
                "headers":{"Elements-Version":"Helium"},"body":{"n":9007199254740993}})"));
        same("Helium", context_.fakeHttp.sent.at(0).request.headers.back().value);
        same(R"(PUT /hubs/crm/accounts/4%203?a=x&a=y%26z&b=1&c=true&e%20f= {"n":9007199254740993})",
             sent());
        context_.fakeHttp.answer(204, "");
        same(R"({"status":204,"body":null,"headers":{},"nextPage":""})",
             does<ElementRequest>(R"({"method":"DELETE","path":"/accounts/43"})"));
    }

    void givesThePageAndTheNextOne() {
        page("[1]", "a/b=");
        same(R"({"status":200,"body":[1],"headers":{"elements-next-page-token":"a/b="},)"
             R"("nextPage":"a/b="})",
             does<ElementRequest>(R"({"path":"/accounts","pageSize":1})"));
        page("[2]", "");
        same(R"({"status":200,"body":[2],"headers":{},"nextPage":""})",
             does<ElementRequest>(R"({"path":"/accounts","pageSize":1,"nextPage":"a/b="})"));
        same("GET /accounts?pageSize=1\nGET /accounts?pageSize=1&nextPage=a%2Fb%3D", sent());
    }

    void gathersAllPages() {
        page("[1,2]", "p2");
        page("[]", "p3");
        page("[3]", "");
        same(R"({"status":200,"body":[1,2,3],"headers":{"elements-next-page-token":"p2"},)"
             R"("nextPage":""})",
             does<ElementRequest>(R"({"path":"/accounts","pages":"all","query":{"where":"a"}})"));
        same(
            "GET /accounts?where=a\nGET /accounts?where=a&nextPage=p2\n"
            "GET /accounts?where=a&nextPage=p3",
            sent());
    }

    // The limit at every place of two pages of two: what is left out can be gone on with.
    void gathersUpToTheLimit() {
        const std::pair<const char*, const char*> rows[] = {
            {"1", R"([1],"nextPage":"p1")"},     {"2", R"([1,2],"nextPage":"p2")"},
            {"3", R"([1,2,3],"nextPage":"p2")"}, {"4", R"([1,2,3,4],"nextPage":"")"},
            {"5", R"([1,2,3,4],"nextPage":"")"},
        };
        for (const auto& [limit, wanted] : rows) {
            context_.fakeHttp.answers.clear();
            page("[1,2]", "p2");
            page("[3,4]", "");
            auto found =
                does<ElementRequest>(R"({"path":"/a","pages":"all","nextPage":"p1","limit":)" +
                                     std::string(limit) + "}");
            const auto headers = found.find(R"("headers":{"elements-next-page-token":"p2"},)");
            CPPUNIT_ASSERT(headers != std::string::npos);
            found.erase(headers,
                        std::string(R"("headers":{"elements-next-page-token":"p2"},)").size());
            same(R"({"status":200,"body":)" + std::string(wanted) + "}", found);
        }
    }

    // Nothing names the first page of a list, so nobody could come back to what is cut off it.
    void asksForNoMoreOfTheFirstPageThanItGives() {
        page("[1,2]", "p2");
        auto found = does<ElementRequest>(R"({"path":"/a","pages":"all","limit":2})");
        CPPUNIT_ASSERT_MESSAGE(found, found.ends_with(R"("nextPage":"p2"})"));
        CPPUNIT_ASSERT(context_.fakeHttp.sent.back().request.url.ends_with("/a?pageSize=2"));
        // A platform that gives more than it is asked for.
        page("[1,2,3]", "p2");
        found = does<ElementRequest>(R"({"path":"/a","pages":"all","limit":2})");
        CPPUNIT_ASSERT_MESSAGE(found, found.find(R"("body":[1,2,3])") != found.npos);
        CPPUNIT_ASSERT_MESSAGE(found, found.ends_with(R"("nextPage":"p2"})"));
    }

    void refusesListsWithoutAnEnd() {
        page("[1]", "p");
        page("[1]", "p");
        same("no: The platform's answer to GET /a names itself as the page after it.",
             does<ElementRequest>(R"({"path":"/a","pages":"all"})"));
        for (const char* next : {"p", "q", "p"}) page("[]", next);
        same("no: The platform's answer to GET /a leads to a page that was there before.",
             does<ElementRequest>(R"({"path":"/a","pages":"all"})"));
        page("{}", "");
        same("no: The platform's answer to GET /a is no list, and all pages of one were wanted.",
             does<ElementRequest>(R"({"path":"/a","pages":"all"})"));
    }

    void givesWhatIsNoJsonAsAText() {
        const std::pair<const char*, const char*> rows[] = {
            {"text/csv", "a,b\n"}, {"text/plain", "{\"a\":1}"}, {"", "plain \xff"}};
        const char* const wanted[] = {R"("a,b\n")", R"("{\"a\":1}")", "\"plain \xef\xbf\xbd\""};
        for (std::size_t i = 0; i < 3; ++i) {
            const std::string type = rows[i].first;
            context_.fakeHttp.answer(200, rows[i].second,
                                     type.empty()
                                         ? std::vector<tenon::Header>{}
                                         : std::vector<tenon::Header>{{"Content-Type", type}});
            const auto found = does<ElementRequest>(R"({"path":"/a"})");
            same(std::string(R"({"status":200,"body":)") + wanted[i],
                 found.substr(0, found.find(",\"headers\"")));
        }
    }

    void actsOnce() {
        for (const auto& [method, done] : {std::pair{"POST", "maybe"},
                                           {"PATCH", "maybe"},
                                           {"PUT", "maybe"},
                                           {"DELETE", "maybe"},
                                           {"GET", "no"}}) {
            context_.fakeHttp.answer(503, R"({"message":"Busy"})");
            const auto found =
                does<ElementRequest>(R"({"path":"/a","method":")" + std::string(method) + "\"}");
            same(done, found.substr(0, found.find(':')));
            CPPUNIT_ASSERT_EQUAL(std::size_t(1), context_.fakeHttp.sent.size());
            const bool acts = *method == 'P' && method[1] != 'U';
            CPPUNIT_ASSERT_EQUAL(acts, found.ends_with("It may have been done all the same: before "
                                                       "you run this again, look at /a with GET."));
            CPPUNIT_ASSERT_EQUAL(acts, context_.fakeHttp.sent[0].request.idempotent == false);
            context_.fakeHttp.sent.clear();
        }
        context_.fakeHttp.answer(200, "{", {{"Content-Type", "application/json"}});
        static_cast<void>(does<ElementRequest>(R"({"path":"/a","method":"POST"})"));
    }

    void refusesPathsThatAreOthers() {
        const std::string empty =
            "/path has an empty part, which makes another address of it; write every part";
        const std::string dots =
            "/path has a part of dots alone, which leads to another address; leave it out";
        const std::string odd =
            "/path holds what cannot stand in an address; write it percent-encoded: %20 for a "
            "blank";
        const std::string query = "/path holds a query or a fragment; write it under query";
        const std::pair<const char*, std::string> rows[] = {
            {"", "/path does not begin with a slash; write /hubs/crm/accounts"},
            {"accounts", "/path does not begin with a slash; write /hubs/crm/accounts"},
            {"https://evil.example/",
             "/path does not begin with a slash; write /hubs/crm/accounts"},
            {"/", empty},
            {"/accounts/", empty},
            {"//evil.example/a", empty},
            {"/a//b", empty},
            {"/..", dots},
            {"/a/../b", dots},
            {"/a/.", dots},
            {"/a/%2e%2E/b", dots},
            {"/a/.%2e", dots},
            {"/a b", odd},
            {"/a\\r\\nX: y", odd},
            {"/a/ä", odd},
            {"/a{b}", odd},
            {"/a?b=c", query},
            {"/a#b", query},
        };
        for (const auto& [path, wanted] : rows)
            same(wanted, refusal<ElementRequest>(R"({"path":")" + std::string(path) + "\"}"));
    }

    void refusesWhatDoesNotFit() {
        const std::pair<const char*, const char*> rows[] = {
            {R"("method":"get")",
             "/method is \"get\"; wanted one of GET, POST, PUT, PATCH, DELETE"},
            {R"("body":{})",
             "/body is given, and GET has none; leave it out, or write another method"},
            {R"("method":"POST","nextPage":"x")", "/nextPage is for GET alone; leave it out"},
            {R"("method":"POST","pageSize":1)", "/pageSize is for GET alone; leave it out"},
            {R"("method":"POST","pages":"all")",
             "/pages is all, which is for GET alone; leave it out"},
            {R"("pages":"some")", "/pages is \"some\"; wanted one of one, all"},
            {R"("limit":0)", "/limit is less than one; write a number from 1"},
            {R"("pageSize":0)", "/pageSize is less than one; write a number from 1"},
            {R"("query":{"pageSize":1})",
             "/query/pageSize is an input of its own; write it beside query"},
            {R"("query":{"a":{}})",
             "/query/a is an object; wanted a text, a number, a boolean or an array of them"},
            {R"("query":{"a":[[]]})",
             "/query/a is an array; wanted a text, a number, a boolean or an array of them"},
            {R"("headers":{"authorization":"x"})",
             "/headers/authorization is made of connection and token; leave it out"},
            {R"("headers":{"a b":"x"})",
             "/headers/a b is no name of a header; write letters, digits and hyphens"},
            {R"("headers":{"a":"x\ny"})",
             "/headers/a holds a line break or another control character; leave it out"},
            {R"("token":"Element x")",
             "/token holds a blank or a comma; give the secret alone, without the word Element"},
            {R"("token":" ")", "/token is empty; give a text"},
        };
        for (const auto& [input, wanted] : rows)
            same(wanted, refusal<ElementRequest>(R"({"path":"/a",)" + std::string(input) + "}"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ElementRequestTest);

}  // namespace
