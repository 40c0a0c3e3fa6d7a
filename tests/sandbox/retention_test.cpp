// SPDX-License-Identifier: Apache-2.0
// How many executions are kept, and which.
#include "formula_world.h"
#include "support/folder.h"

class RetentionTest : public support::FormulaWorld {
    CPPUNIT_TEST_SUITE(RetentionTest);
    CPPUNIT_TEST(keepsTheNewest);
    CPPUNIT_TEST(keepsWhatWaits);
    CPPUNIT_TEST(keepsWhatRunsAgain);
    CPPUNIT_TEST(countsRemovedInstancesTogether);
    CPPUNIT_TEST(goesOnCountingAfterAStart);
    CPPUNIT_TEST_SUITE_END();

    // One execution for each event of a notification.
    static std::string notification(int events) {
        std::string out;
        for (int i = 0; i < events; ++i)
            out += std::string(out.empty() ? "" : ",") + R"({"objectId":"1"})";
        return R"({"message":{"events":[)" + out + "]}}";
    }
    void start(std::int64_t instance, int count) const {
        const auto reply =
            as("POST", "/formulas/instances/" + std::to_string(instance) + "/executions",
               notification(count));
        CPPUNIT_ASSERT_EQUAL_MESSAGE(reply.body, 200, reply.status);
    }
    static void waitFor(const support::RunningSandbox& platform, std::int64_t execution) {
        CPPUNIT_ASSERT(platform.ended(execution).object());
    }
    int status(std::int64_t execution) const {
        return as("GET", "/formulas/instances/executions/" + std::to_string(execution)).status;
    }
    std::string total(std::int64_t instance) const {
        return as("GET", "/formulas/instances/" + std::to_string(instance) + "/executions")
            .header("Elements-Total-Count");
    }
    std::string inAll() const {
        return tenon::json::write(*platform_->counts().find("executions"));
    }
    static std::string nothing() { return step("a", "loop", R"("list":[])"); }
    static std::string waiting() { return step("a", "httpRequest", R"("url":"${config.url}/")"); }

    void keepsTheNewest() {
        const auto one = bound(nothing()), other = bound(nothing());
        start(other, 3);
        start(one, 1005);
        waitFor(*platform_, 3003 + 1005);
        same("1000", total(one));
        same("3", total(other));
        same("1003", inAll());
        for (const auto& [execution, expected] : {std::pair{3001, 200},
                                                  {3003, 200},
                                                  {3004, 404},
                                                  {3008, 404},
                                                  {3009, 200},
                                                  {4008, 200}})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(std::to_string(execution), expected, status(execution));
    }
    void keepsWhatWaits() {
        callback_.holds();
        const auto instance = bound(waiting());
        start(instance, 1003);
        callback_.next();
        // Cancelled, but its turn has not come.
        as("PATCH", "/formulas/instances/executions/3500", R"({"status":"cancelled"})");
        same("1003", total(instance));
        same("pending",
             *as("GET", "/formulas/instances/executions/3001").json().find("status")->string());
        callback_.goesOn();
        waitFor(*platform_, 3001 + 1002);
        same("1000", total(instance));
        CPPUNIT_ASSERT_EQUAL(404, status(3003));
        CPPUNIT_ASSERT_EQUAL(200, status(3004));
    }
    // The oldest of all, while more than enough end after it was asked for again.
    void keepsWhatRunsAgain() {
        const auto instance = bound(nothing());
        start(instance, 1000);
        waitFor(*platform_, 4000);
        as("PUT", "/formulas/instances/executions/3001/retries");
        same("success", *platform_->ended(3001).find("status")->string());
        start(instance, 1);
        waitFor(*platform_, 4001);
        CPPUNIT_ASSERT_EQUAL(404, status(3001));
        CPPUNIT_ASSERT_EQUAL(200, status(3002));
        same("1000", total(instance));
    }
    void countsRemovedInstancesTogether() {
        std::int64_t last = 3000;
        for (int i = 0; i < 3; ++i) {
            const auto instance = bound(nothing());
            start(instance, 400);
            waitFor(*platform_, last += 400);
            good("DELETE", "/formulas/instances/" + std::to_string(instance));
        }
        same("1000", inAll());
        CPPUNIT_ASSERT_EQUAL(404, status(3200));
        CPPUNIT_ASSERT_EQUAL(200, status(3201));
        // Removed while it waits.
        callback_.holds();
        const auto instance = bound(waiting());
        start(instance, 5);
        callback_.next();
        good("DELETE", "/formulas/instances/" + std::to_string(instance));
        callback_.goesOn();
        waitFor(*platform_, last + 5);
        const auto after = bound(nothing());
        start(after, 1);
        waitFor(*platform_, last + 6);
        same("1001", inAll());
    }
    void goesOnCountingAfterAStart() {
        const support::Folder folder;
        const auto file = folder.path("state");
        const auto on = [](const support::RunningSandbox& platform, const std::string& path,
                           const std::string& body) {
            const auto reply = platform.call({.method = "POST", .path = path, .body = body});
            CPPUNIT_ASSERT_EQUAL_MESSAGE(reply.body, 200, reply.status);
        };
        {
            const support::RunningSandbox platform("null", file);
            on(platform, "/formulas", R"({"name":"f"})");
            on(platform, "/formulas/1001/instances", R"({"name":"i"})");
            on(platform, "/formulas/instances/2001/executions", notification(1000));
            waitFor(platform, 4000);
        }
        const support::RunningSandbox platform("null", file);
        same("1000", tenon::json::write(*platform.counts().find("executions")));
        on(platform, "/formulas/instances/2001/executions", "{}");
        waitFor(platform, 4001);
        same("1000", tenon::json::write(*platform.counts().find("executions")));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RetentionTest);
