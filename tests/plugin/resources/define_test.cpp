// SPDX-License-Identifier: Apache-2.0
// A definition on each level: made once, left alone when it is the same, replaced when it is not.
#include "cloudelements/resources/define_virtual_data_resource.h"

#include "cloudelements/resources/delete_virtual_data_resource.h"
#include "conversation.h"

using cloudelements::DefineVirtualDataResource;
using cloudelements::DeleteVirtualDataResource;
using namespace conversation;
using tenon::testing::FakeContext;

class DefineTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(DefineTest);
    CPPUNIT_TEST(definesOnEachLevel);
    CPPUNIT_TEST(leavesTheSameAsItIs);
    CPPUNIT_TEST(replacesAnother);
    CPPUNIT_TEST(takesAnEmptyAnswerForNothing);
    CPPUNIT_TEST(leavesWhatSomebodyWasQuickerWith);
    CPPUNIT_TEST(knowsItsOwn);
    CPPUNIT_TEST(goesOnFromWhatItAsked);
    CPPUNIT_TEST(handsOnAConflictOfSomethingElse);
    CPPUNIT_TEST(looksWhereTheOutcomeIsUnknown);
    CPPUNIT_TEST(saysThatItMayBeRunAgain);
    CPPUNIT_TEST(refusesBadInputs);
    CPPUNIT_TEST(deletesOnEachLevel);
    CPPUNIT_TEST_SUITE_END();

    inline static const std::string kBody =
        R"({"fields":[{"path":"id","type":"string"},{"path":"a.b","type":"date"}]})";
    inline static const std::string kPost =
        "POST /organizations/objects/contacts/definitions " + kBody + "\n";
    inline static const std::string kPut =
        "PUT /organizations/objects/contacts/definitions " + kBody + "\n";
    inline static const std::string kGet = "GET /organizations/objects/contacts/definitions\n";

    static DefineVirtualDataResource::Inputs inputs() {
        DefineVirtualDataResource::Inputs in;
        in.name = "contacts";
        in.level = "organization";
        in.resourceFields = {{"id", "string"}, {"a.b", "date"}};
        return in;
    }
    template <class Inputs>
    static void onEachLevel(Inputs in,
                            const std::function<void(const Inputs&, std::string)>& test) {
        test(in, "/organizations/objects/contacts/definitions");
        in.level = "account";
        test(in, "/accounts/objects/contacts/definitions");
        in.accountId = 3;
        test(in, "/accounts/3/objects/contacts/definitions");
        in.level = "instance";
        in.accountId.reset();
        in.instanceId = 427902;
        test(in, "/instances/427902/objects/contacts/definitions");
    }

    void definesOnEachLevel() {
        onEachLevel<DefineVirtualDataResource::Inputs>(
            inputs(), [](const auto& in, const std::string& path) {
                FakeContext context;
                context.fakeHttp.answer(404, R"({"message":"No definition found"})");
                context.fakeHttp.answer(200, "");
                const auto out = good<DefineVirtualDataResource>(context, in);
                same("contacts " + in.level + " created",
                     out.name + " " + out.level + " " + out.outcome);
                same("GET " + path + "\nPOST " + path + " " + kBody + "\n", said(context));
            });
    }
    static std::string again(const std::string& there) {
        FakeContext context;
        context.fakeHttp.answer(200, there);
        context.fakeHttp.answer(200, "{}");
        const auto out = good<DefineVirtualDataResource>(context, inputs());
        same(kGet + (out.outcome == "replaced" ? kPut : ""), said(context));
        return out.outcome;
    }
    void leavesTheSameAsItIs() {
        same("unchanged", again(kBody));
        same("unchanged",
             again(R"({"objectName":"contacts","level":"organization","fields":[{"type":"date",)"
                   R"("path":"a.b","level":"organization"},{"path":"id","type":"string"}]})"));
    }
    void replacesAnother() {
        for (const char* there :
             {"[]", R"({"fields":null})", R"({"fields":[]})",
              R"({"fields":[{"path":"id","type":"string"}]})",
              R"({"fields":[{"path":"id","type":"number"},{"path":"a.b","type":"date"}]})",
              R"({"fields":[{"path":"id","type":"string"},{"path":"id","type":"string"}]})",
              R"({"fields":[{"path":"id","type":"string"},{"path":"a.b","type":"date"},)"
              R"({"path":"c","type":"date"}]})",
              R"({"fields":["id","a.b"]})"})
            same("replaced", again(there));
    }
    // An empty answer may be that of a platform that has nothing there, or of one that has.
    void takesAnEmptyAnswerForNothing() {
        for (const char* there : {"", "null", "{}"}) {
            FakeContext context;
            context.fakeHttp.answer(200, there);
            context.fakeHttp.answer(409, R"({"message":"contacts exists"})");
            context.fakeHttp.answer(200, R"({"fields":[]})");
            context.fakeHttp.answer(200, "{}");
            same("replaced", good<DefineVirtualDataResource>(context, inputs()).outcome);
            same(kGet + kPost + kGet + kPut, said(context));
        }
    }
    // Between the question and the request.
    void leavesWhatSomebodyWasQuickerWith() {
        FakeContext context;
        context.fakeHttp.answer(404, "");
        context.fakeHttp.answer(409, "");
        context.fakeHttp.answer(200, kBody);
        same("unchanged", good<DefineVirtualDataResource>(context, inputs()).outcome);
    }
    using Answers = std::vector<std::pair<int, std::string>>;
    static void answer(FakeContext& context, const Answers& answers) {
        for (const auto& [status, body] : answers) context.fakeHttp.answer(status, body);
    }
    // What an earlier attempt found is what counts.
    static std::string later(const char* before, const Answers& answers) {
        FakeContext context;
        context.known = tenon::Past{true, tenon::Done::yes, tenon::Value(before)};
        answer(context, answers);
        return good<DefineVirtualDataResource>(context, inputs()).outcome;
    }
    void knowsItsOwn() {
        const std::string other = R"({"fields":[]})";
        same("created", later("nothing", {{200, kBody}}));
        same("created", later("nothing", {{404, ""}, {200, ""}}));
        same("created", later("nothing", {{404, ""}, {409, ""}, {200, kBody}}));
        same("replaced", later("nothing", {{200, other}, {200, ""}}));
        same("unchanged", later("same", {{200, kBody}}));
        same("created", later("same", {{404, ""}, {200, ""}}));
        same("replaced", later("other", {{200, kBody}}));
        same("replaced", later("other", {{200, other}, {200, ""}}));
    }
    // In a run that is gone on with, what it asked before is given again.
    static tenon::Result<DefineVirtualDataResource::Outputs> inALaterLife(
        std::deque<tenon::Result<tenon::Value>> before, FakeContext& context) {
        context.known = tenon::Past{.again = true};
        context.before = std::move(before);
        return call<DefineVirtualDataResource>(context, inputs());
    }
    void goesOnFromWhatItAsked() {
        FakeContext kept;
        kept.fakeHttp.answer(200, kBody);
        same("created", inALaterLife({tenon::Value("nothing")}, kept).value().outcome);
        same(kGet, said(kept));
        const auto cut = FakeContext::interrupted();
        FakeContext interrupted;  // while it looked: so it has not sent anything
        interrupted.fakeHttp.answer(200, kBody);
        same("unchanged", inALaterLife({cut, cut}, interrupted).value().outcome);
        same(kGet, said(interrupted));
        FakeContext failed;
        const auto error = tenon::makeError(tenon::ErrorKind::communication, "no", "No answer.");
        same("No answer.", inALaterLife({error}, failed).error().detail);
        same("", said(failed));
    }
    void handsOnAConflictOfSomethingElse() {
        FakeContext context;
        context.fakeHttp.answer(404, R"({"message":"No definition found"})");
        context.fakeHttp.answer(409, R"({"message":"it is in use"})");
        context.fakeHttp.answer(404, R"({"message":"No definition found"})");
        const auto error = bad<DefineVirtualDataResource>(context, inputs());
        CPPUNIT_ASSERT_EQUAL(409, error.status);
        CPPUNIT_ASSERT(error.detail.find("it is in use.") != std::string::npos);
        same(kGet + kPost + kGet, said(context));
    }
    // Nobody knows what came of a request: it looks.
    static std::string settled(const Answers& answers, const std::string& requests) {
        FakeContext context;
        answer(context, answers);
        const auto outcome = good<DefineVirtualDataResource>(context, inputs()).outcome;
        same(requests, said(context));
        return outcome;
    }
    void looksWhereTheOutcomeIsUnknown() {
        const std::string other = R"({"fields":[]})", looks = kGet + kGet + kGet;
        const std::pair<int, std::string> none{404, ""}, lost{504, ""}, done{200, ""},
            there{200, kBody};
        same("created", settled({none, lost, there}, kGet + kPost + kGet));
        same("created", settled({none, lost, none, none, there}, kGet + kPost + looks));
        same("created",
             settled({none, lost, none, none, none, done}, kGet + kPost + looks + kPost));
        // The first one was slow, and is in the way of the second.
        same("created", settled({none, lost, none, none, none, {409, ""}, there},
                                kGet + kPost + looks + kPost + kGet));
        same("created", settled({none, lost, none, none, none, {409, ""}, none, there},
                                kGet + kPost + looks + kPost + kGet + kGet));
        same("replaced", settled({{200, other}, lost, there}, kGet + kPut + kGet));
        same("created", settled({none, lost, {503, ""}, there}, kGet + kPost + kGet + kGet));
    }
    static void staysUnknown(const Answers& answers, const std::string& requests) {
        FakeContext context;
        answer(context, answers);
        const auto error = bad<DefineVirtualDataResource>(context, inputs());
        is(tenon::Done::maybe, error);
        CPPUNIT_ASSERT_MESSAGE(
            error.detail,
            error.detail.ends_with(
                " Run this again: where it was done, it is found and left as it is."));
        same(requests, said(context));
    }
    void saysThatItMayBeRunAgain() {
        const std::string looks = kGet + kGet + kGet;
        const std::pair<int, std::string> none{404, ""}, lost{504, ""};
        staysUnknown({none, lost, none, none, none, lost, none, none, none},
                     kGet + kPost + looks + kPost + looks);
        staysUnknown({none, lost, none, none, none, {409, ""}, none, none, none},
                     kGet + kPost + looks + kPost + looks);
        staysUnknown({none, lost, {401, ""}}, kGet + kPost + kGet);
    }
    void refusesBadInputs() {
        const std::string before = "The inputs do not fit.\n  ";
        auto in = inputs();
        in.name = "";
        in.resourceFields.clear();
        same(before + "/name is empty; give a text\n  /fields is empty; give at least one field",
             refused<DefineVirtualDataResource>(in));
        in = inputs();
        in.resourceFields[1].path = "id";
        same(before + "/fields/1/path is the path of a field before it; leave one of them out",
             refused<DefineVirtualDataResource>(in));
        in.resourceFields[1] = {"", "text"};
        same(before + "/fields/1/type is \"text\"; wanted one of string, number, boolean, date",
             refused<DefineVirtualDataResource>(in));
        in = inputs();
        in.level = "company";
        same(before + "/level is \"company\"; wanted one of organization, account, instance",
             refused<DefineVirtualDataResource>(in));
        in.level = "instance";
        in.accountId = 1;
        same(before +
                 "/accountId is for the level account, and the level is instance; leave it "
                 "out\n  /instanceId is missing; the level instance wants the instance's "
                 "number",
             refused<DefineVirtualDataResource>(in));
        in = inputs();
        in.instanceId = 1;
        same(before +
                 "/instanceId is for the level instance, and the level is organization; leave "
                 "it out",
             refused<DefineVirtualDataResource>(in));
        in.level = "instance";
        in.instanceId = 0;
        same(before + "/instanceId is 0; wanted a number from 1 on",
             refused<DefineVirtualDataResource>(in));
    }
    void deletesOnEachLevel() {
        DeleteVirtualDataResource::Inputs in;
        in.name = "contacts";
        in.level = "organization";
        onEachLevel<DeleteVirtualDataResource::Inputs>(
            in, [](const auto& each, const std::string& path) {
                for (const int status : {200, 404}) {
                    FakeContext context;
                    context.fakeHttp.answer(status, "");
                    CPPUNIT_ASSERT_EQUAL(status == 200,
                                         good<DeleteVirtualDataResource>(context, each).existed);
                    same("DELETE " + path + "\n", said(context));
                }
            });
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(DefineTest);
