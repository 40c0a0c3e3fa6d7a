// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/call_element_operation.h"
#include "cloudelements/requests/instance_docs.h"
#include "step_fixture.h"

namespace {

using namespace cloudelements;

const std::string kDocs = R"({"swagger":"2.0","basePath":"/elements/api-v2",
 "parameters":{"Auth":{"name":"authorization","in":"header","required":true,"type":"string"}},
 "paths":{
  "/accounts":{
   "parameters":[{"$ref":"#/parameters/Auth"}],
   "get":{"operationId":"getAccounts","summary":"Lists","parameters":[
     {"name":"pageSize","in":"query","type":"integer"},
     {"name":"order","in":"query","type":"string","enum":["asc","desc"]},
     {"name":"tags","in":"query","type":"array","items":{"type":"string"},
      "collectionFormat":"multi"},
     {"name":"ids","in":"query","type":"array","items":{"type":"integer"},
      "collectionFormat":"pipes"},
     {"name":"Elements-Version","in":"header","type":"string"}]},
   "post":{"operationId":"createAccount","parameters":[
     {"name":"account","in":"body","required":true,"schema":{"$ref":"#/definitions/an~1~0account"}}]}},
  "/accounts/{id}":{
   "get":{"operationId":"getAccount","parameters":[{"name":"id","in":"path","type":"string"}]}},
  "/odd/{x}":{"get":{"operationId":"odd"}}},
 "definitions":{"an/~account":{"type":"object","required":["Comp_Name"],"properties":{
   "Comp_Name":{"type":"string"},"size":{"type":"number"},
   "person":{"type":"array","items":{"$ref":"#/definitions/person"}}}},
  "person":{"properties":{"age":{"type":"integer"},"of":{"$ref":"#/definitions/an~1~0account"},
   "loop":{"$ref":"#/definitions/loop"}}},
  "loop":{"$ref":"#/definitions/loop"}}})";

class ElementOperationTest : public StepFixture {
    CPPUNIT_TEST_SUITE(ElementOperationTest);
    CPPUNIT_TEST(readsTheDocs);
    CPPUNIT_TEST(refusesWhatIsNoDocs);
    CPPUNIT_TEST(callsByName);
    CPPUNIT_TEST(fetchesTheDocs);
    CPPUNIT_TEST(refusesBeforeAnythingIsSent);
    CPPUNIT_TEST(refusesBodiesThatDoNotFit);
    CPPUNIT_TEST(comparesTheMethodWithTheDocs);
    CPPUNIT_TEST(saysWhatWasOnlyALook);
    CPPUNIT_TEST_SUITE_END();

    static std::string given(const std::string& more) {
        return "{\"docs\":" + kDocs + "," + more + "}";
    }

    void readsTheDocs() {
        context_.fakeHttp.answer(200, kDocs);
        const auto found = does<GetInstanceDocs>(R"({"id":5})");
        const std::string wanted =
            R"("operations":[{"name":"getAccounts","method":"GET","path":"/accounts",)"
            R"("summary":"Lists"},{"name":"createAccount","method":"POST","path":"/accounts",)"
            R"("summary":""},{"name":"getAccount","method":"GET","path":"/accounts/{id}",)"
            R"("summary":""},{"name":"odd","method":"GET","path":"/odd/{x}","summary":""}]})";
        same(wanted, found.substr(found.find("\"operations\"")));
        context_.fakeHttp.answer(200, kDocs);
        static_cast<void>(does<GetInstanceDocs>("{}"));
        same("GET /instances/5/docs\nGET /instances/docs", sent());
    }

    void refusesWhatIsNoDocs() {
        for (const char* body : {"{}", "[]", "", R"({"paths":[]})"}) {
            context_.fakeHttp.answer(200, body);
            same(
                "no: The platform's answer to the question for the instance's docs is no Swagger "
                "2.0: it has no \"paths\".",
                does<GetInstanceDocs>("{}"));
        }
        context_.fakeHttp.sent.clear();
        same("the whole names no instance; give id or token",
             refusal<GetInstanceDocs>(R"({"token":null})"));
        same("/docs is no Swagger 2.0: it has no \"paths\"; give what GetInstanceDocs gave",
             refusal<CallElementOperation>(R"({"docs":{},"operation":"a"})"));
    }

    void callsByName() {
        const std::string empty = R"({"status":200,"body":null,"headers":{},"nextPage":""})";
        const std::pair<const char*, const char*> rows[] = {
            {R"("operation":"getAccounts")", "GET /accounts"},
            {R"("operation":"getAccounts","parameters":{"pageSize":5,"order":"asc",
                "tags":["a","b&"],"ids":[1,2],"Elements-Version":"Helium"})",
             "GET /accounts?pageSize=5&order=asc&tags=a&tags=b%26&ids=1%7C2"},
            {R"("operation":"getAccounts","parameters":{"pageSize":12345678901234567890,)"
             R"("ids":[-9223372036854775809]})",
             "GET /accounts?pageSize=12345678901234567890&ids=-9223372036854775809"},
            {R"("operation":"createAccount","body":{"Comp_Name":"A","size":12345678901234567890,
                "person":[{"age":12345678901234567890}]})",
             R"(POST /accounts {"Comp_Name":"A","size":12345678901234567890,)"
             R"("person":[{"age":12345678901234567890}]})"},
            {R"("operation":"getAccount","parameters":{"id":"4/3"})", "GET /accounts/4%2F3"},
            {R"("operation":"createAccount","body":{"comp_name":"A","other":1,
                "person":[{"age":3}]})",
             R"(POST /accounts {"comp_name":"A","other":1,"person":[{"age":3}]})"},
        };
        for (const auto& [input, wanted] : rows) {
            context_.fakeHttp.answer(200, "");
            same(empty, does<CallElementOperation>(given(input)));
            same(wanted, sent());
        }
    }

    void fetchesTheDocs() {
        context_.fakeHttp.answer(200, kDocs);
        context_.fakeHttp.answer(200, "[]");
        static_cast<void>(does<CallElementOperation>(R"({"operation":"getAccounts"})"));
        same("GET /instances/docs\nGET /accounts", sent());
        context_.fakeHttp.answer(200, kDocs);
        static_cast<void>(does<CallElementOperation>(R"({"operation":"none"})"));
        same("GET /instances/docs", sent());
    }

    void refusesBeforeAnythingIsSent() {
        const std::pair<const char*, const char*> rows[] = {
            {R"("operation":"getaccounts")",
             "/operation is \"getaccounts\", which the instance's docs do not have; they have "
             "getAccounts, createAccount, getAccount, odd"},
            {R"("operation":" ")", "/operation is empty; give a text"},
            {R"("operation":"getAccounts","parameters":{"pagesize":1})",
             "/parameters/pagesize is no parameter of getAccounts; it takes pageSize, order, tags, "
             "ids, Elements-Version"},
            {R"("operation":"getAccounts","parameters":{"pageSize":"5"})",
             "/parameters/pageSize is a string; wanted an integer"},
            {R"("operation":"getAccounts","parameters":{"order":"up"})",
             "/parameters/order is \"up\"; wanted one of \"asc\", \"desc\""},
            {R"("operation":"getAccounts","parameters":{"ids":[1,"x"]})",
             "/parameters/ids/1 is a string; wanted an integer"},
            {R"("operation":"getAccounts","parameters":{"authorization":"x"})",
             "/parameters/authorization is made of connection and token; leave it out"},
            {R"("operation":"getAccounts","parameters":{"Elements-Version":"a\nb"})",
             "/parameters/Elements-Version holds a line break or another control character; leave "
             "it out"},
            {R"("operation":"getAccount")", "/parameters/id is missing, and getAccount needs it"},
            {R"("operation":"getAccount","parameters":{"id":".."})",
             "/parameters/id is a part of the path, and would make another address of it"},
            {R"("operation":"getAccount","parameters":{"id":""})",
             "/parameters/id is a part of the path, and would make another address of it"},
            {R"("operation":"createAccount")", "/body is missing, and createAccount needs it"},
            {R"("operation":"createAccount","body":{"Comp_Name":"a"},"parameters":{"account":{}})",
             "/parameters/account is no parameter of createAccount; it takes none"},
            {R"("operation":"getAccounts","body":{})",
             "/body is given, and getAccounts takes none"},
        };
        for (const auto& [input, wanted] : rows)
            same(wanted, refusal<CallElementOperation>(given(input)));
        same(
            "no: The path /odd/{x} of odd has a part that the instance's docs have no parameter "
            "for. Nothing was sent.",
            does<CallElementOperation>(given(R"("operation":"odd")")));
    }

    // A look that is none would be repeated: whatever is written, nothing is sent with another.
    void comparesTheMethodWithTheDocs() {
        for (const std::string real : {"GET", "POST", "PUT", "PATCH", "DELETE"})
            for (const std::string said : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
                std::string lower = real;
                for (auto& c : lower) c = static_cast<char>(c + 32);
                const std::string input =
                    R"({"docs":{"paths":{"/a":{")" + lower +
                    R"(":{"operationId":"do"}}}},"operation":"do","method":")" + said + "\"}";
                if (said != real) {
                    same("/method is " + said + ", and the instance's docs have do with " + real,
                         refusal<CallElementOperation>(input));
                    continue;
                }
                context_.fakeHttp.answer(200, "");
                static_cast<void>(does<CallElementOperation>(input));
                same(real + " /a", sent());
            }
        same(R"(/method is "get"; wanted one of GET, POST, PUT, PATCH, DELETE)",
             refusal<CallElementOperation>(given(R"("operation":"getAccounts","method":"get")")));
    }
    // Whatever goes wrong with a GET has done nothing; of another method nobody knows.
    void saysWhatWasOnlyALook() {
        auto lost = tenon::makeError(tenon::ErrorKind::communication, "connection closed", "Gone.");
        lost.done = tenon::Done::maybe;
        const auto outcomes = [&](const char* input) {
            std::string out;
            for (int i = 0; i < 3; ++i) {
                if (i == 0) context_.fakeHttp.answers.emplace_back(lost);
                if (i == 1) context_.fakeHttp.answer(503, "");
                if (i == 2) context_.fakeHttp.answer(200, "<", {{"Content-Type", "text/json"}});
                const auto text = does<CallElementOperation>(given(input));
                out += text.substr(0, text.find(':')) + " ";
            }
            return out;
        };
        same("no no no ", outcomes(R"("operation":"getAccounts")"));
        same("no no no ", outcomes(R"("operation":"getAccounts","method":"GET")"));
        same("maybe maybe maybe ",
             outcomes(R"("operation":"createAccount","body":{"Comp_Name":"a"})"));
    }

    void refusesBodiesThatDoNotFit() {
        const std::pair<const char*, const char*> rows[] = {
            {"7", "/body is an integer; wanted an object"},
            {"{}", "/body/Comp_Name is missing, and the docs say that it must be there"},
            {R"({"COMP_NAME":7})", "/body/COMP_NAME is an integer; wanted a string"},
            {R"({"Comp_Name":"a","size":"x"})", "/body/size is a string; wanted a number"},
            {R"({"Comp_Name":"a","person":[{},{"age":1.5}]})",
             "/body/person/1/age is a number; wanted an integer"},
            {R"({"Comp_Name":"a","person":[{"of":{"Comp_Name":1}}]})",
             "/body/person/0/of/Comp_Name is an integer; wanted a string"},
            {R"({"Comp_Name":7,"person":[{"loop":1}]})",
             "/body/Comp_Name is an integer; wanted a string"},
        };
        for (const auto& [body, wanted] : rows)
            same(wanted, refusal<CallElementOperation>(
                             given(R"("operation":"createAccount","body":)" + std::string(body))));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ElementOperationTest);

}  // namespace
