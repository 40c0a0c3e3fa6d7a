// SPDX-License-Identifier: Apache-2.0
// Formulas as they run: each kind of step, references, and what an execution tells of itself.
#include "callback.h"
#include "through_instance.h"

using support::Callback;

class ExecutionsTest : public support::ThroughInstance {
    CPPUNIT_TEST_SUITE(ExecutionsTest);
    CPPUNIT_TEST(runsElementRequests);
    CPPUNIT_TEST(runsRequestsToThePlatform);
    CPPUNIT_TEST(runsRequestsToLoopback);
    CPPUNIT_TEST(loops);
    CPPUNIT_TEST(runsFormulasWithin);
    CPPUNIT_TEST(runsAgainAsOftenAsItIsTold);
    CPPUNIT_TEST(repeatsRequests);
    CPPUNIT_TEST(takesTheWayOfFailure);
    CPPUNIT_TEST(saysWhatItDoesNotRun);
    CPPUNIT_TEST(saysWhichReferenceLeadsNowhere);
    CPPUNIT_TEST(endsWhatDoesNotEnd);
    CPPUNIT_TEST(tellsItsSteps);
    CPPUNIT_TEST(showsNoCredentials);
    CPPUNIT_TEST(runsOncePerEvent);
    CPPUNIT_TEST(cancelsAndRunsAgain);
    CPPUNIT_TEST(startsNothingThatIsSwitchedOff);
    CPPUNIT_TEST_SUITE_END();

    static std::string step(const std::string& name, const std::string& type,
                            const std::string& properties, const std::string& more = "") {
        return R"({"name":")" + name + R"(","type":")" + type + R"(","properties":{)" + properties +
               "}" + more + "}";
    }
    static std::string through(const std::string& method, const std::string& api,
                               const std::string& more = "") {
        return R"("elementInstanceId":"${config.crm}","method":")" + method + R"(","api":")" + api +
               "\"" + more;
    }
    // The id of an instance of a formula of these steps, which begins with the step a.
    std::int64_t bound(const std::string& steps, const std::string& trigger = "manual") const {
        const auto made =
            as("POST", "/formulas",
               R"({"name":"f","configuration":[{"key":"crm","type":"elementInstance"},)"
               R"({"key":"url","type":"value"}],"triggers":[{"name":"t","type":")" +
                   trigger + R"(","onSuccess":["a"]}],"steps":[)" + steps + "]}");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(made.body, 200, made.status);
        const auto instance =
            as("POST", "/formulas/" + tenon::json::write(*made.json().find("id")) + "/instances",
               R"({"name":"i","configuration":{"crm":427902,"url":"http://127.0.0.1:)" +
                   std::to_string(callback_.port()) + "\"}}");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(instance.body, 200, instance.status);
        return *instance.json().find("id")->integer();
    }
    std::int64_t started(std::int64_t instance, const std::string& arguments = "{}") const {
        const auto reply = as(
            "POST", "/formulas/instances/" + std::to_string(instance) + "/executions", arguments);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(reply.body, 200, reply.status);
        return *reply.json().array()->front().find("id")->integer();
    }
    // "success", or "failed: step: message".
    std::string outcome(std::int64_t execution) const {
        const auto status = *platform_->ended(execution).find("status")->string();
        const auto errors =
            as("GET", "/formulas/instances/executions/" + std::to_string(execution) + "/errors")
                .json();
        if (errors.array()->empty()) return status;
        const auto& last = errors.array()->back();
        return status + ": " + *last.find("stepName")->string() + ": " +
               *last.find("message")->string();
    }
    std::string outcomeOf(const std::string& steps, const std::string& arguments = "{}") const {
        return outcome(started(bound(steps), arguments));
    }
    // The value of that key among all steps' values.
    std::string value(std::int64_t execution, const std::string& key) const {
        const auto steps = as("GET", "/formulas/instances/executions/" + std::to_string(execution) +
                                         "/steps?includeValues=true")
                               .json();
        for (const auto& one : *steps.array())
            for (const auto& v : *one.find("stepExecutionValues")->array())
                if (*v.find("key")->string() == key) return *v.find("value")->string();
        return "";
    }

    Callback callback_;

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
CPPUNIT_TEST_SUITE_REGISTRATION(ExecutionsTest);
