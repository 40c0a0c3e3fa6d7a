// SPDX-License-Identifier: Apache-2.0
// Requests that the sandbox refuses whatever their body: it is as strict as the platform's
// documentation.
#include "refused.h"
#include "with_sandbox.h"

using support::Call;
using support::newInstance;

class RefusalsTest : public support::WithSandbox {
    CPPUNIT_TEST_SUITE(RefusalsTest);
    CPPUNIT_TEST(refusesWrongCredentials);
    CPPUNIT_TEST(refusesToAnswerAnythingButJson);
    CPPUNIT_TEST(refusesUnknownInstances);
    CPPUNIT_TEST(refusesUnknownPaths);
    CPPUNIT_TEST(refusesOtherMethods);
    CPPUNIT_TEST(refusesAUriThatCannotBeRead);
    CPPUNIT_TEST(refusesABodyAboveEightMegabytes);
    CPPUNIT_TEST_SUITE_END();

    void refused(int status, const std::string& message, const Call& call) const {
        support::refused(*platform_, status, message, call);
    }
    static Call post(const std::string& body) {
        return {.method = "POST", .path = "/instances", .body = body};
    }

    void refusesWrongCredentials() {
        const std::string user = "User " + platform_->user();
        const std::string organization = "Organization " + platform_->organization();
        for (const std::string& header : std::vector<std::string>{
                 "", user, organization, "User x, " + organization, user + ", Organization x",
                 "User , " + organization, "User, " + organization, user + " " + organization,
                 user + ", " + user, organization + ", " + organization, "Basic dTpw",
                 "Bearer " + platform_->user(), user + ", " + organization + ", Else x", ","}) {
            const std::string text =
                "Invalid Organization or User secret, or invalid Element token provided.";
            for (const char* path : {"/instances", "/instances/1", "/instances/1/enabled",
                                     "/elements/sagecrm/instances"})
                refused(401, text, {.path = path, .headers = {{"Authorization", header}}});
            auto call = post(newInstance());
            call.headers = {{"Authorization", header}};
            refused(401, text, call);
        }
        for (const auto& header : {organization + ", " + user, user + "," + organization})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(
                header, 200,
                platform_->call({.path = "/instances", .headers = {{"Authorization", header}}})
                    .status);
    }
    void refusesToAnswerAnythingButJson() {
        for (const char* accept : {"text/html", "application/xml, text/plain;q=0.5"})
            refused(406, "Could not find acceptable representation",
                    {.path = "/instances", .headers = {{"Accept", accept}}});
        for (const char* accept : {"", "*/*", "application/*", "text/html, application/json;q=0.9"})
            CPPUNIT_ASSERT_EQUAL(
                200,
                platform_->call({.path = "/instances", .headers = {{"Accept", accept}}}).status);
    }
    void refusesUnknownInstances() {
        platform_->make();
        for (const Call& call :
             {Call{}, Call{.method = "DELETE"}, Call{.method = "PUT", .body = newInstance()},
              Call{.method = "PATCH", .body = "{}"}, Call{.method = "PUT", .path = "/enabled"},
              Call{.method = "DELETE", .path = "/enabled"}}) {
            auto wrong = call;
            wrong.path = "/instances/427903" + call.path;
            refused(404, "No element instance found with ID 427903", wrong);
            wrong.path = "/instances/sagecrm" + call.path;
            refused(400, "The instance ID is not valid", wrong);
        }
        for (const char* path :
             {"/instances/", "/instances/427902x", "/instances/9223372036854775808"})
            refused(400, "The instance ID is not valid", {.path = path});
    }
    void refusesUnknownPaths() {
        platform_->make();
        for (const std::string path :
             {"", "/", "/nothing", "/instance", "/instancesx", "/instances/427902/nothing",
              "/instances/427902/enabled/x", "/elements", "/elements/sagecrm",
              "/elements/sagecrm/x", "/elements/sagecrm/instancesx", "/pings",
              "/../api-v2/instances", "//instances"})
            refused(404,
                    "GET /elements/api-v2" + path +
                        " is not in the sandbox; its README page lists what is",
                    {.path = path});
    }
    void refusesOtherMethods() {
        platform_->make();
        const auto wrong = [&](const std::string& method, const std::string& path) {
            refused(405, "Request method '" + method + "' not supported",
                    {.method = method, .path = path});
        };
        for (const char* method : {"OPTIONS", "BREW"}) wrong(method, "/instances");
        // Of the instance of an Element token, which is not there.
        for (const char* method : {"PUT", "PATCH", "DELETE"})
            refused(401, "Invalid Organization or User secret, or invalid Element token provided.",
                    {.method = method, .path = "/instances"});
        wrong("POST", "/instances/427902");
        for (const char* method : {"GET", "POST", "PATCH"})
            wrong(method, "/instances/427902/enabled");
        wrong("DELETE", "/elements/sagecrm/instances");
    }
    void refusesAUriThatCannotBeRead() {
        for (const char* path : {"/instances/%zz", "/instances?searchText=%zz", "/instances/%"})
            refused(400, "The request URI is not valid", {.path = path});
    }
    void refusesABodyAboveEightMegabytes() {
        const std::size_t limit = 8u << 20;
        auto largest = newInstance();
        largest.append(limit - largest.size(), ' ');
        CPPUNIT_ASSERT_EQUAL(200, platform_->call(post(largest)).status);
        refused(413, "The request body is larger than 8 MB", post(largest + " "));
        refused(413, "The request body is larger than 8 MB", post(std::string(2 * limit, ' ')));
        CPPUNIT_ASSERT_EQUAL(1, platform_->count());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RefusalsTest);
