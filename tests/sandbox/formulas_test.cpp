// SPDX-License-Identifier: Apache-2.0
// Formula templates and their instances, as they are made, checked, read and changed.
#include <regex>

#include "through_instance.h"

class FormulasTest : public support::ThroughInstance {
    CPPUNIT_TEST_SUITE(FormulasTest);
    CPPUNIT_TEST(makesATemplate);
    CPPUNIT_TEST(listsAndRemoves);
    CPPUNIT_TEST(exportsWhatCanBeMadeAgain);
    CPPUNIT_TEST(changesParts);
    CPPUNIT_TEST(refusesWhatThePlatformRefuses);
    CPPUNIT_TEST(bindsAnInstance);
    CPPUNIT_TEST(refusesWhatCannotBeBound);
    CPPUNIT_TEST(findsInstances);
    CPPUNIT_TEST_SUITE_END();

    static std::string bound() {
        return R"({"name":"f","configuration":[{"key":"crm","type":"elementInstance",)"
               R"("required":true},{"key":"mail","type":"value","required":false}]})";
    }
    static std::string steadyTime(const std::string& text) {
        return std::regex_replace(text, std::regex(R"("\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")"), "TIME");
    }

    void makesATemplate() {
        const auto made =
            good("POST", "/formulas",
                 R"({"name":"f","description":"d","configuration":[{"key":"k","type":"value"}],)"
                 R"("triggers":[{"type":"manual","onSuccess":["a"]}],)"
                 R"("steps":[{"name":"a","type":"script","properties":{"body":"code"}}]})");
        same(R"({"name":"f","description":"d","configuration":[{"key":"k","type":"value","id":1}],)"
             R"("triggers":[{"type":"manual","onSuccess":["a"],"id":2}],)"
             R"("steps":[{"name":"a","type":"script","properties":{"body":"code"},"id":3}],)"
             R"("active":true,"id":1001,"userId":21,"accountId":11,"createdDate":TIME})",
             steadyTime(made));
        same(made, good("GET", "/formulas/1001"));
        const auto patched = good("PATCH", "/formulas/1001", R"({"description":"e","id":7})");
        CPPUNIT_ASSERT(patched.find(R"("description":"e")") != std::string::npos);
        CPPUNIT_ASSERT(patched.find(R"("id":1001)") != std::string::npos);
        const auto put = good("PUT", "/formulas/1001", R"({"name":"g"})");
        same(R"({"name":"g","id":1001,"userId":21,"accountId":11,"createdDate":TIME,)"
             R"("configuration":[],"triggers":[],"steps":[],"active":true})",
             steadyTime(put));
    }
    void listsAndRemoves() {
        same("[]", good("GET", "/formulas"));
        good("POST", "/formulas", R"({"name":"a","steps":[{"name":"s","type":"script"}]})");
        good("POST", "/formulas", R"({"name":"b"})");
        const auto reply = as("GET", "/formulas?abridged=true&pageSize=1&nextPage=");
        CPPUNIT_ASSERT(reply.body.find("steps") == std::string::npos);
        same("1", reply.header("Elements-Next-Page-Token"));
        same("2", reply.header("Elements-Total-Count"));
        same("", good("DELETE", "/formulas/1001"));
        for (const char* method : {"GET", "DELETE"})
            refused(404, "No formula found with ID 1001", method, "/formulas/1001");
        refused(400, "The formula ID is not valid", "GET", "/formulas/x");
        good("POST", "/formulas/1002/instances", R"({"name":"i"})");
        refused(409, "The formula 1002 still has instances", "DELETE", "/formulas/1002");
        good("DELETE", "/formulas/1002/instances/2001");
        good("DELETE", "/formulas/1002");
    }
    void exportsWhatCanBeMadeAgain() {
        const std::string given =
            R"({"name":"f","configuration":[{"key":"k","type":"value"}],"triggers":[],)"
            R"("steps":[{"name":"a","type":"loop","properties":{"list":"${config.k}"}}],)"
            R"("active":false})";
        good("POST", "/formulas", given);
        same(given, good("GET", "/formulas/1001/export"));
        good("POST", "/formulas", good("GET", "/formulas/1001/export"));
        same(given, good("GET", "/formulas/1002/export"));
    }
    void changesParts() {
        good("POST", "/formulas", bound());
        same(R"([{"key":"crm","type":"elementInstance","required":true,"id":1},)"
             R"({"key":"mail","type":"value","required":false,"id":2}])",
             good("GET", "/formulas/1001/configuration"));
        same(R"({"key":"mail","type":"value","required":false,"id":2})",
             good("GET", "/formulas/1001/configuration/2"));
        same(R"({"key":"x","type":"value","id":3})",
             good("POST", "/formulas/1001/configuration", R"({"key":"x","type":"value"})"));
        refused(409, "A configuration with the key x already exists", "POST",
                "/formulas/1001/configuration", R"({"key":"x","type":"value"})");
        good("PATCH", "/formulas/1001/configuration/3", R"({"required":true})");
        same(R"({"key":"x","type":"value","id":3,"required":true})",
             good("GET", "/formulas/1001/configuration/3"));
        good("DELETE", "/formulas/1001/configuration/3");
        refused(404, "No configuration found with ID 3", "GET", "/formulas/1001/configuration/3");
        good("POST", "/formulas/1001/steps", R"({"name":"s","type":"loop"})");
        same(R"([{"name":"s","type":"loop","id":4}])", good("GET", "/formulas/1001/steps"));
        good("POST", "/formulas/1001/triggers", R"({"type":"manual","onSuccess":["s"]})");
        same(R"([{"type":"manual","onSuccess":["s"],"id":5}])",
             good("GET", "/formulas/1001/triggers"));
        refused(400, "The trigger type 'x' must be event, elementRequest, scheduled or manual",
                "PUT", "/formulas/1001/triggers/5", R"({"type":"x"})");
    }
    void refusesWhatThePlatformRefuses() {
        const auto with = [](const std::string& members) {
            return R"({"name":"f",)" + members + "}";
        };
        const auto step = [&](const std::string& type, const std::string& properties,
                              const std::string& more = "") {
            return with(more + R"("steps":[{"name":"s","type":")" + type + R"(","properties":{)" +
                        properties + "}}]");
        };
        const auto cron = [&](const std::string& text) {
            return with(R"("triggers":[{"type":"scheduled","properties":{"cron":")" + text +
                        "\"}}]");
        };
        const std::string v3 = R"("engine":"v3",)";
        struct Case {
            int status;
            std::string body, message;
        };
        const Case cases[] = {
            {400, "{}", "The field 'name' is required and must be a string"},
            {409,
             with(R"("configuration":[{"key":"a","type":"value"},{"key":"a","type":"value"}])"),
             "A configuration with the key a already exists"},
            {400, with(R"("configuration":[{"key":"a","type":"text"}])"),
             "The type of the configuration a must be value or elementInstance"},
            {400, with(R"("configuration":{})"), "The field 'configuration' must be an array"},
            {400, cron("x"), "The cron expression 'x' is not valid"},
            {400, cron("0 0 1 * * MON *"), "The cron expression '0 0 1 * * MON *' is not valid"},
            {400, with(R"("triggers":[{"type":"scheduled"}])"),
             "The cron expression '' is not valid"},
            {400, step("elementRequest", R"("retryAttempts":"6")"),
             "The property retryAttempts must be 0 to 5, not 6"},
            {400, step("retryFormulaExecution", R"("retryAttempts":8)"),
             "The property retryAttempts must be 0 to 7, not 8"},
            {400, step("request", R"("retryStatusCodes":"401-,400")"),
             "The property retryStatusCodes is not valid: 401-,400"},
            {400, step("httpRequest", R"("acceptableStatusCodes":"2xx")"),
             "The property acceptableStatusCodes is not valid: 2xx"},
            {400, step("elementRequest", R"("method":"GET","api":"/hubs/crm/bulk/7/accounts")"),
             "A bulk download is not supported in an elementRequest step"},
            {400, with(R"("debugLoggingEnabled":false)"),
             "Execution debug logging can be disabled only for formula engine v3"},
            {400, step("amqpRequest", "", v3), "Invalid formula for the v3 engine"},
            {400, step("elementRequestStream", "", v3), "Invalid formula for the v3 engine"},
            {400, step("javascript", ""), "The type 'javascript' of the step s is not known"},
            {409, with(R"("steps":[{"name":"s","type":"loop"},{"name":"s","type":"loop"}])"),
             "A step with the name s already exists"}};
        for (const auto& [status, body, message] : cases)
            refused(status, message, "POST", "/formulas", body);
        same("[]", good("GET", "/formulas"));
        for (const auto& body :
             {cron("0 0 1 ? * MON-FRI *"), cron("0 0/15 * * * ?"),
              step("elementRequest", R"("retryAttempts":5,"retryStatusCodes":"400-415, 500")"),
              step("retryFormulaExecution", R"("retryAttempts":"7")"),
              step("elementRequest", R"("method":"GET","api":"/hubs/crm/bulk/7/status")"),
              with(R"("engine":"v3","debugLoggingEnabled":false)")})
            good("POST", "/formulas", body);
    }
    void bindsAnInstance() {
        good("POST", "/formulas", bound());
        for (const std::string id : {"427902", "\"427902\""}) {
            const auto made = as("POST", "/formulas/1001/instances",
                                 R"({"name":"i","configuration":{"crm":)" + id + "}}");
            CPPUNIT_ASSERT_EQUAL_MESSAGE(made.body, 200, made.status);
        }
        same(R"({"id":2001,"formulaId":1001,"createdDate":TIME,"userId":21,"accountId":11,)"
             R"("name":"i","configuration":{"crm":427902},"settings":{},"active":true,)"
             R"("formula":{"id":1001,"name":"f","active":true,"configuration":[{"key":"crm",)"
             R"("type":"elementInstance","required":true,"id":1},{"key":"mail","type":"value",)"
             R"("required":false,"id":2}]}})",
             steadyTime(good("GET", "/formulas/1001/instances/2001")));
        same(good("GET", "/formulas/1001/instances/2001"), good("GET", "/formulas/instances/2001"));
        for (const bool on : {false, true}) {
            good(on ? "PUT" : "DELETE", "/formulas/1001/instances/2001/active");
            CPPUNIT_ASSERT_EQUAL(
                on, *as("GET", "/formulas/instances/2001").json().find("active")->boolean());
        }
        good("PUT", "/formulas/1001/instances/2001",
             R"({"name":"j","configuration":{"crm":427902,"mail":"a@b.c"}})");
        good("DELETE", "/formulas/instances/2001");
        refused(404, "No formula instance found with ID 2001", "GET",
                "/formulas/1001/instances/2001");
    }
    void refusesWhatCannotBeBound() {
        good("POST", "/formulas", bound());
        good("POST", "/formulas",
             R"({"name":"g","triggers":[{"name":"t","type":"manual","onSuccess":["no"]}]})");
        const std::string all = "/formulas/1001/instances";
        const auto with = [](const std::string& values) {
            return R"({"name":"i","configuration":{)" + values + "}}";
        };
        refused(400, "The field 'name' is required and must be a string", "POST", all, "{}");
        for (const char* none : {"", R"("crm":null)", R"("crm":"","mail":"m")"})
            refused(400, "The following required configuration values are missing: crm", "POST",
                    all, with(none));
        refused(400, "The formula has no configuration with the key a, b", "POST", all,
                with(R"("crm":427902,"a":1,"b":2)"));
        refused(400,
                "The configuration value crm must be the ID of an element instance, and there is "
                "none with the ID 5",
                "POST", all, with(R"("crm":5)"));
        refused(400, "The onSuccess of t names a step that does not exist: no", "POST",
                "/formulas/1002/instances", with(""));
        refused(404, "No formula found with ID 7", "POST", "/formulas/7/instances", with(""));
        same("[]", good("GET", "/formulas/instances"));
    }
    void findsInstances() {
        good("POST", "/formulas", bound());
        good("POST", "/formulas", R"({"name":"g"})");
        good("POST", "/formulas/1001/instances",
             R"({"name":"one","configuration":{"crm":"427902"}})");
        good("POST", "/formulas/1002/instances", R"({"name":"two"})");
        const auto count = [&](const std::string& query) {
            return as("GET", query).header("Elements-Total-Count");
        };
        same("2", count("/formulas/instances"));
        same("1", count("/formulas/1001/instances"));
        same("1", count("/formulas/instances?elementInstanceId=427902"));
        same("1", count("/formulas/instances?searchText=tw"));
        same("[]", good("GET", "/formulas/instances?searchText=three"));
        same("[]", good("GET", "/formulas/instances?elementInstanceId=1"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FormulasTest);
