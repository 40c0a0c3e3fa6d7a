// SPDX-License-Identifier: Apache-2.0
// The steps and the sandbox understand each other where an answer is lost: how many instances are
// made, whatever goes wrong.
#include "once/sandbox_context.h"
#include "sample.h"
#include "tenon/json.h"

using once::SandboxContext;

class OnceOnSandboxTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OnceOnSandboxTest);
    CPPUNIT_TEST(makesOne);
    CPPUNIT_TEST(makesOneWhateverBecomesOfTheAnswer);
    CPPUNIT_TEST(readsATokenThatListsHide);
    CPPUNIT_TEST(namesBothThatAGatewayMade);
    CPPUNIT_TEST(makesASecondWhereTheTagComesTooLate);
    CPPUNIT_TEST(leavesNoInstanceWithWrongCredentials);
    CPPUNIT_TEST_SUITE_END();

    std::optional<SandboxContext> context_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // "ORIGIN ID verified", or "TITLE"; each on a sandbox of its own.
    std::string comes(const std::string& faults,
                      const std::function<void(sample::Inputs&)>& change = {}) {
        context_.reset();
        context_.emplace(tenon::json::read("{\"firstId\":5," + faults + "}").value());
        return again(change);
    }
    std::string again(const std::function<void(sample::Inputs&)>& change = {}) {
        auto in = sample::inputs();
        in.connection = {"http://127.0.0.1/elements/api-v2", tenon::Secret(context_->user()),
                         tenon::Secret(context_->organization())};
        in.verify = true;
        if (change) change(in);
        cloudelements::CreateSageCRMInstance step;
        const auto result = tenon::call<sample::Outputs>(step, in, *context_);
        if (!result) return result.error().title;
        const auto& out = result.value();
        return out.origin + " " + std::to_string(out.id) + (out.verified ? " verified" : "");
    }
    static std::string rule(const std::string& members) {
        return R"("rules":[{"on":"POST /instances","times":1,)" + members + "}]";
    }

    void makesOne() {
        same("created 5 verified", comes(R"("rules":[])"));
        same("POST /instances 200\nGET /ping 200\n", context_->asked);
        // A second call of the same task with nothing recorded: it takes what is there by name.
        same("adopted 5 verified", again([](auto& in) { in.adopt = "byName"; }));
        same("1 1", context_->made());
    }
    void makesOneWhateverBecomesOfTheAnswer() {
        for (const std::string fault :
             {R"("drop":"after")", R"("cut":0)", R"("cut":40)", R"("cut":400)"}) {
            same(fault + "adopted 5 verified", fault + comes(rule(fault)));
            same("1 1", context_->made());
        }
        for (const std::string fault :
             {R"("drop":"before")", R"("answer":{"status":502})", R"("answer":{"status":503})",
              R"("answer":{"status":504})", R"("answer":{"status":408})",
              R"("answer":{"status":200,"body":"<html>"})"}) {
            same(fault + "created 5 verified", fault + comes(rule(fault)));
            same("1 1", context_->made());
        }
        for (const std::string fault :
             {R"("answer":{"status":429})", R"("answer":{"status":400})"}) {
            same(fault + "refused by the platform", fault + comes(rule(fault)));
            same("0 0", context_->made());
        }
    }
    void readsATokenThatListsHide() {
        same("adopted 5 verified", comes(R"("hideTokens":true,)" + rule(R"("drop":"after")")));
        same("POST /instances -\nGET /instances 200\nGET /instances/5 200\nGET /ping 200\n",
             context_->asked);
    }
    void namesBothThatAGatewayMade() {
        same("several found", comes(rule(R"("duplicate":true,"drop":"after")")));
        same("2 2", context_->made());
    }
    // What cannot be seen: this says so, too.
    void makesASecondWhereTheTagComesTooLate() {
        same("created 6 verified", comes(R"("tagDelay":3600000,)" + rule(R"("drop":"after")")));
        same("2 2", context_->made());
        same("created 5 verified", comes(rule(R"("late":3600000)")));
        same("1 1", context_->made());
    }
    void leavesNoInstanceWithWrongCredentials() {
        const auto wrong = [](sample::Inputs& in) { in.password = tenon::Secret("wrong"); };
        same("invalid instance", comes(R"("rules":[])", wrong));
        same("1 1", context_->made());
        CPPUNIT_ASSERT(*context_->kept.find("id") == tenon::Value(5));
        same("invalid instance", comes(R"("rules":[])", [&](sample::Inputs& in) {
                 wrong(in);
                 in.onInvalid = "delete";
             }));
        same("1 0", context_->made());
        CPPUNIT_ASSERT(context_->kept.isNull());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(OnceOnSandboxTest);
