// SPDX-License-Identifier: Apache-2.0
// Requests through an instance, with its token.
#include <regex>

#include "tenon/json.h"
#include "with_sandbox.h"

using support::Call;
using support::Reply;

namespace {

std::string seeded(const std::string& key, const std::string& name, const std::string& site) {
    return R"({"key":")" + key + R"(","Comp_Name":")" + name +
           R"(","Comp_Type":"Customer","Comp_Status":"Active","Comp_WebSite":")" + site +
           R"(","Comp_CreatedDate":"2017-06-12T14:09:00Z",)"
           R"("Comp_UpdatedDate":"2017-06-12T14:09:00Z"})";
}
const std::string kGatecom = seeded("43", "Gatecom Inc.", "www.gatecom.example");
const std::string kDesignRight = seeded("50", "Design Right Inc.", "www.designright.example");

}  // namespace

class HubTest : public support::WithSandbox {
    CPPUNIT_TEST_SUITE(HubTest);
    CPPUNIT_TEST(answersAPing);
    CPPUNIT_TEST(listsAccounts);
    CPPUNIT_TEST(pagesAccounts);
    CPPUNIT_TEST(takesCredentialsInAnyOrder);
    CPPUNIT_TEST(refusesWrongCredentials);
    CPPUNIT_TEST(takesAnyHubName);
    CPPUNIT_TEST(saysWhichInstanceAnswered);
    CPPUNIT_TEST(refusesADisabledInstance);
    CPPUNIT_TEST(refusesTheTokenOfARemovedInstance);
    CPPUNIT_TEST(refusesWhatItDoesNotHave);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    std::string token() const { return *platform_->make().find("token")->string(); }
    Reply with(const std::string& authorization, const std::string& path = "/hubs/crm/ping",
               const std::string& method = "GET") const {
        return platform_->call(
            {.method = method, .path = path, .headers = {{"Authorization", authorization}}});
    }
    std::string credentials(const std::string& token) const {
        return "User " + platform_->user() + ", Element " + token;
    }

    void answersAPing() {
        const auto reply = with(credentials(token()));
        CPPUNIT_ASSERT_EQUAL(200, reply.status);
        const std::regex shape(
            R"(\{"dateTime":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ","endpoint":"sagecrm"\})");
        CPPUNIT_ASSERT_MESSAGE(reply.body, std::regex_match(reply.body, shape));
    }
    void listsAccounts() {
        const auto reply = with(credentials(token()), "/hubs/crm/accounts");
        CPPUNIT_ASSERT_EQUAL(200, reply.status);
        same("[" + kGatecom + "," + kDesignRight + "]", reply.body);
        same("2", reply.header("Elements-Returned-Count"));
    }
    void pagesAccounts() {
        const auto who = credentials(token());
        const auto first = with(who, "/hubs/crm/accounts?nextPage=&pageSize=1");
        same("[" + kGatecom + "]", first.body);
        const auto next = first.header("Elements-Next-Page-Token");
        const auto second = with(who, "/hubs/crm/accounts?pageSize=1&nextPage=" + next);
        same("[" + kDesignRight + "]", second.body);
        CPPUNIT_ASSERT(!second.headers.has("Elements-Next-Page-Token"));
        CPPUNIT_ASSERT_EQUAL(400, with(who, "/hubs/crm/accounts?pageSize=x").status);
    }
    void takesCredentialsInAnyOrder() {
        const std::string user = "User " + platform_->user();
        const std::string organization = "Organization " + platform_->organization();
        const std::string element = "Element " + token();
        for (const auto& header :
             {user + ", " + element, element + ", " + user, element + "," + user,
              user + ", " + organization + ", " + element,
              element + ", " + user + ", " + organization,
              organization + ", " + element + ",  " + user,
              "User  " + platform_->user() + ", " + element})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(header, 200, with(header).status);
        CPPUNIT_ASSERT_EQUAL(200,
                             platform_
                                 ->call({.path = "/hubs/crm/ping",
                                         .headers = {{"Authorization", ""},
                                                     {"authorization", user + ", " + element}}})
                                 .status);
    }
    void refusesWrongCredentials() {
        const std::string user = "User " + platform_->user();
        const std::string organization = "Organization " + platform_->organization();
        const std::string good = token(), element = "Element " + good;
        for (const std::string& header : std::vector<std::string>{
                 "", user, element, user + ", " + organization, organization + ", " + element,
                 user + ", Element " + good.substr(1), user + ", Element " + good + "x",
                 user + ", Element", user + ", Element , " + organization,
                 user + ", Element " + platform_->user(), "User " + good + ", " + element,
                 user + ", Organization x, " + element, user + "; " + element,
                 user + ", element " + good, user + ", " + element + ", " + element,
                 user + ", " + element + ", Bearer x", element + user}) {
            const auto reply = with(header);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(header, 401, reply.status);
            same("Invalid Organization or User secret, or invalid Element token provided.",
                 reply.message());
            CPPUNIT_ASSERT(!reply.headers.has("Elements-Element-Instance-Id"));
        }
    }
    void takesAnyHubName() {
        const auto who = credentials(token());
        for (const char* path : {"/hubs/crm/accounts", "/hubs/anything/accounts", "/accounts",
                                 "/hubs/crm/ping", "/hubs/x/ping", "/ping"})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(path, 200, with(who, path).status);
    }
    void saysWhichInstanceAnswered() {
        const auto first = credentials(token()), second = credentials(token());
        for (const char* path : {"/hubs/crm/ping", "/hubs/crm/accounts", "/hubs/crm/nothing"}) {
            same("427902", with(first, path).header("Elements-Element-Instance-Id"));
            same("427903", with(second, path).header("Elements-Element-Instance-Id"));
        }
    }
    void refusesADisabledInstance() {
        const auto who = credentials(token());
        platform_->call({.method = "DELETE", .path = "/instances/427902/enabled"});
        for (const char* path : {"/hubs/crm/ping", "/hubs/crm/accounts"}) {
            CPPUNIT_ASSERT_EQUAL(403, with(who, path).status);
            same("The element instance is disabled", with(who, path).message());
        }
        platform_->call({.method = "PUT", .path = "/instances/427902/enabled"});
        CPPUNIT_ASSERT_EQUAL(200, with(who).status);
    }
    void refusesTheTokenOfARemovedInstance() {
        const auto who = credentials(token());
        platform_->call({.method = "DELETE", .path = "/instances/427902"});
        CPPUNIT_ASSERT_EQUAL(401, with(who).status);
    }
    void refusesWhatItDoesNotHave() {
        const auto who = credentials(token());
        for (const std::string path : {"/hubs/crm/", "/accounts/43/contacts"}) {
            CPPUNIT_ASSERT_EQUAL_MESSAGE(path, 404, with(who, path).status);
            same("GET /elements/api-v2" + path +
                     " is not in the sandbox; its README page lists what is",
                 with(who, path).message());
        }
        for (const char* path : {"/hubs/crm/nothing", "/nothing", "/nothing/1"})
            same(
                "The object 'nothing' is not in the sandbox: neither has the element sagecrm one, "
                "nor is a transformation of that name known",
                with(who, path).message());
        for (const char* method : {"PUT", "PATCH", "DELETE"}) {
            const auto reply = with(who, "/hubs/crm/accounts", method);
            CPPUNIT_ASSERT_EQUAL(405, reply.status);
            same(std::string("Request method '") + method + "' not supported", reply.message());
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(HubTest);
