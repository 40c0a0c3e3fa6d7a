// SPDX-License-Identifier: Apache-2.0
// What a formula instance binds is compared with what its template wants, before it is made.
#include "cloudelements/formulas/create_formula_instance.h"

#include "conversation.h"
#include "tenon/json.h"

using cloudelements::CreateFormulaInstance;
using namespace conversation;
using tenon::testing::FakeContext;

class CreateFormulaInstanceTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CreateFormulaInstanceTest);
    CPPUNIT_TEST(bindsInstancesAndValues);
    CPPUNIT_TEST(findsTheTemplateByItsName);
    CPPUNIT_TEST(sendsSettingsAndWhetherItIsActive);
    CPPUNIT_TEST(namesWhatDoesNotFit);
    CPPUNIT_TEST(leavesOutWhatIsNull);
    CPPUNIT_TEST(refusesBadInputsBeforeItAsks);
    CPPUNIT_TEST(saysThatNoTemplateHasTheName);
    CPPUNIT_TEST(doesNotGuessWhatATemplateWithoutAnIdWants);
    CPPUNIT_TEST(saysWhereToLookFirst);
    CPPUNIT_TEST_SUITE_END();

    inline static const std::string kTemplate =
        R"({"id":5,"name":"sync","configuration":[)"
        R"({"key":"crm","name":"CRM","type":"elementInstance","required":true,)"
        R"("description":"where from"},)"
        R"({"key":"other","type":"elementInstance","required":false},)"
        R"({"key":"mail","name":"E-mail","type":"value","required":true},)"
        R"({"key":"note","type":"value"}]})";

    static CreateFormulaInstance::Inputs inputs() {
        CreateFormulaInstance::Inputs in;
        in.formulaId = 5;
        in.name = "mine";
        in.active = true;
        in.instances = {{"crm", 427902}};
        in.values = {{"mail", "a@b.c"}};
        return in;
    }

    void bindsInstancesAndValues() {
        FakeContext context;
        context.fakeHttp.answer(200, kTemplate);
        context.fakeHttp.answer(200, "[]");
        context.fakeHttp.answer(200, R"({"id":9,"name":"mine","active":true,"createdDate":)"
                                     R"("2017-06-12T14:09:00Z","configuration":{"mail":"x"}})");
        auto in = inputs();
        in.values["mail"] = tenon::Secret("s3cret");
        in.values["note"] = tenon::Object{{"a", 1}};
        same(R"({"id":9,"formulaId":5,"name":"mine","active":true,"createdDate":)"
             R"("2017-06-12T14:09:00Z","origin":"created"})",
             tenon::json::write(tenon::writeFields(good<CreateFormulaInstance>(context, in))));
        same(
            "GET /formulas/5\nGET /formulas/instances?searchText=mine&pageSize=200\n"
            "POST /formulas/5/instances "
            R"({"name":"mine","active":true,"configuration":{"crm":427902,"mail":"s3cret",)"
            R"("note":{"a":1}}})"
            "\n",
            said(context));
        CPPUNIT_ASSERT(context.fakeHttp.sent[2].request.idempotent == std::optional(false));
    }
    void findsTheTemplateByItsName() {
        FakeContext context;
        context.fakeHttp.answer(200, R"([{"id":4,"name":"other"}])",
                                {{"Elements-Next-Page-Token", "p2"}});
        context.fakeHttp.answer(200, R"([{"id":5,"name":"sync"}])");
        context.fakeHttp.answer(200, kTemplate);
        context.fakeHttp.answer(200, "[]");
        context.fakeHttp.answer(200, R"({"id":9})");
        auto in = inputs();
        in.formulaId.reset();
        in.formula = "sync";
        const auto out = good<CreateFormulaInstance>(context, in);
        CPPUNIT_ASSERT_EQUAL(std::int64_t{5}, out.formulaId);
        same("mine", out.name);
        CPPUNIT_ASSERT(context.fakeHttp.sent[2].request.url.ends_with("/formulas/5"));
    }
    void sendsSettingsAndWhetherItIsActive() {
        FakeContext context;
        context.fakeHttp.answer(200, R"({"id":5,"configuration":[]})");
        context.fakeHttp.answer(200, "[]");
        context.fakeHttp.answer(200, R"({"id":9})");
        auto in = inputs();
        in.instances.clear();
        in.values.clear();
        in.active = false;
        in.settings = {{"notification.email", "a@b.c"}, {"formula.instance.time.to.live", 3600}};
        good<CreateFormulaInstance>(context, in);
        same(
            "GET /formulas/5\nGET /formulas/instances?searchText=mine&pageSize=200\n"
            "POST /formulas/5/instances "
            R"({"name":"mine","active":false,"configuration":{},"settings":{)"
            R"("formula.instance.time.to.live":3600,"notification.email":"a@b.c"}})"
            "\n",
            said(context));
    }
    // Nothing is sent but the question what the template wants.
    static std::string misfit(const CreateFormulaInstance::Inputs& in,
                              const std::string& formula = kTemplate) {
        FakeContext context;
        context.fakeHttp.answer(200, formula);
        const auto error = bad<CreateFormulaInstance>(context, in);
        same("GET /formulas/5\n", said(context));
        same("validation", tenon::name(error.kind));
        is(tenon::Done::no, error);
        const std::string before = "The inputs do not fit.\n  ";
        same(before, error.detail.substr(0, before.size()));
        return error.detail.substr(before.size());
    }
    void namesWhatDoesNotFit() {
        auto in = inputs();
        in.instances.clear();
        in.values.clear();
        same(
            "/instances/crm is missing; wanted the id of an element instance (CRM: where from)\n"
            "  /values/mail is missing; wanted a value (E-mail)",
            misfit(in));
        in = inputs();
        in.instances["crn"] = 1;
        in.values["a/b~c"] = 2;
        in.values["d\n"] = 3;
        const std::string known =
            "; known are crm (an instance), other (an instance), mail (a value), note (a value)";
        same("/instances/crn is no variable of the formula" + known +
                 "\n  /values/a~1b~0c is no variable of the formula" + known +
                 "\n  /values/d\\n is no variable of the formula" + known,
             misfit(in));
        in = inputs();
        in.instances = {{"mail", 1}};
        in.values = {{"crm", "427902"}};
        same(
            "/instances/mail is a variable for a value; write it under values\n"
            "  /values/crm is a variable for an element instance; write its id under instances",
            misfit(in));
        in = inputs();
        in.instances["mail"] = 1;
        same("/instances/mail is a variable for a value; write it under values", misfit(in));
        in.instances.erase("mail");
        in.values["mail"] = nullptr;
        same("/values/mail is null; wanted a value (E-mail)", misfit(in));
        in = inputs();
        in.values.clear();
        same("/instances/crm is no variable of the formula; the formula has none",
             misfit(in, R"({"id":5})"));
        same("/instances/crm is no variable of the formula; the formula has none",
             misfit(in, R"({"id":5,"configuration":{"crm":1}})"));
    }
    void leavesOutWhatIsNull() {
        FakeContext context;
        context.fakeHttp.answer(200, kTemplate);
        context.fakeHttp.answer(200, "[]");
        context.fakeHttp.answer(200, R"({"id":9})");
        auto in = inputs();
        in.values["note"] = nullptr;
        good<CreateFormulaInstance>(context, in);
        CPPUNIT_ASSERT(said(context).find("note") == std::string::npos);
    }
    void refusesBadInputsBeforeItAsks() {
        const std::string before = "The inputs do not fit.\n  ";
        auto in = inputs();
        in.formulaId.reset();
        in.name = "";
        in.instances["crm"] = 0;
        same(before +
                 "/formulaId is missing; write the template's number, or its name as "
                 "template\n  /name is empty; give a text\n  "
                 "/instances/crm is 0; wanted a number from 1 on",
             refused<CreateFormulaInstance>(in));
        in = inputs();
        in.formula = "sync";
        same(before + "/template stands beside formulaId; write one of the two",
             refused<CreateFormulaInstance>(in));
        in = inputs();
        in.formulaId = -1;
        same(before + "/formulaId is -1; wanted a number from 1 on",
             refused<CreateFormulaInstance>(in));
    }
    void saysThatNoTemplateHasTheName() {
        auto in = inputs();
        in.formulaId.reset();
        in.formula = "sync";
        FakeContext none;
        none.fakeHttp.answer(200, R"([{"id":4,"name":"Sync"}])");
        same(
            "No formula template is named \"sync\". Check the name, letter by letter, or make the "
            "template with CreateFormulaTemplate.",
            bad<CreateFormulaInstance>(none, in).detail);
        FakeContext two;
        two.fakeHttp.answer(200, R"([{"id":4,"name":"sync"},{"id":5,"name":"sync"}])");
        same(
            "2 formula templates are named \"sync\": 4, 5. Give the number of the one that is "
            "meant as formulaId, or delete the others.",
            bad<CreateFormulaInstance>(two, in).detail);
        FakeContext gone;
        gone.fakeHttp.answer(404, R"({"message":"No formula found"})");
        CPPUNIT_ASSERT_EQUAL(404, bad<CreateFormulaInstance>(gone, inputs()).status);
    }
    void doesNotGuessWhatATemplateWithoutAnIdWants() {
        FakeContext context;
        context.fakeHttp.answer(200, "[]");
        const auto error = bad<CreateFormulaInstance>(context, inputs());
        same("The platform's answer to the question for the formula template 5 has no id.",
             error.detail);
        is(tenon::Done::no, error);
    }
    void saysWhereToLookFirst() {
        FakeContext context;
        context.fakeHttp.answer(200, kTemplate);
        context.fakeHttp.answer(200, "[]");
        context.fakeHttp.answer(200, R"({"name":"mine"})");
        const auto error = bad<CreateFormulaInstance>(context, inputs());
        is(tenon::Done::maybe, error);
        same(
            "The platform's answer to the creation of the formula instance has no id. Looking for "
            "the formula instance gave no answer: The fake was told of no further answer. The "
            "formula instance may exist all the same: before you run this anew, look on the "
            "platform for a formula instance named \"mine\" with the formula 5 and this "
            "configuration, and delete it or use it.",
            error.detail);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CreateFormulaInstanceTest);
