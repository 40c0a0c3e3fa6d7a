// SPDX-License-Identifier: Apache-2.0
// References of formulas, and what an execution tells of itself.
#include "formula_world.h"

class ExecutionReportsTest : public support::FormulaWorld {
    CPPUNIT_TEST_SUITE(ExecutionReportsTest);
    CPPUNIT_TEST(saysWhichReferenceLeadsNowhere);
    CPPUNIT_TEST(endsWhatDoesNotEnd);
    CPPUNIT_TEST(tellsItsSteps);
    CPPUNIT_TEST(showsNoCredentials);
    CPPUNIT_TEST(runsOncePerEvent);
    CPPUNIT_TEST(cancelsAndRunsAgain);
    CPPUNIT_TEST(startsNothingThatIsSwitchedOff);
    CPPUNIT_TEST_SUITE_END();

    void saysWhichReferenceLeadsNowhere() {
        const auto with = [&](const std::string& reference) {
            return outcomeOf(
                step("a", "elementRequest",
                     through("POST", "/leads", R"(,"body":{"x":")" + reference + "\"}")));
        };
        same("failed: a: ${config.no}: there is no configuration no", with("${config.no}"));
        same("failed: a: ${no}: there is no configuration no", with("${no}"));
        same("failed: a: ${steps.z.response}: the step z has not run", with("${steps.z.response}"));
        same("failed: a: ${what.is.it} refers to nothing that a formula knows",
             with("${what.is.it}"));
        same("failed: a: ${a..b} is not a reference", with("${a..b}"));
        same("success", with("${trigger.args.no} ${info.formulaInstanceId} ${crm} $ {x} ${"));
        const auto lead = of("GET", "/leads?where=x%20IS%20NOT%20NULL&fields=x").body;
        same(R"([{"x":" 2006 427902 $ {x} ${"}])", lead);
    }
    void endsWhatDoesNotEnd() {
        const std::string ends =
            "failed: : The formula does not come to an end: the sandbox ran 10000 steps";
        const auto found = outcomeOf(
            step("a", "elementRequest", through("GET", "/ping"), R"(,"onSuccess":["a"])"));
        same(ends, std::regex_replace(found, std::regex("^failed: a?:"), "failed: :"));
    }
    void tellsItsSteps() {
        const auto run = started(bound(step("a", "elementRequest", through("GET", "/ping"))));
        same("success", outcome(run));
        const auto path = "/formulas/instances/executions/" + std::to_string(run);
        const auto iso = std::regex_replace(
            good("GET", path), std::regex(R"("\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")"), "ISO");
        const auto shown = std::regex_replace(
            iso, std::regex(R"("\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}")"), "TIME");
        const auto steady = std::regex_replace(shown, std::regex(R"("id":\d+,"status")"), "STEP");
        same(R"({"id":3001,"formulaInstanceId":2001,"status":"success","createdDate":ISO,)"
             R"("updatedDate":ISO,"stepExecutions":[{STEP:"success","createdDate":TIME,)"
             R"("stepName":"a"}]})",
             steady);
        same(good("GET", path), good("GET", "/formulas/1001/instances/2001/executions/3001"));
        const auto id = tenon::json::write(
            *as("GET", path).json().find("stepExecutions")->array()->front().find("id"));
        const auto values =
            as("GET", "/formulas/instances/executions/steps/" + id + "/values").json();
        same(R"({"id":1,"key":"a.request.method","value":"GET"})",
             tenon::json::write(values.array()->front()));
        const auto all = as("GET", "/formulas/1001/instances/2001/executions").json();
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, all.array()->size());
        refused(404, "No formula execution found with ID 7", "GET",
                "/formulas/instances/executions/7");
    }
    void showsNoCredentials() {
        const auto run = started(bound(step("a", "elementRequest", through("GET", "/ping"))));
        same("success", outcome(run));
        const auto steps =
            good("GET", "/formulas/instances/executions/3001/steps?includeValues=true");
        CPPUNIT_ASSERT(steps.find(platform_->user()) == std::string::npos);
        CPPUNIT_ASSERT(steps.find(token_) == std::string::npos);
    }
    void runsOncePerEvent() {
        const auto instance =
            bound(step("a", "elementRequest",
                       through("POST", "/leads",
                               R"(,"body":{"Lead_Description":"${trigger.event.objectId}"})")),
                  "event");
        const auto reply = as(
            "POST", "/formulas/instances/" + std::to_string(instance) + "/executions",
            R"({"message":{"instance_id":427902,"events":[{"objectId":"43"},{"objectId":"50"}]}})");
        CPPUNIT_ASSERT_EQUAL(std::size_t{2}, reply.json().array()->size());
        for (const auto id : {3001, 3002}) same("success", outcome(id));
        same(R"([{"Lead_Description":"43"},{"Lead_Description":"50"}])",
             of("GET", "/leads?where=key%3E=1000&fields=Lead_Description").body);
    }
    void cancelsAndRunsAgain() {
        callback_.holds();
        const auto instance =
            bound(step("a", "httpRequest", R"("url":"${config.url}/")", R"(,"onSuccess":["b"])") +
                  "," + step("b", "elementRequest", through("POST", "/leads", R"(,"body":{})")));
        const auto run = started(instance);
        callback_.next();
        const auto path = "/formulas/instances/executions/" + std::to_string(run);
        refused(400, "The field 'status' must be cancelled", "PATCH", path, R"({"status":"x"})");
        good("PATCH", path, R"({"status":"cancelled"})");
        callback_.goesOn();
        same("cancelled", outcome(run));
        // It is behind the one that was cancelled.
        same("success", outcome(started(instance)));
        same("2", of("GET", "/leads").header("Elements-Total-Count"));
        good("PUT", path + "/retries");
        same("success", outcome(run));
        good("DELETE", path + "/retries");
        same("3", of("GET", "/leads").header("Elements-Total-Count"));
    }
    void startsNothingThatIsSwitchedOff() {
        const auto instance = bound(step("a", "elementRequest", through("GET", "/ping")));
        const auto path = "/formulas/instances/" + std::to_string(instance);
        good("DELETE", path + "/active");
        refused(400, "The formula instance is not active", "POST", path + "/executions", "{}");
        good("PUT", path + "/active");
        good("PATCH", "/formulas/1001", R"({"active":false})");
        refused(400, "The formula instance is not active", "POST", path + "/executions", "{}");
        same("[]", good("GET", path + "/executions"));
        good("PATCH", "/formulas/1001", R"({"active":true})");
        good("DELETE", "/instances/427902/enabled");
        same("failed: a: Status 403: The element instance is disabled", outcome(started(instance)));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ExecutionReportsTest);
