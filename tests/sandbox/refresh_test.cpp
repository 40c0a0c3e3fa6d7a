// SPDX-License-Identifier: Apache-2.0
// When instances are polled by themselves: the test is the clock.
#include <cppunit/extensions/HelperMacros.h>

#include "platform/platform.h"
#include "tenon/json.h"

class RefreshTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RefreshTest);
    CPPUNIT_TEST(pollsEachInterval);
    CPPUNIT_TEST(takesMinutes);
    CPPUNIT_TEST(followsAChangedInterval);
    CPPUNIT_TEST(leavesOthersAlone);
    CPPUNIT_TEST(beginsAnewWhenItIsSwitchedOn);
    CPPUNIT_TEST_SUITE_END();

    cloudelements::sandbox::Platform platform_{{}};
    std::chrono::steady_clock::time_point now_{};

    tenon::Value call(const std::string& method, const std::string& path,
                      const std::string& body = "") {
        cloudelements::sandbox::Request request;
        request.method = method;
        request.path = "/elements/api-v2" + path;
        request.body = body;
        request.headers = {{"Content-Type", "application/json"},
                           {"Authorization", "User " + platform_.user() + ", Organization " +
                                                 platform_.organization()}};
        const auto answer = platform_.handle(request);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(answer.body, 200, answer.status);
        return answer.body.empty() ? tenon::Value() : tenon::json::read(answer.body).value();
    }
    // The path of a new instance, with this in its configuration besides.
    std::string made(const std::string& more) {
        const auto instance =
            call("POST", "/instances",
                 R"({"element":{"key":"sagecrm"},"name":"n","configuration":{"subdomain":"h",)"
                 R"("username":"u","password":"p","event.notification.enabled":"true",)"
                 R"("event.notification.callback.url":"http://127.0.0.1:1/",)"
                 R"("event.poller.configuration":{"accounts":{}})" +
                     more + "}}");
        look();
        return "/instances/" + tenon::json::write(*instance.find("id"));
    }
    static std::string interval(const std::string& json) {
        return R"(,"event.poller.refresh_interval":)" + json;
    }
    void configure(const std::string& path, const std::string& entries) {
        call("PATCH", path, R"({"configuration":{)" + entries + "}}");
    }
    void look() {
        platform_.withWorld(
            [&](cloudelements::sandbox::World& world) { pollWhatIsDue(world, now_); });
    }
    // How many events there are after a change of a record, and so many minutes.
    std::size_t after(std::chrono::milliseconds time) {
        std::size_t out = 0;
        platform_.withWorld([&](cloudelements::sandbox::World& world) {
            auto& box = world.boxes.of(world.instances.all().begin()->second);
            auto& table = box.tables.at("accounts");
            table.change(*table.find("43"), {}, ++box.changes);
            now_ += time;
            pollWhatIsDue(world, now_);
            out = world.events.all.size();
        });
        return out;
    }
    static void same(std::size_t expected, std::size_t found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static constexpr std::chrono::minutes kMinute{1};
    static constexpr std::chrono::milliseconds kMoment{1};

    void pollsEachInterval() {
        made(interval("\"2\""));
        same(0, after(kMinute));
        same(0, after(kMinute - kMoment));
        same(1, after(kMoment));
        same(1, after(2 * kMinute - kMoment));
        same(2, after(kMoment));
        // However late it looks, once.
        same(3, after(60 * kMinute));
        same(3, after(2 * kMinute - kMoment));
        // Without a change there is nothing to tell.
        now_ += kMoment;
        look();
        now_ += 2 * kMinute;
        look();
        same(4, after({}));
    }
    void takesMinutes() {
        const std::pair<const char*, int> table[] = {
            {R"("1")", 1},    {"3", 3},        {R"("15")", 15},  {"null", 15}, {"\"\"", 15},
            {"\"soon\"", 15}, {R"("-5")", 15}, {R"("1.5")", 15}, {"\"0\"", 1}, {R"("600")", 600}};
        for (const auto& [given, minutes] : table) {
            const auto path = made(interval(given));
            const auto before = after({});
            CPPUNIT_ASSERT_EQUAL_MESSAGE(given, before, after(minutes * kMinute - kMoment));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(given, before + 1, after(kMoment));
            call("DELETE", path);
        }
        const auto path = made("");
        const auto before = after({});
        same(before, after(15 * kMinute - kMoment));
        same(before + 1, after(kMoment));
    }
    void followsAChangedInterval() {
        const auto path = made(interval("\"60\""));
        same(0, after(5 * kMinute));
        configure(path, R"("event.poller.refresh_interval":"6")");
        same(0, after(kMinute - kMoment));
        same(1, after(kMoment));
        configure(path, R"("event.poller.refresh_interval":"60")");
        same(1, after(6 * kMinute));
        same(2, after(54 * kMinute));
    }
    void leavesOthersAlone() {
        const auto path = made(interval("\"1\""));
        configure(made(interval("\"1\"")), R"("event.notification.enabled":"false")");
        configure(made(interval("\"1\"")), R"("event.notification.callback.url":null)");
        configure(made(interval("\"1\"")), R"("password":"wrong")");
        const auto off = made(interval("\"1\""));
        call("DELETE", off + "/enabled");
        const auto gone = made(interval("\"1\""));
        call("DELETE", gone);
        same(1, after(kMinute));
        platform_.withWorld([&](cloudelements::sandbox::World& world) {
            CPPUNIT_ASSERT_EQUAL(std::size_t{2}, world.events.begun.size());
            const auto id = tenon::json::write(world.events.all.front().instance);
            CPPUNIT_ASSERT_EQUAL(path, "/instances/" + id);
        });
    }
    void beginsAnewWhenItIsSwitchedOn() {
        const auto path = made(interval("\"10\""));
        same(0, after(9 * kMinute));
        configure(path, R"("event.notification.enabled":"false")");
        same(0, after(9 * kMinute));
        configure(path, R"("event.notification.enabled":"true")");
        same(0, after({}));
        same(0, after(10 * kMinute - kMoment));
        same(1, after(kMoment));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RefreshTest);
