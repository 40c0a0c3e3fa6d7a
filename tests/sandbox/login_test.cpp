// SPDX-License-Identifier: Apache-2.0
// A session by user and password.
#include "refused.h"
#include "tenon/json.h"
#include "with_sandbox.h"

using support::Call;

class LoginTest : public support::WithSandbox {
    CPPUNIT_TEST_SUITE(LoginTest);
    CPPUNIT_TEST(givesTheSecretsToWhoLogsIn);
    CPPUNIT_TEST(refusesEverybodyElse);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static Call login(const std::string& user, const std::string& password) {
        return {.method = "POST",
                .path = "/authentication",
                .body = R"({"username":")" + user + R"(","password":")" + password + "\"}",
                .headers = {{"Authorization", ""}}};
    }
    static Call secrets(const std::string& authorization) {
        return {.path = "/authentication/secrets", .headers = {{"Authorization", authorization}}};
    }

    void givesTheSecretsToWhoLogsIn() {
        const auto all = platform_->sandbox.secrets();
        const auto* who = all.find("cloudElementsLogin");
        const auto session = platform_->call(
            login(*who->find("username")->string(), who->find("password")->secret()->reveal()));
        CPPUNIT_ASSERT_EQUAL(200, session.status);
        const auto reply =
            platform_->call(secrets("Bearer " + *session.json().find("token")->string()));
        CPPUNIT_ASSERT_EQUAL(200, reply.status);
        same(R"({"userSecret":")" + platform_->user() + R"(","organizationSecret":")" +
                 platform_->organization() + "\"}",
             reply.body);
    }
    void refusesEverybodyElse() {
        const std::string user = "sandbox@example.com";
        for (const auto& call :
             {login(user, "x"), login(user, "********"), login("x", "sandbox-password")})
            support::refused(*platform_, 401, "Invalid user name or password", call);
        support::refused(*platform_, 400, "The field 'password' is required and must be a string",
                         login(user, ""));
        for (const std::string& header : std::initializer_list<std::string>{
                 std::string(), std::string("Bearer "), std::string("Bearer x"),
                 "User " + platform_->user() + ", Organization " + platform_->organization()})
            support::refused(*platform_, 401, "The session is not valid", secrets(header));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(LoginTest);
