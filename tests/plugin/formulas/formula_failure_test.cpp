// SPDX-License-Identifier: Apache-2.0
// Executions that fail, and answers that say too little.
#include "execution_of_formula.h"

using cloudelements::RunFormula;
using namespace conversation;
using namespace execution;
using tenon::testing::FakeContext;

class FormulaFailureTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FormulaFailureTest);
    CPPUNIT_TEST(namesTheStepThatFailed);
    CPPUNIT_TEST(saysThatItFailedWhereNobodyKnowsWhy);
    CPPUNIT_TEST(quotesNoSecretOfAFailure);
    CPPUNIT_TEST(saysThatItWasCancelledOnThePlatform);
    CPPUNIT_TEST(reportsEachFailureOfSeveral);
    CPPUNIT_TEST(saysThatItSucceededWhereItsValuesCannotBeRead);
    CPPUNIT_TEST(neverStartsTwice);
    CPPUNIT_TEST(saysWhatItCannotRead);
    CPPUNIT_TEST_SUITE_END();

    void namesTheStepThatFailed() {
        FakeContext context;
        told(context, {"pending", "failed"});
        context.fakeHttp.answer(
            200, R"([{"id":1,"stepName":"lookup","status":"failed","stepExecutionValues":[)"
                 R"({"key":"lookup.response.code","value":"404"}]}])");
        context.fakeHttp.answer(
            200, R"([{"id":1,"stepName":"lookup","status":"failed","stepExecutionValues":[)"
                 R"({"key":"lookup.error","value":"No contact found with ID 43\nsorry"}]}])");
        const auto error = bad<RunFormula>(context, inputs());
        same(kStart + kLook + kLook + kSteps + kErrors, said(context));
        same("runtime", tenon::name(error.kind));
        same("formula failed", error.title);
        is(tenon::Done::yes, error);
        CPPUNIT_ASSERT(!error.retryable);
        same(
            "The execution 12 of the formula instance 7 failed in the step \"lookup\": No contact "
            "found with ID 43 sorry. Look at GET /formulas/instances/executions/12/errors on the "
            "platform.",
            error.detail);
    }
    void saysThatItFailedWhereNobodyKnowsWhy() {
        for (const bool areErrorsRefused : {true, false}) {
            FakeContext half;
            told(half, {"failed"});
            const char* steps = R"([{"stepName":"a","status":"failed"}])";
            half.fakeHttp.answer(areErrorsRefused ? 200 : 401, areErrorsRefused ? steps : "");
            half.fakeHttp.answer(areErrorsRefused ? 401 : 200, areErrorsRefused ? "" : steps);
            same(
                "The execution 12 of the formula instance 7 failed in the step \"a\". Look at GET "
                "/formulas/instances/executions/12/errors on the platform.",
                bad<RunFormula>(half, inputs()).detail);
        }
        FakeContext context;
        told(context, {"failed"});
        context.fakeHttp.answer(401, "");
        context.fakeHttp.answer(401, "");
        const auto error = bad<RunFormula>(context, inputs());
        same("formula failed", error.title);
        same(
            "The execution 12 of the formula instance 7 failed, and the platform does not say in "
            "which step. Look at GET /formulas/instances/executions/12/errors on the platform.",
            error.detail);
        is(tenon::Done::yes, error);
    }
    void quotesNoSecretOfAFailure() {
        FakeContext context;
        told(context, {"failed"});
        context.fakeHttp.answer(200, "[]");
        context.fakeHttp.answer(
            200, R"([{"stepName":"a","message":"hunter2 and 5f0c2b0b9d7e4c6a8f1e3d5c7b9a0f12 and )"
                 R"(Element gwDd1yJ5Q9cD0fTz/2nGzX+9kE7sLhCq4v8uYt3RrWo= are wrong."}])");
        auto in = inputs();
        in.args = {{"password", tenon::Secret("hunter2")}};
        same(
            "The execution 12 of the formula instance 7 failed in the step \"a\": ******** and "
            "******** and Element ******** are wrong. Look at GET "
            "/formulas/instances/executions/12/errors on the platform.",
            bad<RunFormula>(context, in).detail);
        same("POST /formulas/instances/7/executions {\"password\":\"hunter2\"}\n" + kLook + kSteps +
                 kErrors,
             said(context));
    }
    void saysThatItWasCancelledOnThePlatform() {
        FakeContext context;
        told(context, {"cancelled"});
        const auto error = bad<RunFormula>(context, inputs());
        same("formula failed", error.title);
        same("The execution 12 of the formula instance 7 was cancelled on the platform.",
             error.detail);
        same(kStart + kLook, said(context));
    }
    void reportsEachFailureOfSeveral() {
        FakeContext context;
        told(context, {"cancelled"}, R"([{"id":12},{"id":13},{"id":14}])");
        context.fakeHttp.answer(200, R"({"id":13,"status":"success"})");
        context.fakeHttp.answer(200, R"({"id":14,"status":"cancelled"})");
        same(
            "The execution 12 of the formula instance 7 was cancelled on the platform. The "
            "execution 14 of the formula instance 7 was cancelled on the platform.",
            bad<RunFormula>(context, inputs()).detail);
    }
    void saysThatItSucceededWhereItsValuesCannotBeRead() {
        FakeContext context;
        told(context, {"success"});
        context.fakeHttp.answer(403, "");
        const auto error = bad<RunFormula>(context, inputs());
        is(tenon::Done::yes, error);
        const std::string end =
            " The execution 12 of the formula instance 7 succeeded all the same: look at GET "
            "/formulas/instances/executions/12/steps on the platform instead of running this "
            "again.";
        CPPUNIT_ASSERT(error.detail.ends_with(end));
        CPPUNIT_ASSERT(error.detail.find("may still run") == std::string::npos);
    }
    void neverStartsTwice() {
        const std::string look =
            " An execution may have been started all the same: before you run this again, look at "
            "GET /formulas/instances/7/executions on the platform.";
        for (const int status : {301, 400, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504}) {
            FakeContext context;
            context.fakeHttp.answer(status, R"({"message":"no"})");
            const auto error = bad<RunFormula>(context, inputs());
            same(kStart, said(context));
            const bool mayBe = status < 400 || status == 408 || status >= 500;
            is(mayBe ? tenon::Done::maybe : tenon::Done::no, error);
            CPPUNIT_ASSERT_EQUAL(mayBe, error.detail.ends_with(look));
            CPPUNIT_ASSERT(context.waited.empty());
        }
        FakeContext context;
        auto lost = broken();
        lost.done = tenon::Done::maybe;
        context.fakeHttp.answers.emplace_back(lost);
        const auto error = bad<RunFormula>(context, inputs());
        same("It broke." + look, error.detail);
        same(kStart, said(context));
    }
    void saysWhatItCannotRead() {
        for (const char* answer : {R"([{"status":"pending"}])", R"({"a":1})", "5"}) {
            FakeContext context;
            context.fakeHttp.answer(200, answer);
            const auto error = bad<RunFormula>(context, inputs());
            same("unusable answer", error.title);
            is(tenon::Done::maybe, error);
            same(
                "The platform's answer to the start of the formula instance 7 names no execution. "
                "An execution may have been started all the same: before you run this again, "
                "look at GET /formulas/instances/7/executions on the platform.",
                error.detail);
        }
        FakeContext context;
        context.fakeHttp.answer(200, "[]");
        same(
            "The platform's answer to the start of the formula instance 7 lists no execution: the "
            "instance may be switched off, or args do not fit its trigger. An execution may have "
            "been started all the same: before you run this again, look at GET "
            "/formulas/instances/7/executions on the platform.",
            bad<RunFormula>(context, inputs()).detail);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FormulaFailureTest);
