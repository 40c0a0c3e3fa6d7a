// SPDX-License-Identifier: Apache-2.0
// One execution from its start to its end, on a clock that only waits move.
#include "execution_of_formula.h"

using cloudelements::RunFormula;
using namespace conversation;
using namespace execution;
using namespace std::chrono_literals;
using tenon::testing::FakeContext;

class RunFormulaTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RunFormulaTest);
    CPPUNIT_TEST(startsWaitsAndReadsTheValues);
    CPPUNIT_TEST(asksForTheValuesOfEachStepWhereTheyAreNotThere);
    CPPUNIT_TEST(readsAllPagesOfSteps);
    CPPUNIT_TEST(waitsLongerAndLonger);
    CPPUNIT_TEST(waitsForEachOfSeveral);
    CPPUNIT_TEST(givesUpAtItsOwnLimit);
    CPPUNIT_TEST(endsWithTheTask);
    CPPUNIT_TEST(stopsWhenItIsStopped);
    CPPUNIT_TEST(looksAgainAfterTrouble);
    CPPUNIT_TEST(waitsAsLongAsThePlatformWants);
    CPPUNIT_TEST(endsAfterTroubleThatStays);
    CPPUNIT_TEST(endsAtOnceWhereLookingIsRefused);
    CPPUNIT_TEST(refusesBadInputsBeforeItStarts);
    CPPUNIT_TEST_SUITE_END();

    static constexpr auto kBackoff = {250ms, 500ms, 1000ms, 2000ms, 4000ms, 8000ms, 15000ms};

    void startsWaitsAndReadsTheValues() {
        FakeContext context;
        told(context, {"pending", "queued", "success"});
        context.fakeHttp.answer(
            200,
            R"([{"id":2,"stepName":"lookup","status":"success","createdDate":"2016-06-15 13:24:28",)"
            R"("stepExecutionValues":[{"id":5,"key":"lookup.response.code","value":"200"}]},)"
            R"({"id":1,"stepName":"trigger","status":"success","createdDate":"2016-06-15 13:24:27",)"
            R"("stepExecutionValues":[{"id":4,"key":"trigger.args","value":"{\"a\":1}"}]}])");
        auto in = inputs();
        in.args = {{"a", 1}};
        const auto out = good<RunFormula>(context, in);
        CPPUNIT_ASSERT_EQUAL(std::int64_t{12}, out.id);
        same("success", out.status);
        same(R"({"lookup":{"response":{"code":"200"}},"trigger":{"args":{"a":1}}})", steps(out));
        CPPUNIT_ASSERT(out.others.empty());
        same("POST /formulas/instances/7/executions {\"a\":1}\n" + kLook + kLook + kLook + kSteps,
             said(context));
        CPPUNIT_ASSERT(context.waited == std::vector({250ms, 500ms}));
        // Until the task is over, what was started is kept.
        same(R"({"formulaInstanceId":7,"executions":[12]})", tenon::json::write(context.kept));
        CPPUNIT_ASSERT(context.fakeHttp.sent[0].request.idempotent == std::optional(false));
    }
    void asksForTheValuesOfEachStepWhereTheyAreNotThere() {
        FakeContext context;
        told(context, {"success"});
        context.fakeHttp.answer(200, R"([{"id":31,"stepName":"a"},{"id":32,"stepName":"b"}])");
        context.fakeHttp.answer(200, R"([{"id":1,"key":"a.x","value":"1"}])");
        context.fakeHttp.answer(404, R"({"message":"No values found"})");
        same(R"({"a":{"x":"1"},"b":{}})", steps(good<RunFormula>(context, inputs())));
        same(kStart + kLook + kSteps + "GET /formulas/instances/executions/steps/31/values\n" +
                 "GET /formulas/instances/executions/steps/32/values\n",
             said(context));
    }
    void readsAllPagesOfSteps() {
        FakeContext context;
        told(context, {"success"});
        context.fakeHttp.answer(200,
                                R"([{"id":1,"stepName":"a","values":[{"key":"x","value":"1"}]}])",
                                {{"Elements-Next-Page-Token", "p 2"}});
        context.fakeHttp.answer(503, "");
        context.fakeHttp.answer(200,
                                R"([{"id":2,"stepName":"b","values":[{"key":"x","value":"2"}]}])");
        same(R"({"a":{"x":"1"},"b":{"x":"2"}})", steps(good<RunFormula>(context, inputs())));
        CPPUNIT_ASSERT(context.fakeHttp.sent.back().request.url.ends_with(
            "/steps?includeValues=true&pageSize=200&nextPage=p%202"));
    }
    void waitsLongerAndLonger() {
        FakeContext context;
        told(context, {"pending", "pending", "unknown", "retry", "queued", "new word", "pending",
                       "pending", "success"});
        context.fakeHttp.answer(200, "[]");
        good<RunFormula>(context, inputs());
        std::vector<std::chrono::milliseconds> expected(kBackoff);
        expected.push_back(15000ms);
        CPPUNIT_ASSERT(expected == context.waited);
    }
    void waitsForEachOfSeveral() {
        FakeContext context;
        told(context, {"success"}, R"([{"id":12},{"id":13}])");
        context.fakeHttp.answer(200, R"({"id":13,"status":"pending"})");
        context.fakeHttp.answer(200, R"({"id":13,"status":"success"})");
        context.fakeHttp.answer(
            200, R"([{"id":1,"stepName":"a","values":[{"key":"a.x","value":"1"}]}])");
        context.fakeHttp.answer(
            200, R"([{"id":2,"stepName":"a","values":[{"key":"a.x","value":"2"}]}])");
        const auto out = good<RunFormula>(context, inputs());
        same(R"({"a":{"x":"1"}})", steps(out));
        same(R"([{"id":13,"status":"success","steps":{"a":{"x":"2"}}}])",
             tenon::json::write(*tenon::writeFields(out).find("others")));
        same(R"({"formulaInstanceId":7,"executions":[12,13]})", tenon::json::write(context.kept));
    }
    void givesUpAtItsOwnLimit() {
        FakeContext context;
        told(context, {"pending", "pending", "pending", "pending", "pending", "pending", "pending",
                       "pending", "pending", "queued"});
        auto in = inputs();
        in.limit = 60;
        const auto error = bad<RunFormula>(context, in);
        // The last wait is cut at the limit, and a look follows it.
        std::vector<std::chrono::milliseconds> expected(kBackoff);
        expected.push_back(15000ms);
        expected.push_back(14250ms);
        CPPUNIT_ASSERT(expected == context.waited);
        CPPUNIT_ASSERT_EQUAL(std::size_t(11), context.fakeHttp.sent.size());
        same("timeout", tenon::name(error.kind));
        same("formula still running", error.title);
        is(tenon::Done::yes, error);
        CPPUNIT_ASSERT(!error.retryable);
        same(
            "The execution 12 of the formula instance 7 was not over within `limit`: its last "
            "status was queued." +
                kRuns,
            error.detail);
    }
    void endsWithTheTask() {
        FakeContext context;
        told(context, {"pending", "pending"});
        context.patience = 300ms;
        const auto error = bad<RunFormula>(context, inputs());
        same("timeout", tenon::name(error.kind));
        same("The time was up." + kRuns, error.detail);
        is(tenon::Done::yes, error);
    }
    void stopsWhenItIsStopped() {
        FakeContext context;
        std::stop_source stop;
        context.given.stop = stop.get_token();
        stop.request_stop();
        told(context, {"pending"});
        auto error = bad<RunFormula>(context, inputs());
        same("cancelled", tenon::name(error.kind));
        same("The run was stopped." + kRuns, error.detail);
        is(tenon::Done::yes, error);
        // The same while a look is under way.
        FakeContext other;
        told(other, {});
        other.fakeHttp.answers.emplace_back(
            tenon::makeError(tenon::ErrorKind::cancelled, "cancelled", "Stopped."));
        error = bad<RunFormula>(other, inputs());
        same("cancelled", tenon::name(error.kind));
        same("Stopped." + kRuns, error.detail);
        is(tenon::Done::yes, error);
        CPPUNIT_ASSERT(other.waited.empty());
    }
    void looksAgainAfterTrouble() {
        FakeContext context;
        told(context, {});
        context.fakeHttp.answer(404, R"({"message":"No execution found"})");
        context.fakeHttp.answer(502, "<html>");
        context.fakeHttp.answers.emplace_back(broken());
        context.fakeHttp.answer(200, R"({"id":12})");
        context.fakeHttp.answer(200, R"({"id":12,"status":"pending"})");
        context.fakeHttp.answer(429, "");
        context.fakeHttp.answer(200, R"({"id":12,"status":"success"})");
        context.fakeHttp.answer(503, "");
        context.fakeHttp.answer(200, "[]");
        same("{}", steps(good<RunFormula>(context, inputs())));
        CPPUNIT_ASSERT_EQUAL(std::size_t(7), context.waited.size());
    }
    void waitsAsLongAsThePlatformWants() {
        FakeContext context;
        told(context, {});
        context.fakeHttp.answer(429, "", {{"Retry-After", "7"}});
        context.fakeHttp.answer(200, R"({"id":12,"status":"success"})");
        context.fakeHttp.answer(200, "[]");
        good<RunFormula>(context, inputs());
        CPPUNIT_ASSERT(context.waited == std::vector<std::chrono::milliseconds>{7000ms});
    }
    void endsAfterTroubleThatStays() {
        FakeContext context;
        told(context, {});
        for (int i = 0; i < 5; ++i) context.fakeHttp.answers.emplace_back(broken());
        const auto error = bad<RunFormula>(context, inputs());
        same("It broke." + kRuns, error.detail);
        is(tenon::Done::yes, error);
        CPPUNIT_ASSERT(!error.retryable);
        CPPUNIT_ASSERT_EQUAL(std::size_t(6), context.fakeHttp.sent.size());
    }
    void endsAtOnceWhereLookingIsRefused() {
        FakeContext context;
        told(context, {});
        context.fakeHttp.answer(401, R"({"message":"Invalid"})");
        const auto error = bad<RunFormula>(context, inputs());
        same("authentication", tenon::name(error.kind));
        CPPUNIT_ASSERT(error.detail.ends_with(kRuns));
        is(tenon::Done::yes, error);
        CPPUNIT_ASSERT_EQUAL(std::size_t(2), context.fakeHttp.sent.size());
    }
    void refusesBadInputsBeforeItStarts() {
        auto in = inputs();
        in.formulaInstanceId = 0;
        in.limit = 0;
        same(
            "The inputs do not fit.\n  /formulaInstanceId is 0; wanted a number from 1 on\n  "
            "/limit is 0; wanted 1 to 604800 seconds",
            refused<RunFormula>(in));
        in = inputs();
        in.limit = 604801;
        same("The inputs do not fit.\n  /limit is 604801; wanted 1 to 604800 seconds",
             refused<RunFormula>(in));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RunFormulaTest);
