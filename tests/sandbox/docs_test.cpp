// SPDX-License-Identifier: Apache-2.0
// The API docs of an instance: what they hold, and that what they say can be done.
#include "through_instance.h"

class DocsTest : public support::ThroughInstance {
    CPPUNIT_TEST_SUITE(DocsTest);
    CPPUNIT_TEST(isSwagger);
    CPPUNIT_TEST(hasWhatIsMapped);
    CPPUNIT_TEST(showsOneOperation);
    CPPUNIT_TEST(everyOperationCanBeCalled);
    CPPUNIT_TEST(everyReferenceLeadsSomewhere);
    CPPUNIT_TEST(givesTheMetadataOfAnElement);
    CPPUNIT_TEST_SUITE_END();

    tenon::Value docs(const std::string& more = "") const {
        return tenon::json::read(good("GET", "/instances/427902/docs" + more)).value();
    }
    static std::string keys(const tenon::Value& object) {
        std::string out;
        for (const auto& [key, value] : *object.object()) out += (out.empty() ? "" : " ") + key;
        return out;
    }

    void isSwagger() {
        const auto found = docs();
        same("swagger info basePath schemes tags paths definitions", keys(found));
        same("2.0", *found.find("swagger")->string());
        same("/elements/api-v2", *found.find("basePath")->string());
        same(R"({"title":"Sage CRM","version":"api-v2","x-element-key":"sagecrm",)"
             R"("x-element-hub":"crm","x-element-id":3641,"x-element-name":"Sage CRM"})",
             tenon::json::write(*found.find("info")));
        same(
            "/accounts /accounts/{id} /contacts /contacts/{id} /leads /leads/{id} /opportunities "
            "/opportunities/{id} /users /users/{id} /ping /objects",
            keys(*found.find("paths")));
        same("get", keys(*found.find("paths")->find("/users")));
        same("key Comp_Name Comp_Type Comp_Status Comp_WebSite Comp_CreatedDate Comp_UpdatedDate",
             keys(*found.find("definitions")->find("accounts")->find("properties")));
        same(tenon::json::write(found), of("GET", "/instances/docs").body);
        same(tenon::json::write(*found.find("definitions")),
             good("GET", "/instances/427902/docs/definitions"));
    }
    void hasWhatIsMapped() {
        good(
            "POST", "/instances/427902/transformations/client",
            R"({"vendorName":"company","fields":[{"path":"id","type":"string","vendorPath":"key"},)"
            R"({"path":"n","type":"number","vendorPath":"Comp_Size"}]})");
        const auto found = docs();
        same("get post", keys(*found.find("paths")->find("/client")));
        same(R"({"id":{"type":"string"},"n":{"type":"number"}})",
             tenon::json::write(*found.find("definitions")->find("client")->find("properties")));
    }
    void showsOneOperation() {
        for (const std::string more : {"/getAccounts", "?operationId=getAccounts"}) {
            const auto found = docs(more);
            same("/accounts", keys(*found.find("paths")));
            same("get", keys(*found.find("paths")->find("/accounts")));
        }
        refused(404, "No operation found with ID nosuch", "GET", "/instances/427902/docs/nosuch");
    }
    // An operation, called as its description says; removals last.
    void call(const std::string& path, const std::string& method, const tenon::Value& operation,
              std::set<std::string>& ids) {
        const auto& id = *operation.find("operationId")->string();
        CPPUNIT_ASSERT_MESSAGE(id, ids.insert(id).second);
        auto target = path;
        std::string query, body;
        bool isAuthorized = false;
        for (const auto& parameter : *operation.find("parameters")->array()) {
            const auto& name = *parameter.find("name")->string();
            const auto& in = *parameter.find("in")->string();
            isAuthorized = isAuthorized || (in == "header" && name == "Authorization" &&
                                            *parameter.find("required")->boolean());
            const auto place = target.find("{" + name + "}");
            if (in == "path") target.replace(place, name.size() + 2, kId.at(path));
            if (in == "body") body = "{}";
            if (in == "query")
                query += (query.empty() ? "?" : "&") + name + "=" +
                         (*parameter.find("type")->string() == "integer" ? "1" : "");
        }
        CPPUNIT_ASSERT_MESSAGE(id, isAuthorized);
        std::string verb = method;
        for (auto& c : verb) c = static_cast<char>(c - 32);
        const auto reply = of(verb, target + query, body);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(id + " " + reply.body, 200, reply.status);
        const auto* schema = operation.find("responses")->find("200")->find("schema");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(id, !schema, reply.body.empty());
    }
    const std::map<std::string, std::string> kId{{"/accounts/{id}", "43"},
                                                 {"/contacts/{id}", "61"},
                                                 {"/leads/{id}", "71"},
                                                 {"/opportunities/{id}", "81"},
                                                 {"/users/{id}", "4"}};
    void everyOperationCanBeCalled() {
        std::set<std::string> ids;
        const auto found = docs();
        for (const bool removes : {false, true})
            for (const auto& [path, methods] : *found.find("paths")->object())
                for (const auto& [method, operation] : *methods.object())
                    if ((method == "delete") == removes) call(path, method, operation, ids);
        CPPUNIT_ASSERT_EQUAL(std::size_t{28}, ids.size());
    }
    static void follow(const tenon::Value& value, const tenon::Value& whole) {
        if (const auto* reference = value.find("$ref"))
            CPPUNIT_ASSERT_MESSAGE(
                *reference->string(),
                whole.find("definitions")
                    ->find(reference->string()->substr(std::string("#/definitions/").size())));
        if (value.object())
            for (const auto& [key, member] : *value.object()) follow(member, whole);
        if (value.array())
            for (const auto& item : *value.array()) follow(item, whole);
    }
    void everyReferenceLeadsSomewhere() {
        const auto found = docs();
        follow(found, found);
    }
    void givesTheMetadataOfAnElement() {
        same(good("GET", "/elements/sagecrm/metadata"), good("GET", "/elements/3641/metadata"));
        same(R"({"id":3641,"key":"sagecrm","name":"Sage CRM","hub":"crm","objects":["accounts",)"
             R"("contacts","leads","opportunities","users"],"events":{"supported":true,)"
             R"("methods":["polling"],"polling":{"supported":true}}})",
             good("GET", "/elements/sagecrm/metadata"));
        refused(404, "No element found with the given key or ID", "GET", "/elements/x/metadata");
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(DocsTest);
