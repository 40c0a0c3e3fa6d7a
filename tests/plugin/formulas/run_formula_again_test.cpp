// SPDX-License-Identifier: Apache-2.0
// RunFormula called again: in a later life of its run, and in a retry.
#include "execution_of_formula.h"

using cloudelements::RunFormula;
using namespace conversation;
using namespace execution;
using tenon::Done;
using tenon::testing::FakeContext;

class RunFormulaAgainTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RunFormulaAgainTest);
    CPPUNIT_TEST(goesOnWaitingInALaterLife);
    CPPUNIT_TEST(asksAPersonWhereTheStartWasCut);
    CPPUNIT_TEST(asksAPersonWhereAnEarlierAttemptDoesNotKnow);
    CPPUNIT_TEST(takesWhatAnEarlierAttemptStarted);
    CPPUNIT_TEST(givesTheErrorOfOneThatFailed);
    CPPUNIT_TEST(startsAnotherWhereItMay);
    CPPUNIT_TEST(startsWhereNothingIsKnown);
    CPPUNIT_TEST_SUITE_END();

    inline static const tenon::Value kStarted{tenon::Array{12}};
    inline static const std::string kLookFirst =
        " An execution may have been started all the same: before you run this again, look at GET "
        "/formulas/instances/7/executions on the platform.";

    static void answer(FakeContext& context, std::initializer_list<const char*> bodies) {
        for (const char* body : bodies) context.fakeHttp.answer(200, body);
    }

    void goesOnWaitingInALaterLife() {
        FakeContext context;
        context.known = tenon::Past{.again = true};
        context.before = {kStarted};
        answer(context,
               {R"({"id":12,"status":"pending"})", R"({"id":12,"status":"success"})", "[]"});
        CPPUNIT_ASSERT_EQUAL(std::int64_t{12}, good<RunFormula>(context, inputs()).id);
        same(kLook + kLook + kSteps, said(context));
        same(R"({"formulaInstanceId":7,"executions":[12]})", tenon::json::write(context.kept));
    }
    void asksAPersonWhereTheStartWasCut() {
        FakeContext context;
        context.known = tenon::Past{.again = true};
        context.before = {FakeContext::interrupted()};
        const auto error = bad<RunFormula>(context, inputs());
        same("The run was interrupted while this was done." + kLookFirst, error.detail);
        is(Done::maybe, error);
        same("", said(context));
    }
    void asksAPersonWhereAnEarlierAttemptDoesNotKnow() {
        FakeContext context;
        context.known = tenon::Past{true, Done::maybe};
        const auto error = bad<RunFormula>(context, inputs());
        same(
            "An earlier attempt sent the start of the formula instance 7, and what came of it is "
            "not known." +
                kLookFirst,
            error.detail);
        is(Done::maybe, error);
        CPPUNIT_ASSERT(!error.retryable);
        same("", said(context));
    }
    void takesWhatAnEarlierAttemptStarted() {
        FakeContext context;
        context.known = tenon::Past{true, Done::yes, kStarted};
        answer(context,
               {R"({"id":12,"status":"pending"})", R"({"id":12,"status":"success"})", "[]"});
        CPPUNIT_ASSERT_EQUAL(std::int64_t{12}, good<RunFormula>(context, inputs()).id);
        same(kLook + kLook + kSteps, said(context));
    }
    // It may have done a part of its work.
    void givesTheErrorOfOneThatFailed() {
        FakeContext context;
        context.known = tenon::Past{true, Done::yes, kStarted};
        answer(context, {R"({"id":12,"status":"failed"})", "[]", "[]"});
        const auto error = bad<RunFormula>(context, inputs());
        same(
            "The execution 12 of the formula instance 7 failed, and the platform does not say in "
            "which step. Look at GET /formulas/instances/executions/12/errors on the platform.",
            error.detail);
        is(Done::yes, error);
        same(kLook + kSteps + kErrors, said(context));
    }
    void startsAnotherWhereItMay() {
        for (const char* ended :
             {R"({"id":12,"status":"failed"})", R"({"id":12,"status":"cancelled"})"}) {
            FakeContext context;
            context.known = tenon::Past{true, Done::yes, kStarted};
            answer(context, {ended, R"([{"id":13}])", R"({"id":13,"status":"success"})", "[]"});
            auto in = inputs();
            in.restart = "afterFailure";
            CPPUNIT_ASSERT_EQUAL(std::int64_t{13}, good<RunFormula>(context, in).id);
            same(
                kLook + kStart + "GET /formulas/instances/executions/13\n" +
                    "GET /formulas/instances/executions/13/steps?includeValues=true&pageSize=200\n",
                said(context));
            same(R"({"formulaInstanceId":7,"executions":[13]})", tenon::json::write(context.kept));
        }
    }
    // A host of before; and an earlier attempt that never came to its start.
    void startsWhereNothingIsKnown() {
        for (const auto& known :
             {std::optional<tenon::Past>(), std::optional(tenon::Past{true, Done::no})}) {
            FakeContext context;
            context.known = known;
            told(context, {"success"});
            answer(context, {"[]"});
            CPPUNIT_ASSERT_EQUAL(std::int64_t{12}, good<RunFormula>(context, inputs()).id);
            same(kStart + kLook + kSteps, said(context));
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RunFormulaAgainTest);
