// SPDX-License-Identifier: Apache-2.0
// Templates of formulas: made, found and deleted.
#include "cloudelements/formulas/create_formula_template.h"

#include "cloudelements/formulas/delete_formula_instance.h"
#include "cloudelements/formulas/delete_formula_template.h"
#include "cloudelements/formulas/find_formula_template.h"
#include "conversation.h"
#include "tenon/json.h"

using cloudelements::CreateFormulaTemplate;
using cloudelements::FindFormulaTemplate;
using namespace conversation;
using tenon::testing::FakeContext;

class CreateFormulaTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CreateFormulaTest);
    CPPUNIT_TEST(sendsATemplateUnchanged);
    CPPUNIT_TEST(sendsItUnderAnotherName);
    CPPUNIT_TEST(readsItsVariables);
    CPPUNIT_TEST(refusesWhatIsNoTemplate);
    CPPUNIT_TEST(handsOnWhatThePlatformRefuses);
    CPPUNIT_TEST(saysWhereToLookFirst);
    CPPUNIT_TEST(saysThatAnAnswerHasNoId);
    CPPUNIT_TEST(findsOneInAllPages);
    CPPUNIT_TEST(refusesPagesWithoutAnEnd);
    CPPUNIT_TEST(findsNoneAndSaysSo);
    CPPUNIT_TEST(refusesToChoose);
    CPPUNIT_TEST(deletesWhatIsThereAndWhatIsNot);
    CPPUNIT_TEST_SUITE_END();

    inline static const std::string kTemplate =
        R"({"name":"sync ${config.crmElement}","active":true,"configuration":[)"
        R"({"key":"crmElement","name":"CRM","type":"elementInstance","required":true}],)"
        R"("triggers":[{"name":"trigger","type":"manual","onSuccess":["lookup"],"properties":{}}],)"
        R"("steps":[{"name":"lookup","type":"elementRequest","properties":{)"
        R"("elementInstanceId":"${config.crmElement}","api":"/hubs/crm/accounts","n":1.50,)"
        R"("id":12345678901234567}}],"unknown to us":[null]})";

    inline static const std::string kLookFirst =
        " Looking for the formula template gave no answer: The fake was told of no further answer. "
        "The formula template may exist all the same: before you run this anew, look on the "
        "platform for a formula template named \"a\" with the tag "
        "\"tenon-dml4el475o5zfcp52h7k2r77me\" in its description, and delete it or use it.";

    static CreateFormulaTemplate::Inputs inputs(const std::string& formula = kTemplate) {
        CreateFormulaTemplate::Inputs in;
        in.formula = tenon::json::read(formula).value();
        return in;
    }
    static FindFormulaTemplate::Inputs named(const std::string& name) {
        FindFormulaTemplate::Inputs in;
        in.name = name;
        return in;
    }

    void sendsATemplateUnchanged() {
        FakeContext context;
        context.fakeHttp.answer(200, R"({"id":5})");
        const auto out = good<CreateFormulaTemplate>(context, inputs());
        CPPUNIT_ASSERT_EQUAL(std::int64_t{5}, out.id);
        same("sync ${config.crmElement}", out.name);
        auto sent = kTemplate;
        sent.replace(sent.find("1.50"), 4, "1.5");
        sent.insert(sent.size() - 1, R"(,"description":"[tenon-dml4el475o5zfcp52h7k2r77me]")");
        same("POST /formulas " + sent + "\n", said(context));
        CPPUNIT_ASSERT(context.fakeHttp.sent[0].request.idempotent == std::optional(false));
    }
    void sendsItUnderAnotherName() {
        FakeContext context;
        context.fakeHttp.answer(200, R"({"id":"5","name":"other"})");
        auto in = inputs(R"({"steps":[],"name":"one"})");
        in.name = "other";
        same("other", good<CreateFormulaTemplate>(context, in).name);
        same(R"(POST /formulas {"steps":[],"name":"other","description":)"
             R"("[tenon-dml4el475o5zfcp52h7k2r77me]"})"
             "\n",
             said(context));
    }
    void readsItsVariables() {
        FakeContext context;
        context.fakeHttp.answer(
            200, R"({"id":5,"name":"n","active":"true","configuration":[{"id":1,"key":"crm",)"
                 R"("name":"CRM","type":"elementInstance","required":true},{"key":"mail","type":)"
                 R"("value","required":"false","description":"to whom"},{"name":"no key"},null]})");
        same(
            R"({"id":5,"name":"n","active":true,"configuration":[{"key":"crm","name":"CRM",)"
            R"("type":"elementInstance","description":"","required":true},{"key":"mail",)"
            R"("name":"","type":"value","description":"to whom","required":false}],"origin":"created"})",
            tenon::json::write(tenon::writeFields(good<CreateFormulaTemplate>(context, inputs()))));
    }
    void refusesWhatIsNoTemplate() {
        const std::string before = "The inputs do not fit.\n  ";
        const auto text = [](const std::string& formula) {
            return refused<CreateFormulaTemplate>(inputs(formula));
        };
        const std::string wanted =
            "; wanted an object: a formula template as the platform exports it";
        same(before + "/template is null" + wanted, text("null"));
        same(before + "/template is a string" + wanted, text("\"formula.json\""));
        same(before + "/template is an array" + wanted, text("[" + kTemplate + "]"));
        same(
            before + "/template/name is no text; give the template a name, or write the input name",
            text(R"({"name":5,"steps":[]})"));
        same(before +
                 "/template/configuration is an object; wanted an array\n  "
                 "/template/triggers is null; wanted an array\n  "
                 "/template/steps is a string; wanted an array",
             text(R"({"name":"a","configuration":{},"triggers":null,"steps":"x"})"));
        same(before +
                 "/template has no triggers and no steps; wanted a formula template as the "
                 "platform exports it",
             text(R"({"name":"a"})"));
        same(
            before + "/template/name holds a line break or another control character; leave it out",
            text("{\"name\":\"a\\nb\",\"steps\":[]}"));
        auto in = inputs();
        in.name = " ";
        same(before + "/name is empty; give a text", refused<CreateFormulaTemplate>(in));
    }
    void handsOnWhatThePlatformRefuses() {
        for (const int status : {400, 409}) {
            FakeContext context;
            context.fakeHttp.answer(status,
                                    R"({"requestId":"r","message":"retryAttempts is bad"})");
            const auto error = bad<CreateFormulaTemplate>(context, inputs());
            CPPUNIT_ASSERT_EQUAL(status, error.status);
            CPPUNIT_ASSERT(error.detail.find("retryAttempts is bad.") != std::string::npos);
            is(tenon::Done::no, error);
            CPPUNIT_ASSERT_EQUAL(std::size_t(1), context.fakeHttp.sent.size());
        }
    }
    void saysWhereToLookFirst() {
        FakeContext context;
        context.fakeHttp.answer(503, "");
        const auto error =
            bad<CreateFormulaTemplate>(context, inputs(R"({"name":"a","steps":[]})"));
        is(tenon::Done::maybe, error);
        same("The platform answered 503." + kLookFirst, error.detail);
    }
    void saysThatAnAnswerHasNoId() {
        FakeContext context;
        context.fakeHttp.answer(200, R"({"name":"a"})");
        const auto error =
            bad<CreateFormulaTemplate>(context, inputs(R"({"name":"a","steps":[]})"));
        is(tenon::Done::maybe, error);
        same(
            "The platform's answer to the creation of the formula template has no id." + kLookFirst,
            error.detail);
    }
    void findsOneInAllPages() {
        FakeContext context;
        context.fakeHttp.answer(200, R"([{"id":1,"name":"A"},{"id":2,"name":"a "}])",
                                {{"Elements-Next-Page-Token", "p2"}});
        context.fakeHttp.answer(
            200, R"([{"id":3,"name":"a","active":false,"createdDate":"2017-06-12T14:09:00Z"}])",
            {{"elements-next-page-token", "p3"}});
        context.fakeHttp.answer(200, "[]");
        same(
            R"({"found":true,"id":3,"active":false,"createdDate":"2017-06-12T14:09:00Z"})",
            tenon::json::write(tenon::writeFields(good<FindFormulaTemplate>(context, named("a")))));
        CPPUNIT_ASSERT_EQUAL(std::size_t(3), context.fakeHttp.sent.size());
        CPPUNIT_ASSERT(
            said(context).starts_with("GET /formulas?abridged=true&pageSize=200\n"
                                      "GET /formulas?abridged=true&pageSize=200&nextPage=p2\n"
                                      "GET /formulas?abridged=true&pageSize=200&nextPage=p3\n"));
    }
    void refusesPagesWithoutAnEnd() {
        FakeContext context;
        for (const char* next : {"p2", "p3", "p2"})
            context.fakeHttp.answer(200, "[]", {{"Elements-Next-Page-Token", next}});
        const auto error = bad<FindFormulaTemplate>(context, named("a"));
        same(
            "The platform's answer to the question for the formula templates leads to a page that "
            "was there before.",
            error.detail);
        CPPUNIT_ASSERT_EQUAL(std::size_t(3), context.fakeHttp.sent.size());
    }
    void findsNoneAndSaysSo() {
        const std::pair<int, const char*> answers[] = {
            {200, "[]"}, {404, R"({"message":"No formulas found"})"}, {200, R"([{"name":"a"},5])"}};
        for (const auto& [status, body] : answers) {
            FakeContext context;
            context.fakeHttp.answer(status, body);
            same(R"({"found":false,"id":null,"active":null,"createdDate":null})",
                 tenon::json::write(
                     tenon::writeFields(good<FindFormulaTemplate>(context, named("a")))));
        }
        same("The inputs do not fit.\n  /name is empty; give a text",
             refused<FindFormulaTemplate>(named("")));
    }
    void refusesToChoose() {
        FakeContext context;
        context.fakeHttp.answer(200, R"([{"id":1,"name":"a"}])",
                                {{"Elements-Next-Page-Token", "p2"}});
        context.fakeHttp.answer(200, R"([{"id":7,"name":"a"}])");
        const auto error = bad<FindFormulaTemplate>(context, named("a"));
        same("several formulas", error.title);
        same(
            "2 formula templates are named \"a\": 1, 7. Give the number of the one that is meant "
            "as formulaId, or delete the others.",
            error.detail);
    }
    void deletesWhatIsThereAndWhatIsNot() {
        for (const int status : {200, 404}) {
            FakeContext context;
            context.fakeHttp.answer(status, "");
            context.fakeHttp.answer(status, "");
            cloudelements::DeleteFormulaTemplateInputs formula;
            formula.formulaId = 5;
            CPPUNIT_ASSERT_EQUAL(
                status == 200,
                good<cloudelements::DeleteFormulaTemplate>(context, formula).existed);
            cloudelements::DeleteFormulaInstanceInputs instance;
            instance.formulaId = 5;
            instance.formulaInstanceId = 7;
            CPPUNIT_ASSERT_EQUAL(
                status == 200,
                good<cloudelements::DeleteFormulaInstance>(context, instance).existed);
            same("DELETE /formulas/5\nDELETE /formulas/5/instances/7\n", said(context));
        }
        FakeContext context;
        context.fakeHttp.answer(409, R"({"message":"it has instances"})");
        cloudelements::DeleteFormulaTemplateInputs formula;
        formula.formulaId = 5;
        CPPUNIT_ASSERT_EQUAL(409,
                             bad<cloudelements::DeleteFormulaTemplate>(context, formula).status);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CreateFormulaTest);
