// SPDX-License-Identifier: Apache-2.0
// Formula templates carry a tag in their description; formula instances carry none, so that they
// are compared, and never made a second time.
#include "cloudelements/formulas/create_formula_instance.h"
#include "cloudelements/formulas/create_formula_template.h"
#include "conversation.h"
#include "tenon/json.h"

using cloudelements::CreateFormulaInstance;
using cloudelements::CreateFormulaTemplate;
using namespace conversation;
using tenon::Done;
using tenon::Past;
using tenon::testing::FakeContext;

class FormulasOnceTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FormulasOnceTest);
    CPPUNIT_TEST(adoptsATemplateByItsTag);
    CPPUNIT_TEST(postsATemplateAgainWhereThereIsNone);
    CPPUNIT_TEST(adoptsNoTemplateThatIsOtherwise);
    CPPUNIT_TEST(takesATemplateAgain);
    CPPUNIT_TEST(namesTheFormulaInstanceThatCame);
    CPPUNIT_TEST(adoptsAFormulaInstanceByName);
    CPPUNIT_TEST(neverPostsAFormulaInstanceAgain);
    CPPUNIT_TEST(refusesToChooseAFormulaInstance);
    CPPUNIT_TEST(takesAFormulaInstanceAgain);
    CPPUNIT_TEST_SUITE_END();

    FakeContext context_;
    inline static const std::string kTag = "tenon-dml4el475o5zfcp52h7k2r77me";

    static CreateFormulaTemplate::Inputs aTemplate() {
        CreateFormulaTemplate::Inputs in;
        in.formula = tenon::json::read(R"({"name":"a","description":"Does.","steps":[]})").value();
        return in;
    }
    static CreateFormulaInstance::Inputs anInstance() {
        CreateFormulaInstance::Inputs in;
        in.formulaId = 5;
        in.name = "mine";
        in.active = true;
        in.instances = {{"crm", 427902}};
        in.values = {{"key", tenon::Secret("s3cret")}};
        return in;
    }
    static std::string tagged(const std::string& more = "") {
        return R"({"id":5,"name":"a","description":"Does. [)" + kTag + "]\"" + more + "}";
    }
    static std::string alike(int id, const std::string& crm = "\"427902\"") {
        return R"({"id":)" + std::to_string(id) +
               R"(,"formula":{"id":5},"name":"mine","active":true,"configuration":{"crm":)" + crm +
               R"(,"key":"********"}})";
    }
    void answer(int status, const std::string& body = "") {
        context_.fakeHttp.answer(status, body);
    }
    void ask(const std::string& list) {
        answer(200, R"({"id":5,"configuration":[{"key":"crm","type":"elementInstance"},)"
                    R"({"key":"key","type":"value"}]})");
        answer(200, list);
    }
    template <class Outputs>
    static std::string text(const Outputs& outputs) {
        return tenon::json::write(tenon::writeFields(outputs));
    }
    std::string forget() {
        auto out = said(context_);
        context_.fakeHttp.sent.clear();
        return out;
    }

    void adoptsATemplateByItsTag() {
        answer(504);
        answer(200, "[{\"id\":4,\"description\":null}," + tagged() + "]");
        answer(200, tagged(R"(,"configuration":[{"key":"crm","type":"value"}])"));
        same(R"({"id":5,"name":"a","active":null,"configuration":[{"key":"crm","name":"",)"
             R"("type":"value","description":"","required":false}],"origin":"adopted"})",
             text(good<CreateFormulaTemplate>(context_, aTemplate())));
        same(R"(POST /formulas {"name":"a","description":"Does. [)" + kTag +
                 "]\",\"steps\":[]}\nGET /formulas?abridged=true&pageSize=200\nGET /formulas/5\n",
             said(context_));
    }
    void postsATemplateAgainWhereThereIsNone() {
        answer(504);
        for (int i = 0; i < 10; ++i) answer(404, R"({"message":"No formulas found"})");
        answer(200, tagged());
        same("created", good<CreateFormulaTemplate>(context_, aTemplate()).origin);
    }
    void adoptsNoTemplateThatIsOtherwise() {
        context_.known = Past{true, Done::maybe, {}};
        answer(200, R"([{"id":5,"name":"b","description":"[)" + kTag + "]\"}]");
        const auto other = bad<CreateFormulaTemplate>(context_, aTemplate());
        same("The formula template 5 carries the tag \"[" + kTag +
                 "]\" of this task, but has another name than was asked for. Delete it or use it "
                 "before you run this anew.",
             other.detail);
        is(Done::maybe, other);
        auto in = aTemplate();
        in.adopt = "never";
        answer(200, "[" + tagged() + "]");
        answer(200, tagged());
        const auto error = bad<CreateFormulaTemplate>(context_, in);
        same(
            "An earlier attempt sent the creation of the formula template, and what came of it is "
            "not known. The formula template 5 has the tag \"" +
                kTag +
                "\" in its description, so this task has made it; adopt: never says not to take "
                "it. Delete it or use it before you run this anew.",
            error.detail);
        is(Done::yes, error);
        answer(200, "[" + tagged() + "]");
        answer(503);
        const auto unread = bad<CreateFormulaTemplate>(context_, aTemplate());
        same(
            "The formula template 5 carries the tag \"[" + kTag +
                "]\" of this task, but cannot be read: The platform answered 503. Delete it or use "
                "it before you run this anew.",
            unread.detail);
        is(Done::yes, unread);
    }
    void takesATemplateAgain() {
        answer(200, tagged());
        const auto out = good<CreateFormulaTemplate>(context_, aTemplate());
        context_.known = Past{true, Done::yes, tenon::writeFields(out)};
        answer(200, tagged());
        same(text(out), text(good<CreateFormulaTemplate>(context_, aTemplate())));
        answer(200, R"({"id":5,"description":"x"})");
        same(
            "The formula template 5 was made by this task, and cannot be taken now: It carries the "
            "tag \"[" +
                kTag + "]\" no more. Use it, or delete it before you run this anew.",
            bad<CreateFormulaTemplate>(context_, aTemplate()).detail);
        forget();
        answer(404, R"({"message":"No formula found"})");
        answer(200, "[]");
        answer(200, tagged());
        good<CreateFormulaTemplate>(context_, aTemplate());
        CPPUNIT_ASSERT(forget().starts_with(
            "GET /formulas/5\nGET /formulas?abridged=true&pageSize=200\nPOST /formulas "));
    }
    void namesTheFormulaInstanceThatCame() {
        ask("[" + alike(7) + "]");
        answer(504);
        answer(200, "[" + alike(7) + "," + alike(8, "1") + "," + alike(9) + "]");
        const auto error = bad<CreateFormulaInstance>(context_, anInstance());
        same(
            "The platform answered 504. The formula instance 9 has the formula 5 and this "
            "configuration, so this task may have made it; adopt: byName would take it. Delete it "
            "or use it before you run this anew.",
            error.detail);
        is(Done::maybe, error);
        context_.known = Past{true, Done::maybe, {}};
        ask("[" + alike(7) + "," + alike(9) + "]");
        same(
            "An earlier attempt sent the creation of the formula instance, and what came of it is "
            "not known. 2 formula instances have the formula 5 and this configuration: 7, 9. Keep "
            "one of them, if it is what you want, and delete the others before you run this anew.",
            bad<CreateFormulaInstance>(context_, anInstance()).detail);
    }
    void adoptsAFormulaInstanceByName() {
        auto in = anInstance();
        in.adopt = "byName";
        ask("[" + alike(7) + "]");
        same(R"({"id":7,"formulaId":5,"name":"mine","active":true,"createdDate":null,)"
             R"("origin":"adopted"})",
             text(good<CreateFormulaInstance>(context_, in)));
        ask("[]");
        answer(504);
        answer(200, "[" + alike(9) + "]");
        const auto out = good<CreateFormulaInstance>(context_, in);
        CPPUNIT_ASSERT_EQUAL(std::int64_t(9), out.id);
        same("adopted", out.origin);
    }
    void neverPostsAFormulaInstanceAgain() {
        for (const bool isEarlier : {false, true}) {
            if (isEarlier) context_.known = Past{true, Done::maybe, {}};
            ask("[]");
            if (!isEarlier) answer(504);
            for (int i = 0; i < 10; ++i) answer(200, "[]");
            const auto error = bad<CreateFormulaInstance>(context_, anInstance());
            same(std::string(isEarlier ? "An earlier attempt sent the creation of the formula "
                                         "instance, and what came of it is not known."
                                       : "The platform answered 504.") +
                     " No formula instance with the formula 5 and this configuration came within "
                     "90 seconds. It may exist all the same: before you run this anew, look on the "
                     "platform for a formula instance named \"mine\" with the formula 5 and this "
                     "configuration, and delete it or use it.",
                 error.detail);
            is(Done::maybe, error);
            const auto all = forget();
            CPPUNIT_ASSERT_EQUAL(isEarlier, all.find("POST") == all.npos);
            context_.fakeHttp.answers.clear();
        }
    }
    void refusesToChooseAFormulaInstance() {
        auto in = anInstance();
        in.adopt = "byName";
        ask("[" + alike(7) + "," + alike(9) + "]");
        const auto error = bad<CreateFormulaInstance>(context_, in);
        same(
            "2 instances of the formula 5 are named \"mine\" and configured like this: 7, 9. "
            "Nothing was made: give another name, or write adopt: never for a further one.",
            error.detail);
        is(Done::no, error);
    }
    void takesAFormulaInstanceAgain() {
        ask("[]");
        answer(200, R"({"id":9})");
        const auto out = good<CreateFormulaInstance>(context_, anInstance());
        context_.known = Past{true, Done::yes, tenon::writeFields(out)};
        forget();
        ask(alike(9));
        same(text(out), text(good<CreateFormulaInstance>(context_, anInstance())));
        same("GET /formulas/5\nGET /formulas/5/instances/9\n", forget());
        context_.before.emplace_back(tenon::writeFields(out));
        ask(R"({"message":"No formula instance found"})");
        context_.fakeHttp.answers.back().value().status = 404;
        answer(200, "[]");
        answer(200, R"({"id":10})");
        CPPUNIT_ASSERT_EQUAL(std::int64_t(10),
                             good<CreateFormulaInstance>(context_, anInstance()).id);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FormulasOnceTest);
