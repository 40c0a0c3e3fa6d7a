// SPDX-License-Identifier: Apache-2.0
// Records through an instance: made, read, changed, removed, listed.
#include "through_instance.h"

using support::RunningSandbox;

class RecordsTest : public support::ThroughInstance {
    CPPUNIT_TEST_SUITE(RecordsTest);
    CPPUNIT_TEST(makesReadsChangesAndRemoves);
    CPPUNIT_TEST(keepsNumbersDigitForDigit);
    CPPUNIT_TEST(servesEveryKindTheSame);
    CPPUNIT_TEST(lendsUsersToReadOnly);
    CPPUNIT_TEST(findsFieldsWhateverTheirCase);
    CPPUNIT_TEST(selectsOrdersAndCuts);
    CPPUNIT_TEST(pagesEitherWay);
    CPPUNIT_TEST(refusesWhatCannotBeSelected);
    CPPUNIT_TEST(showsTheSameThroughInstancesOfOneSystem);
    CPPUNIT_TEST(checksNoReferences);
    CPPUNIT_TEST(holdsWhatItIsSeededWith);
    CPPUNIT_TEST(namesItsObjects);
    CPPUNIT_TEST(refusesBadCredentialsOfTheSystem);
    CPPUNIT_TEST_SUITE_END();

    static std::string steady(const std::string& text) {
        return std::regex_replace(text, std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"), "TIME");
    }
    // The names of the accounts that the query selects.
    std::string names(const std::string& query) {
        const auto reply = of("GET", "/hubs/crm/accounts?" + query);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(reply.body, 200, reply.status);
        std::string out;
        const auto all = reply.json();
        for (const auto& one : *all.array())
            out += (out.empty() ? "" : ", ") + *one.find("Comp_Name")->string();
        return out;
    }

    void makesReadsChangesAndRemoves() {
        const auto made = of("POST", "/hubs/crm/accounts", R"({"Comp_Name":"A","x":{"y":[1]}})");
        CPPUNIT_ASSERT_EQUAL(200, made.status);
        same(R"({"key":"1000","Comp_Name":"A","x":{"y":[1]},"Comp_CreatedDate":"TIME",)"
             R"("Comp_UpdatedDate":"TIME"})",
             steady(made.body));
        same(made.body, of("GET", "/hubs/crm/accounts/1000").body);
        for (const std::string method : {"PUT", "PATCH"}) {
            const auto changed =
                of(method, "/accounts/1000",
                   R"({"Comp_Name":")" + method + R"(","key":"7","Comp_CreatedDate":"never"})");
            CPPUNIT_ASSERT_EQUAL(200, changed.status);
            same(R"({"key":"1000","Comp_Name":")" + method +
                     R"(","x":{"y":[1]},"Comp_CreatedDate":"TIME","Comp_UpdatedDate":"TIME"})",
                 steady(changed.body));
            same(changed.body, of("GET", "/hubs/x/accounts/1000").body);
        }
        const auto removed = of("DELETE", "/hubs/crm/accounts/1000");
        CPPUNIT_ASSERT_EQUAL(200, removed.status);
        same("", removed.body);
        for (const std::string method : {"GET", "PUT", "PATCH", "DELETE"}) {
            const auto gone = of(method, "/accounts/1000", method[0] == 'P' ? "{}" : "");
            CPPUNIT_ASSERT_EQUAL(404, gone.status);
            same("No account found with ID 1000", gone.message());
        }
        same("No account found with ID abc", of("GET", "/accounts/abc").message());
        same(R"("1001")", tenon::json::write(*of("POST", "/accounts", "{}").json().find("key")));
    }
    void keepsNumbersDigitForDigit() {
        const std::string numbers = R"("big":12345678901234567890,"list":[-9223372036854775809])";
        const auto made = of("POST", "/hubs/crm/accounts", "{" + numbers + "}");
        CPPUNIT_ASSERT_EQUAL(200, made.status);
        CPPUNIT_ASSERT_MESSAGE(made.body, made.body.find(numbers) != std::string::npos);
        const auto path = "/hubs/crm/accounts/" + *made.json().find("key")->string();
        same(made.body, of("GET", path).body);
        same("[" + made.body + "]",
             of("GET", "/hubs/crm/accounts?where=big%3D'12345678901234567890'").body);
    }
    void servesEveryKindTheSame() {
        for (const std::string kind : {"accounts", "contacts", "leads", "opportunities"}) {
            const auto made = of("POST", "/hubs/crm/" + kind, R"({"any":"thing"})");
            CPPUNIT_ASSERT_EQUAL_MESSAGE(kind, 200, made.status);
            const auto path = "/" + kind + "/" + *made.json().find("key")->string();
            CPPUNIT_ASSERT_EQUAL(200, of("PATCH", path, R"({"any":"other"})").status);
            same("other", *of("GET", path).json().find("any")->string());
            same("1", of("GET", "/" + kind + "?where=any='other'").header("Elements-Total-Count"));
            CPPUNIT_ASSERT_EQUAL(200, of("DELETE", path).status);
            CPPUNIT_ASSERT_EQUAL(404, of("GET", path).status);
        }
        // As the vendor writes it.
        CPPUNIT_ASSERT(of("GET", "/leads/71").json().find("lead_createddate"));
        // By the vendor's own name, too.
        same(of("GET", "/accounts").body, of("GET", "/company").body);
    }
    void lendsUsersToReadOnly() {
        same("2", of("GET", "/users").header("Elements-Returned-Count"));
        same("Susan", *of("GET", "/users/4").json().find("User_FirstName")->string());
        for (const std::string method : {"PUT", "PATCH", "DELETE"})
            CPPUNIT_ASSERT_EQUAL(405, of(method, "/users/4", "{}").status);
        const auto refused = of("POST", "/hubs/crm/users", "{}");
        CPPUNIT_ASSERT_EQUAL(405, refused.status);
        same("Request method 'POST' not supported", refused.message());
    }
    void findsFieldsWhateverTheirCase() {
        of("POST", "/accounts", R"({"comp_name":"A","myField":"1"})");
        of("PATCH", "/accounts/1000", R"({"COMP_NAME":"B","MYFIELD":"2"})");
        same(R"([{"Comp_Name":"B","myField":"2"}])",
             of("GET", "/accounts?where=cOmP_nAmE='B'&fields=comp_NAME,%20MyField").body);
        same("B, Design Right Inc., Gatecom Inc.", names("orderBy=comp_name"));
    }
    void selectsOrdersAndCuts() {
        for (const std::string name : {"C", "A", "B"})
            of("POST", "/accounts", R"({"Comp_Name":")" + name + R"(","Comp_Type":"new"})");
        same("C, A, B", names("where=Comp_Type%20%3D%20'new'"));
        same("A, B, C", names("where=Comp_Type='new'&orderBy=Comp_Name"));
        same("C, B, A", names("where=Comp_Type='new'&orderBy=Comp_Name%20desc"));
        same("B, A, C, Design Right Inc., Gatecom Inc.",
             names("orderBy=Comp_Type%20DESC,key%20desc"));
        same("Gatecom Inc., Design Right Inc.", names("where=Comp_UpdatedDate<'2018-01-01'"));
        same("C, A, B", names("where=Comp_CreatedDate%3E'2018-01-01T00:00:00Z'"));
        same("", names("where=Comp_Name='none'"));
        same("[]", of("GET", "/accounts?where=Comp_Name='none'").body);
        of("PATCH", "/accounts/43", R"({"Comp_Phone":"1"})");
        same("Design Right Inc., C, A, B", names("where=Comp_Phone%20IS%20NULL&unknown=passed"));
    }
    void pagesEitherWay() {
        for (int i = 0; i < 3; ++i) of("POST", "/accounts", R"({"Comp_Name":"N"})");
        std::string all, next;
        do {
            const auto page =
                of("GET", "/accounts?where=Comp_Name='N'&pageSize=2&nextPage=" + next);
            all += page.header("Elements-Returned-Count") + " of " +
                   page.header("Elements-Total-Count") + "; ";
            next = page.header("Elements-Next-Page-Token");
        } while (!next.empty());
        same("2 of 3; 1 of 3; ", all);
        same("Gatecom Inc., Design Right Inc.", names("pageSize=2&page=1"));
        same("N, N", names("pageSize=2&page=2"));
        same("", names("pageSize=2&page=4"));
    }
    void refusesWhatCannotBeSelected() {
        const std::pair<const char*, const char*> cases[] = {
            {"where=nothing='a'",
             "The parameter 'where' names the field 'nothing', which accounts do not have"},
            {"where=Comp_Name",
             "The parameter 'where' is not valid CEQL: at character 10 wanted a comparison (= != "
             "< > <= >= LIKE IN IS NULL), found the end"},
            {"orderBy=nothing",
             "The parameter 'orderBy' names the field 'nothing', which accounts do not have"},
            {"orderBy=Comp_Name%20up",
             "The parameter 'orderBy' is not FIELD asc or FIELD desc: Comp_Name up"},
            {"pageSize=201", "The parameter 'pageSize' must be 1 to 200"},
            {"page=x", "The parameter 'page' is not valid"}};
        for (const auto& [query, message] : cases) {
            const auto reply = of("GET", std::string("/hubs/crm/accounts?") + query);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(query, 400, reply.status);
            same(message, reply.message());
        }
        CPPUNIT_ASSERT_EQUAL(400, of("POST", "/accounts", "[]").status);
    }
    void showsTheSameThroughInstancesOfOneSystem() {
        of("POST", "/accounts", R"({"Comp_Name":"A"})");
        const auto other = *platform_->make("again").find("token")->string();
        same(of("GET", "/accounts").body, platform_->through(other, "GET", "/accounts").body);
        platform_->call({.method = "PATCH",
                         .path = "/instances/427903",
                         .body = R"({"configuration":{"subdomain":"elsewhere"}})"});
        same("2", platform_->through(other, "GET", "/accounts").header("Elements-Total-Count"));
    }
    void checksNoReferences() {
        CPPUNIT_ASSERT_EQUAL(
            200, of("POST", "/contacts", R"({"Pers_CompanyId":18,"Pers_LastName":"X"})").status);
    }
    void holdsWhatItIsSeededWith() {
        const RunningSandbox many(R"({"firstId":427902,"seed":{"accounts":10000}})");
        const auto token = *many.make().find("token")->string();
        int pages = 0, records = 0;
        std::string next;
        do {
            const auto page =
                many.through(token, "GET", "/hubs/crm/accounts?pageSize=200&nextPage=" + next);
            records += std::stoi(page.header("Elements-Returned-Count"));
            next = page.header("Elements-Next-Page-Token");
            ++pages;
        } while (!next.empty());
        CPPUNIT_ASSERT_EQUAL(10002, records);
        CPPUNIT_ASSERT_EQUAL(51, pages);
        same("4999",
             many.through(token, "GET", "/accounts?where=Comp_UpdatedDate%3E'2020-01-01T01:23:20Z'")
                 .header("Elements-Total-Count"));
    }
    void namesItsObjects() {
        same(R"(["accounts","contacts","leads","opportunities","users"])",
             of("GET", "/objects").body);
        platform_->call({.method = "DELETE", .path = "/instances/427902/enabled"});
        CPPUNIT_ASSERT_EQUAL(200, of("GET", "/hubs/crm/objects").status);
        const auto reply = platform_->call(
            {.path = "/instances/427902/objects", .headers = {{"Elements-Version", "Helium"}}});
        same(R"({"name":"accounts","vendorName":"company","type":"vendor"})",
             tenon::json::write(reply.json().array()->front()));
    }
    void refusesBadCredentialsOfTheSystem() {
        const auto patch = [&](const std::string& password) {
            return platform_
                ->call({.method = "PATCH",
                        .path = "/instances/427902",
                        .body = R"({"configuration":{"password":")" + password + "\"}}"})
                .status;
        };
        const auto providers = [&](const char* path) {
            const auto reply = of("GET", path);
            CPPUNIT_ASSERT_EQUAL(401, reply.status);
            same("The provider refused the credentials", reply.message());
            return *reply.json().find("providerMessage")->string();
        };
        CPPUNIT_ASSERT_EQUAL(200, patch("wrong-one"));
        same("Invalid user name or password", providers("/ping"));
        same("Invalid user name or password", providers("/hubs/crm/accounts"));
        // What a client writes that sends back what it read.
        CPPUNIT_ASSERT_EQUAL(200, patch("********"));
        same("The password is the mask that the platform shows in its place", providers("/ping"));
        CPPUNIT_ASSERT_EQUAL(200, patch("right"));
        CPPUNIT_ASSERT_EQUAL(200, of("GET", "/ping").status);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RecordsTest);
