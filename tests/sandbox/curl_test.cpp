// SPDX-License-Identifier: Apache-2.0
// The sandbox as curl calls it, in the forms of the vendor's documentation.
#include "support/process.h"
#include "tenon/json.h"
#include "with_sandbox.h"

class CurlTest : public support::WithSandbox {
    CPPUNIT_TEST_SUITE(CurlTest);
    CPPUNIT_TEST(logsIn);
    CPPUNIT_TEST(makesAndFindsInstances);
    CPPUNIT_TEST(changesInstances);
    CPPUNIT_TEST(worksWithRecords);
    CPPUNIT_TEST(mapsResources);
    CPPUNIT_TEST(runsFormulas);
    CPPUNIT_TEST(readsDocsAndEvents);
    CPPUNIT_TEST(isToleratedWhateverItAdds);
    CPPUNIT_TEST_SUITE_END();

    std::string token_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // Its answer's body, after "200 " or whatever the status is.
    std::string curl(const std::string& authorization, const std::string& path,
                     const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{
            "curl", "-sS", "-g", "-w", "\n%{http_code}", "-H", "accept: application/json"};
        if (!authorization.empty()) {
            words.push_back("-H");
            words.push_back("authorization: " + authorization);
        }
        words.insert(words.end(), more.begin(), more.end());
        words.push_back("http://127.0.0.1:" + std::to_string(platform_->port()) +
                        "/elements/api-v2" + path);
        const auto ended = support::run(words);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        const auto line = ended.out.rfind('\n');
        return ended.out.substr(line + 1) + " " + ended.out.substr(0, line);
    }
    std::string user(const std::string& path, const std::vector<std::string>& more = {}) const {
        return curl("User " + platform_->user() + ", Organization " + platform_->organization(),
                    path, more);
    }
    std::string element(const std::string& path, const std::vector<std::string>& more = {}) const {
        return curl("Element " + token_ + ", User " + platform_->user(), path, more);
    }
    static std::vector<std::string> with(const std::string& method, const std::string& body) {
        return {"-X", method, "-H", "Content-Type: application/json", "-d", body};
    }
    static tenon::Value body(const std::string& found) {
        CPPUNIT_ASSERT_MESSAGE(found, found.starts_with("200 "));
        return tenon::json::read(found.substr(4)).value();
    }
    static std::string text(const tenon::Value& value, const char* key) {
        const auto* found = value.find(key);
        return found->string() ? *found->string() : tenon::json::write(*found);
    }
    static std::size_t size(const std::string& found) { return body(found).array()->size(); }
    void make() {
        token_ = text(
            body(user("/instances", with("POST", support::newInstance("a", R"(,"tags":["t"])")))),
            "token");
    }

    void logsIn() {
        const auto secrets = platform_->sandbox.secrets();
        const auto session = body(
            curl("", "/authentication",
                 with("POST",
                      R"({"username":"sandbox@example.com","password":")" +
                          secrets.find("cloudElementsLogin")->find("password")->secret()->reveal() +
                          "\"}")));
        same(platform_->user(),
             text(body(curl("Bearer " + text(session, "token"), "/authentication/secrets")),
                  "userSecret"));
    }
    void makesAndFindsInstances() {
        make();
        body(user("/elements/sagecrm/instances", with("POST", support::newInstance("b"))));
        CPPUNIT_ASSERT_EQUAL(std::size_t{2}, size(user("/instances")));
        for (const char* query : {"?tags[]=t", "?tags%5B%5D=t&hydrate=false", "?searchText=a",
                                  "?pageSize=1&nextPage=", "?pageSize=1&nextPage=1"})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(query, std::size_t{1},
                                         size(user(std::string("/instances") + query)));
        CPPUNIT_ASSERT(user("/instances?searchText=no&tags[]=t").starts_with("404 "));
        CPPUNIT_ASSERT_EQUAL(std::size_t{2}, size(user("/elements/3641/instances")));
        same("2", text(body(user("/instances/count")), "totalInstances"));
        same("a", text(body(user("/instances/427902")), "name"));
    }
    void changesInstances() {
        make();
        same("b", text(body(user("/instances/427902", with("PATCH", R"({"name":"b"})"))), "name"));
        same("c",
             text(body(element("/instances", with("PUT", support::newInstance("c")))), "name"));
        same("true", text(body(user("/instances/427902/enabled", {"-X", "DELETE"})), "disabled"));
        CPPUNIT_ASSERT(element("/hubs/crm/ping").starts_with("403 "));
        same("false", text(body(element("/instances/enabled", {"-X", "PUT"})), "disabled"));
        same("true", text(body(user("/instances/427902/trace-logging", {"-X", "PUT"})),
                          "traceLoggingEnabled"));
        same("********", text(body(user("/instances/427902/configuration/3",
                                        with("PATCH", R"({"propertyValue":"new"})"))),
                              "propertyValue"));
        same("200 ", user("/instances/427902", {"-X", "DELETE"}));
        CPPUNIT_ASSERT(element("/hubs/crm/ping").starts_with("401 "));
    }
    void worksWithRecords() {
        make();
        same("sagecrm", text(body(element("/hubs/crm/ping")), "endpoint"));
        same("1000", text(body(element("/hubs/crm/accounts", with("POST", R"({"comp_name":"A"})"))),
                          "key"));
        CPPUNIT_ASSERT_EQUAL(
            std::size_t{1},
            size(element("/hubs/crm/accounts",
                         {"-G", "--data-urlencode", "where=Comp_Name ='A'", "-d", "pageSize=5",
                          "-d", "nextPage=", "-d", "fields=key", "-d", "orderBy=key"})));
        for (const char* method : {"PUT", "PATCH"})
            same(
                method,
                text(body(element("/hubs/crm/accounts/1000",
                                  with(method, std::string(R"({"Comp_Name":")") + method + "\"}"))),
                     "Comp_Name"));
        same("PATCH", text(body(element("/accounts/1000")), "Comp_Name"));
        same("200 ", element("/hubs/crm/accounts/1000", {"-X", "DELETE"}));
        CPPUNIT_ASSERT_EQUAL(std::size_t{2}, size(element("/hubs/crm/users")));
        CPPUNIT_ASSERT_EQUAL(std::size_t{5},
                             size(element("/objects", {"-H", "Elements-Version: Helium"})));
    }
    void mapsResources() {
        make();
        const std::string fields = R"({"fields":[{"path":"id","type":"string"}]})";
        body(user("/organizations/objects/n/definitions", with("POST", fields)));
        CPPUNIT_ASSERT(
            user("/organizations/objects/n/definitions", with("POST", fields)).starts_with("409 "));
        body(user("/accounts/objects/definitions", with("PUT", R"({"n":)" + fields + "}")));
        body(user("/instances/427902/transformations/n",
                  with("PUT", R"({"vendorName":"company","fields":[{"path":"id",)"
                              R"("vendorPath":"key"}]})")));
        same(R"(200 [{"id":"43"},{"id":"50"}])", element("/hubs/crm/n"));
        same("200 ", user("/organizations/objects/definitions", {"-X", "DELETE"}));
    }
    void runsFormulas() {
        make();
        const auto formula = body(
            user("/formulas",
                 with("POST",
                      R"({"name":"f","configuration":[{"key":"crm","type":"elementInstance",)"
                      R"("required":true}],"triggers":[{"type":"manual","onSuccess":["s"]}],)"
                      R"("steps":[{"name":"s","type":"elementRequest","properties":{)"
                      R"("elementInstanceId":"${config.crm}","method":"GET","api":"/ping"}}]})")));
        same("1001", text(formula, "id"));
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, size(user("/formulas?abridged=true")));
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, size(user("/formulas/1001/configuration")));
        body(user("/formulas/1001/export"));
        body(user("/formulas/1001/instances",
                  with("POST", R"({"name":"i","configuration":{"crm":427902}})")));
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, size(user("/formulas/1001/instances/2001/executions",
                                                       with("POST", "{}"))));
        same("success", text(platform_->ended(3001), "status"));
        CPPUNIT_ASSERT_EQUAL(
            std::size_t{1},
            size(user("/formulas/instances/executions/3001/steps?includeValues=true")));
        same("200 ", user("/formulas/1001/instances/2001", {"-X", "DELETE"}));
        same("200 ", user("/formulas/1001", {"-X", "DELETE"}));
    }
    void readsDocsAndEvents() {
        make();
        same("2.0", text(body(user("/instances/427902/docs")), "swagger"));
        same("2.0", text(body(element("/instances/docs?operationId=getAccounts")), "swagger"));
        body(user("/elements/sagecrm/metadata"));
        body(curl("", "/events/sagecrmPolling/NDI3OTAy", {"-X", "POST", "-H", "Id: 427902"}));
        same("200 []", user("/instances/427902/events"));
    }
    // Bodies where none belongs, headers that nobody knows, other cases of names.
    void isToleratedWhateverItAdds() {
        make();
        int next = 1000;
        for (const std::string extra : {"{}", "null", "", "not JSON"}) {
            auto words = with("GET", extra);
            CPPUNIT_ASSERT_EQUAL(std::size_t{2}, size(element("/hubs/crm/accounts", words)));
            body(user("/instances/427902", words));
            words.insert(words.end(), {"-H", "Elements-Future: x", "-H", "X-Request-Id: 7"});
            body(user("/instances", words));
            body(element("/leads", with("POST", "{}")));
            same("200 ", element("/leads/" + std::to_string(next++), with("DELETE", extra)));
            body(user("/instances/427902/enabled", with("DELETE", extra)));
            body(user("/instances/427902/enabled", with("PUT", extra)));
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CurlTest);
