// SPDX-License-Identifier: Apache-2.0
// Virtual data resources: defined, mapped, used.
#include "through_instance.h"

class ResourcesTest : public support::ThroughInstance {
    CPPUNIT_TEST_SUITE(ResourcesTest);
    CPPUNIT_TEST(definesOnEveryLevel);
    CPPUNIT_TEST(takesDictionariesWholeOrNotAtAll);
    CPPUNIT_TEST(mapsOnEveryLevel);
    CPPUNIT_TEST(theNearestLevelCounts);
    CPPUNIT_TEST(readsAndWritesThroughTheMapping);
    CPPUNIT_TEST(followsPaths);
    CPPUNIT_TEST(convertsTypes);
    CPPUNIT_TEST(passesThroughWhereItIsTold);
    CPPUNIT_TEST(refusesWhatCannotBeMapped);
    CPPUNIT_TEST(goWithTheirInstance);
    CPPUNIT_TEST_SUITE_END();

    static std::string mapping(const std::string& fields, const std::string& more = "",
                               const std::string& vendor = "accounts") {
        return R"({"vendorName":")" + vendor + R"(","fields":[)" + fields + "]" + more + "}";
    }
    static std::string field(const std::string& path, const std::string& vendorPath,
                             const std::string& type = "string") {
        return R"({"path":")" + path + R"(","type":")" + type + R"(","vendorPath":")" + vendorPath +
               "\"}";
    }
    static std::string one(const std::string& before) { return before + "/n"; }

    void definesOnEveryLevel() {
        const std::string fields = R"({"fields":[{"path":"id","type":"string"}]})";
        const std::pair<std::string, std::string> levels[] = {
            {"/organizations", "organization"},
            {"/accounts", "account"},
            {"/accounts/11", "account"},
            {"/instances/427902", "instance"},
            {"/elements/sagecrm/instances/427902", "instance"}};
        for (const auto& [before, level] : levels) {
            const auto path = before + "/objects/n/definitions";
            const std::string shown = R"({"fields":[{"path":"id","type":"string"}],"level":")" +
                                      level + R"(","objectName":"n"})";
            refused(404, "No object definition found with name n", "GET", path);
            refused(404, "No object definitions found", "GET", before + "/objects/definitions");
            same(shown, good("POST", path, fields));
            refused(409, "An object definition with the name n already exists on this level",
                    "POST", path, fields);
            same(shown, good("PUT", path, fields));
            same(shown, good("GET", path));
            same(R"({"n":)" + shown + "}", good("GET", before + "/objects/definitions"));
            same("", good("DELETE", path));
            refused(404, "No object definition found with name n", "DELETE", path);
            refused(404, "No object definition found with name n", "GET", path);
        }
        CPPUNIT_ASSERT_EQUAL(200, of("PUT", "/instances/objects/n/definitions", fields).status);
        good("GET", "/instances/427902/objects/n/definitions");
    }
    void takesDictionariesWholeOrNotAtAll() {
        const std::string all = "/organizations/objects/definitions";
        good("POST", all, R"({"a":{"fields":[]},"b":{"fields":[]}})");
        refused(409, "An object definition with the name b already exists on this level", "POST",
                all, R"({"c":{"fields":[]},"b":{"fields":[]}})");
        refused(404, "No object definition found with name c", "GET",
                "/organizations/objects/c/definitions");
        refused(400, "The field 'fields' is required", "PUT", all, R"({"c":{"fields":[]},"d":{}})");
        refused(400, "An object definition must have a name and be an object", "POST", all,
                R"({"c":1})");
        good("PUT", all, R"({"c":{"fields":[]},"b":{"fields":[]}})");
        good("DELETE", all);
        refused(404, "No object definitions found", "DELETE", all);
    }
    void mapsOnEveryLevel() {
        for (const std::string before :
             {"/organizations/elements/sagecrm/transformations",
              "/accounts/11/elements/3641/transformations",
              "/accounts/elements/sagecrm/transformations", "/instances/427902/transformations"}) {
            CPPUNIT_ASSERT_EQUAL(404, of("GET", "/hubs/crm/n").status);
            refused(404, "No object transformation found with name n", "GET", one(before));
            good("POST", one(before), mapping(field("id", "key")));
            refused(409, "An object transformation with the name n already exists on this level",
                    "POST", one(before), mapping(""));
            same(R"([{"id":"43"},{"id":"50"}])", of("GET", "/hubs/crm/n").body);
            good("PUT", one(before), mapping(field("no", "key")));
            same(R"([{"no":"43"},{"no":"50"}])", of("GET", "/n").body);
            good("GET", one(before));
            good("DELETE", one(before));
        }
        refused(404, "No element found with the given key or ID", "GET",
                "/organizations/elements/nosuch/transformations/n");
    }
    void theNearestLevelCounts() {
        good("POST", "/organizations/elements/sagecrm/transformations/n",
             mapping(field("o", "key")));
        good("POST", "/accounts/elements/sagecrm/transformations/n", mapping(field("a", "key")));
        good("POST", "/instances/427902/transformations/n", mapping(field("i", "key")));
        same(R"({"i":"43"})", of("GET", "/n/43").body);
        good("DELETE", "/instances/427902/transformations/n");
        same(R"({"a":"43"})", of("GET", "/n/43").body);
        good("DELETE", "/accounts/elements/sagecrm/transformations/n");
        same(R"({"o":"43"})", of("GET", "/n/43").body);
    }
    void readsAndWritesThroughTheMapping() {
        good("PUT", "/instances/427902/transformations/client",
             mapping(field("id", "key") + "," + field("title", "Comp_Name"), "", "company"));
        same(R"([{"id":"43","title":"Gatecom Inc."},{"id":"50","title":"Design Right Inc."}])",
             of("GET", "/hubs/crm/client").body);
        same(R"([{"title":"Gatecom Inc."}])",
             of("GET", "/client?where=title%20LIKE%20'Gate%25'&fields=title").body);
        same(R"([{"id":"50","title":"Design Right Inc."}])",
             of("GET", "/client?orderBy=title&pageSize=1").body);
        CPPUNIT_ASSERT_EQUAL(400, of("GET", "/client?where=Comp_Name='x'").status);
        same(R"({"id":"1000","title":"A"})", of("POST", "/client", R"({"title":"A","x":1})").body);
        same(R"({"id":"1000","title":"B"})", of("PATCH", "/client/1000", R"({"title":"B"})").body);
        same("B", *of("GET", "/accounts/1000").json().find("Comp_Name")->string());
        CPPUNIT_ASSERT(!of("GET", "/accounts/1000").json().find("x"));
        same("", of("DELETE", "/hubs/crm/client/1000").body);
        same("No account found with ID 1000", of("GET", "/client/1000").message());
        same("[\"accounts\",\"contacts\",\"leads\",\"opportunities\",\"users\",\"client\"]",
             of("GET", "/objects").body);
    }
    void followsPaths() {
        of("POST", "/accounts",
           R"({"deep":{"er":"x"},"list":[{"id":1,"n":"one"},{"id":2,"n":"two","ok":true}]})");
        good("PUT", "/instances/427902/transformations/n",
             mapping(field("a.b.c", "deep.er") + "," + field("first", "list[0].n") + "," +
                     field("two", "list[?(@.id==2)].n") + "," +
                     field("ok", "list[?(@.ok==true)].n") + "," + field("all", "list[*].n") + "," +
                     field("none", "list[7].n")));
        same(R"({"a":{"b":{"c":"x"}},"first":"one","two":"two","ok":"two","all":["one","two"]})",
             of("GET", "/n/1000").body);
        of("PATCH", "/n/1000", R"({"a":{"b":{"c":"y"}},"first":"1","two":"left alone"})");
        same(R"({"er":"y"})", tenon::json::write(*of("GET", "/accounts/1000").json().find("deep")));
        same(R"([{"id":1,"n":"1"},{"id":2,"n":"two","ok":true}])",
             tenon::json::write(*of("GET", "/accounts/1000").json().find("list")));
    }
    void convertsTypes() {
        of("POST", "/accounts", R"({"a":"12","b":1.5,"c":"true","d":"2017-06-12","e":"x"})");
        good("PUT", "/instances/427902/transformations/n",
             mapping(field("a", "a", "number") + "," + field("b", "b", "string") + "," +
                     field("c", "c", "boolean") + "," + field("d", "d", "date") + "," +
                     field("e", "e", "number")));
        same(R"({"a":12,"b":"1.5","c":true,"d":"2017-06-12","e":"x"})", of("GET", "/n/1000").body);
    }
    void passesThroughWhereItIsTold() {
        const auto pass = [](const char* from, const char* to) {
            return std::string(R"(,"configuration":[{"type":"passThrough","properties":)") +
                   R"({"fromVendor":)" + from + R"(,"toVendor":)" + to + "}}]";
        };
        of("POST", "/accounts", R"({"a":"1"})");
        const std::string path = "/instances/427902/transformations/n";
        good("PUT", path, mapping(field("id", "key"), pass("true", "false")));
        CPPUNIT_ASSERT(of("GET", "/n/1000").json().find("a"));
        of("PATCH", "/n/1000", R"({"a":"2"})");
        same("1", *of("GET", "/accounts/1000").json().find("a")->string());
        good("PUT", path, mapping(field("id", "key"), pass("false", "true")));
        same(R"({"id":"1000"})", of("GET", "/n/1000").body);
        of("PATCH", "/n/1000", R"({"a":"2"})");
        same("2", *of("GET", "/accounts/1000").json().find("a")->string());
    }
    void refusesWhatCannotBeMapped() {
        const std::pair<std::string, std::string> cases[] = {
            {"{}", "The field 'vendorName' is required and must be a string"},
            {mapping("{}"), "The field 'path' is required and must be a string"},
            {mapping(field("a", "b[")), "The field 'vendorPath' is not a path: b["},
            {mapping(field("a..b", "b")), "The field 'path' is not a path: a..b"},
            {mapping(field("a", "b", "integer")),
             "The field 'type' must be boolean, string, date or number"},
            {mapping("", R"(,"configuration":[{"type":"x"}])"),
             "The configuration's 'type' must be passThrough, inherit, addToDocumentation or "
             "remove"},
            {mapping("", R"(,"script":{"body":"return 1"})"),
             "not in the sandbox: the script of a transformation runs JavaScript"}};
        for (const auto& [body, message] : cases)
            refused(400, message, "POST", "/instances/427902/transformations/n", body);
        good("POST", "/instances/427902/transformations/n", mapping("", "", "nothing"));
        const auto reply = of("GET", "/n");
        CPPUNIT_ASSERT_EQUAL(404, reply.status);
        same(
            "The object 'nothing' is not in the sandbox: neither has the element sagecrm one, nor "
            "is a transformation of that name known",
            reply.message());
    }
    void goWithTheirInstance() {
        good("POST", "/instances/427902/transformations/n", mapping(""));
        good("POST", "/instances/427902/objects/n/definitions", R"({"fields":[]})");
        good("DELETE", "/instances/427902");
        const auto counts = platform_->counts();
        CPPUNIT_ASSERT_EQUAL(std::int64_t{0}, *counts.find("transformations")->integer());
        CPPUNIT_ASSERT_EQUAL(std::int64_t{0}, *counts.find("definitions")->integer());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ResourcesTest);
