// SPDX-License-Identifier: Apache-2.0
// Formulas as they run: each kind of step.
#include "formula_world.h"

class ExecutionsTest : public support::FormulaWorld {
    CPPUNIT_TEST_SUITE(ExecutionsTest);
    CPPUNIT_TEST(runsElementRequests);
    CPPUNIT_TEST(runsRequestsToThePlatform);
    CPPUNIT_TEST(runsRequestsToLoopback);
    CPPUNIT_TEST(loops);
    CPPUNIT_TEST(seeTheirOwnEventAlone);
    CPPUNIT_TEST(runsFormulasWithin);
    CPPUNIT_TEST(runsAgainAsOftenAsItIsTold);
    CPPUNIT_TEST(repeatsRequests);
    CPPUNIT_TEST(takesTheWayOfFailure);
    CPPUNIT_TEST(saysWhatItDoesNotRun);
    CPPUNIT_TEST_SUITE_END();

    void runsElementRequests() {
        const auto run = started(
            bound(
                step("a", "elementRequest",
                     through("POST", "/hubs/crm/accounts", R"(,"body":"${trigger.args.account}")"),
                     R"(,"onSuccess":["b"])") +
                "," +
                step("b", "elementRequest",
                     through("GET", "/accounts/{id}",
                             R"(,"path":{"id":"${steps.a.response.body.key}"})"),
                     R"(,"onSuccess":["c"])") +
                "," +
                step(
                    "c", "elementRequest",
                    through(
                        "GET", "/accounts",
                        R"(,"query":{"where":"Comp_Name = '${steps.b.response.body.Comp_Name}'"})"))),
            R"({"account":{"Comp_Name":"New"}})");
        same("success", outcome(run));
        same("200", value(run, "b.response.code"));
        same(R"({"where":"Comp_Name = 'New'"})", value(run, "c.request.query"));
        same("New", *tenon::json::read(value(run, "c.response.body"))
                         .value()
                         .array()
                         ->front()
                         .find("Comp_Name")
                         ->string());
        good("DELETE", "/instances/427902");
        same("failed: a: No element instance found with ID 427902", outcome(started(2001)));
    }
    void runsRequestsToThePlatform() {
        const auto run =
            started(bound(step("a", "request", R"("method":"GET","api":"/instances")")));
        same("success", outcome(run));
        CPPUNIT_ASSERT(value(run, "a.response.body").find("\"id\":427902") != std::string::npos);
        same(
            "failed: a: Status 404: GET /elements/api-v2/no/such/place/at/all is not in the "
            "sandbox; its README page lists what is",
            outcomeOf(step("a", "request", R"("method":"GET","api":"/no/such/place/at/all")")));
    }
    void runsRequestsToLoopback() {
        callback_.answers(201, R"({"id":"x"})");
        const auto run = started(
            bound(step("a", "httpRequest",
                       R"("method":"POST","url":"${config.url}/in?q=1","headers":{"X-A":"b"},)"
                       R"("body":{"n":"${trigger.args.n}"})")),
            R"({"n":5})");
        same("success", outcome(run));
        const auto got = callback_.next();
        same("POST /in?q=1", got.line);
        same("b", got.headers.get("X-A"));
        same(R"({"n":5})", got.body);
        same("201", value(run, "a.response.code"));
        same(R"({"id":"x"})", value(run, "a.response.body"));
        same(
            "failed: a: not in the sandbox: a request to http://example.com; it calls http on "
            "loopback addresses only",
            outcomeOf(step("a", "httpRequest", R"("url":"http://example.com/")")));
        same(
            "failed: a: not in the sandbox: a request to https://127.0.0.1; it calls http on "
            "loopback addresses only",
            outcomeOf(step("a", "httpRequest", R"("url":"https://127.0.0.1/")")));
    }
    void loops() {
        const std::string body =
            step("a", "loop", R"("list":"${trigger.args.list}")",
                 R"(,"onSuccess":["b"],"onFailure":["d"])") +
            "," +
            step("b", "elementRequest",
                 through("POST", "/accounts",
                         R"(,"body":{"Comp_Name":"${steps.a.entry}","at":"${steps.a.index}"})"),
                 R"(,"onSuccess":["c"])") +
            "," +
            step("c", "elementRequest",
                 through("PATCH", "/accounts/${steps.b.response.body.key}", R"(,"body":{"c":1})"),
                 R"(,"onSuccess":["a"])") +
            "," + step("d", "elementRequest", through("POST", "/leads", R"(,"body":{})"));
        const auto instance = bound(body);
        same("success", outcome(started(instance, R"({"list":["x","y"]})")));
        const auto found = of("GET", "/accounts?where=c=1&fields=Comp_Name,at").body;
        same(R"([{"Comp_Name":"x","at":0},{"Comp_Name":"y","at":1}])", found);
        same("success", outcome(started(instance, R"({"list":[]})")));
        same("3", of("GET", "/leads").header("Elements-Total-Count"));
        same("failed: : The list of the loop a is no array",
             outcome(started(instance, R"({"list":5})")));
    }
    void seeTheirOwnEventAlone() {
        const auto first =
            started(bound(step("a", "elementRequest",
                               through("POST", "/leads", R"(,"body":"${trigger.args.message}")"))),
                    R"({"message":{"id":"m","events":[{"objectId":"1"},{"objectId":"2"}]}})");
        for (const auto run : {first, first + 1}) {
            same("success", outcome(run));
            same(R"({"id":"m","events":[{"objectId":")" + std::to_string(run - first + 1) + "\"}]}",
                 value(run, "a.request.body"));
        }
    }
    void runsFormulasWithin() {
        bound(step("a", "elementRequest",
                   through("POST", "/accounts", R"(,"body":"${trigger.args}")")));
        const auto run = started(bound(
            step("a", "formula", R"("formulaId":1001,"args":{"Comp_Name":"Within"})",
                 R"(,"onSuccess":["b"])") +
            "," +
            step("b", "elementRequest", through("GET", "/accounts/${steps.a.response.body.key}"))));
        same("success", outcome(run));
        CPPUNIT_ASSERT(value(run, "b.response.body").find("Within") != std::string::npos);
        same("failed: a: No formula found with ID 5",
             outcomeOf(step("a", "formula", R"("formulaId":"5")")));
        // Itself.
        same("failed: a: More than 10 formulas call each other",
             outcomeOf(step("a", "formula", R"("formulaId":1004)")));
    }
    void runsAgainAsOftenAsItIsTold() {
        const auto run =
            started(bound(step("a", "elementRequest", through("POST", "/leads", R"(,"body":{})"),
                               R"(,"onSuccess":["b"])") +
                          "," + step("b", "retryFormulaExecution", R"("retryAttempts":2)")));
        same("failed", outcome(run));
        same("4", of("GET", "/leads").header("Elements-Total-Count"));
    }
    void repeatsRequests() {
        const std::string request = R"("method":"GET","url":"${config.url}/","retry":true,)"
                                    R"("retryAttempts":2,"retryStatusCodes":"500-504")";
        callback_.answers(503, "");
        callback_.answers(502, "");
        callback_.answers(200, "");
        same("success", outcomeOf(step("a", "httpRequest", request)));
        callback_.answers(404, R"({"message":"No"})");
        same("failed: a: Status 404: No", outcomeOf(step("a", "httpRequest", request)));
        for (int i = 0; i < 3; ++i) callback_.answers(500, "");
        same("failed: a: Status 500", outcomeOf(step("a", "httpRequest", request)));
        CPPUNIT_ASSERT_EQUAL(7, callback_.count());
    }
    void takesTheWayOfFailure() {
        const std::string wrong = through("GET", "/accounts/1");
        same("failed: a: Status 404: No account found with ID 1",
             outcomeOf(step("a", "elementRequest", wrong)));
        const auto run = started(bound(
            step("a", "elementRequest", wrong, R"(,"onSuccess":["c"],"onFailure":["b"])") + "," +
            step("b", "elementRequest",
                 through("POST", "/leads",
                         R"(,"body":{"Lead_Description":"${steps.a.response.code}"})")) +
            "," + step("c", "script", "")));
        same("success: a: Status 404: No account found with ID 1", outcome(run));
        same("404", *of("GET", "/leads/1000").json().find("Lead_Description")->string());
        same("success",
             outcomeOf(step("a", "elementRequest", wrong + R"(,"acceptableStatusCodes":"404")")));
    }
    void saysWhatItDoesNotRun() {
        for (const std::string kind : {"script", "filter"})
            same("failed: a: not in the sandbox: step kind " + kind + " runs JavaScript",
                 outcomeOf(step("a", kind, R"("body":"${not.ours} x")")));
        for (const std::string kind : {"amqpRequest", "elementRequestStream"})
            same("failed: a: not in the sandbox: step kind " + kind,
                 outcomeOf(step("a", kind, "")));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ExecutionsTest);
