// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/sagecrm_records.h"

#include "step_fixture.h"

namespace {

using namespace cloudelements;

class SageCRMRecordsTest : public StepFixture {
    CPPUNIT_TEST_SUITE(SageCRMRecordsTest);
    CPPUNIT_TEST(lists);
    CPPUNIT_TEST(listsNothing);
    CPPUNIT_TEST(namesFieldsAsTheyWereAskedFor);
    CPPUNIT_TEST(readsWritesAndDeletes);
    CPPUNIT_TEST(findsTheKeyWhateverItsCase);
    CPPUNIT_TEST(keepsWhatHasNoKey);
    CPPUNIT_TEST(refusesToWriteUsers);
    CPPUNIT_TEST(refusesWhatDoesNotFit);
    CPPUNIT_TEST_SUITE_END();

    void lists() {
        for (const std::string object :
             {"accounts", "contacts", "leads", "opportunities", "users"}) {
            context_.fakeHttp.answer(200, R"([{"key":"1"}])", {{"Elements-Next-Page-Token", "2"}});
            same(R"({"records":[{"key":"1"}],"nextPage":"2"})",
                 does<ListSageCRMRecords>(
                     R"({"where":"A = 'b&c'","orderBy":"A desc","pageSize":1,"object":")" + object +
                     "\"}"));
            same("GET /hubs/crm/" + object +
                     "?where=A%20%3D%20%27b%26c%27&orderBy=A%20desc&pageSize=1",
                 sent());
        }
    }

    void listsNothing() {
        context_.fakeHttp.answer(404, R"({"message":"No accounts found"})");
        same(R"({"records":[],"nextPage":""})",
             does<ListSageCRMRecords>(R"({"object":"accounts"})"));
        context_.fakeHttp.answer(404, R"({"message":"No accounts found"})");
        same(R"({"records":[],"nextPage":""})",
             does<ListSageCRMRecords>(R"({"object":"accounts","pages":"all"})"));
        // A 404 of somebody else says nothing of records.
        context_.fakeHttp.answer(404, "");
        same("no: The platform answered 404.",
             does<ListSageCRMRecords>(R"({"object":"accounts"})"));
        context_.fakeHttp.answer(200, "");
        same(R"({"records":[],"nextPage":""})",
             does<ListSageCRMRecords>(R"({"object":"accounts"})"));
        context_.fakeHttp.answer(200, "{}");
        same("no: The platform's answer to the list of accounts is no list of records.",
             does<ListSageCRMRecords>(R"({"object":"accounts"})"));
    }

    void namesFieldsAsTheyWereAskedFor() {
        context_.fakeHttp.answer(200, R"([{"KEY":"1","Comp_Name":"A","Other":2}])");
        same(R"({"records":[{"key":"1","comp_NAME":"A","Other":2}],"nextPage":""})",
             does<ListSageCRMRecords>(R"({"object":"accounts","fields":["key","comp_NAME"]})"));
        same("GET /hubs/crm/accounts?fields=key%2Ccomp_NAME", sent());
    }

    void readsWritesAndDeletes() {
        context_.fakeHttp.answer(200, R"({"key":"4/3","A":1})");
        same(R"({"id":"4/3","record":{"key":"4/3","A":1}})",
             does<GetSageCRMRecord>(R"({"object":"users","id":"4/3"})"));
        context_.fakeHttp.answer(200, R"({"key":7,"A":1})");
        same(R"({"id":"7","record":{"key":7,"A":1}})",
             does<CreateSageCRMRecord>(R"({"object":"leads","record":{"A":1}})"));
        context_.fakeHttp.answer(200, R"({"A":2})");
        same(R"({"id":"7","record":{"A":2}})",
             does<UpdateSageCRMRecord>(R"({"object":"leads","id":"7","record":{"A":2}})"));
        context_.fakeHttp.answer(200, "");
        same(R"({"id":"7","found":true})",
             does<DeleteSageCRMRecord>(R"({"object":"leads","id":"7"})"));
        context_.fakeHttp.answer(404, "");
        same(R"({"id":"7","found":false})",
             does<DeleteSageCRMRecord>(R"({"object":"leads","id":"7"})"));
        same(
            "GET /hubs/crm/users/4%2F3\nPOST /hubs/crm/leads {\"A\":1}\n"
            "PATCH /hubs/crm/leads/7 {\"A\":2}\nDELETE /hubs/crm/leads/7\nDELETE "
            "/hubs/crm/leads/7",
            sent());
    }

    void findsTheKeyWhateverItsCase() {
        for (const std::string name : {"key", "Key", "KEY"}) {
            context_.fakeHttp.answer(200, "{\"" + name + "\":\"9\"}");
            same("{\"id\":\"9\",\"record\":{\"" + name + "\":\"9\"}}",
                 does<CreateSageCRMRecord>(R"({"object":"leads","record":{"A":1}})"));
        }
    }

    void keepsWhatHasNoKey() {
        context_.fakeHttp.answer(200, R"({"A":1})");
        same(
            "maybe: The platform's answer to the creation of leads has no key, the record's id. "
            "The record may exist all the same: before you run this again, look for it among the "
            "leads with ListSageCRMRecords.",
            does<CreateSageCRMRecord>(R"({"object":"leads","record":{"A":1}})"));
        same(R"({"A":1})", *context_.kept.revealText());
    }

    void refusesToWriteUsers() {
        const std::string wanted =
            "/object is \"users\"; wanted one of accounts, contacts, leads, opportunities";
        same(wanted, refusal<CreateSageCRMRecord>(R"({"object":"users","record":{"A":1}})"));
        same(wanted,
             refusal<UpdateSageCRMRecord>(R"({"object":"users","id":"1","record":{"A":1}})"));
        same(wanted, refusal<DeleteSageCRMRecord>(R"({"object":"users","id":"1"})"));
    }

    void refusesWhatDoesNotFit() {
        same("/record/comp_name is the same field as Comp_Name; leave one of them out",
             refusal<CreateSageCRMRecord>(
                 R"({"object":"leads","record":{"Comp_Name":1,"comp_name":2}})"));
        same("/record/Key is the record's id, which the platform gives; leave it out",
             refusal<CreateSageCRMRecord>(R"({"object":"leads","record":{"Key":1}})"));
        same("/record is empty; give at least one field",
             refusal<UpdateSageCRMRecord>(R"({"object":"leads","id":"1","record":{}})"));
        for (const std::string id : {".", ".."})
            same("/id leads to another address; write the record's field key",
                 refusal<DeleteSageCRMRecord>(R"({"object":"leads","id":")" + id + "\"}"));
        same("/id is empty; give a text",
             refusal<DeleteSageCRMRecord>(R"({"object":"leads","id":""})"));
        same("/fields/0 holds a comma; write each field as an item of its own",
             refusal<ListSageCRMRecords>(R"({"object":"leads","fields":["a,b"]})"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(SageCRMRecordsTest);

}  // namespace
