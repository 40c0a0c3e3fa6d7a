// SPDX-License-Identifier: Apache-2.0
// The sandbox's instances replaced, changed, switched and removed.
#include "shape.h"
#include "tenon/json.h"
#include "with_sandbox.h"

using support::instance;
using support::newInstance;
using support::steady;

class ChangesTest : public support::WithSandbox {
    CPPUNIT_TEST_SUITE(ChangesTest);
    CPPUNIT_TEST(replacesAnInstance);
    CPPUNIT_TEST(changesPartsOfAnInstance);
    CPPUNIT_TEST(switchesAnInstanceOffAndOn);
    CPPUNIT_TEST(removesAnInstance);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void replacesAnInstance() {
        const auto made = platform_->make("Old", R"(,"tags":["a"])");
        const auto reply = platform_->call(
            {.method = "PUT",
             .path = "/instances/427902",
             .body = R"({"name":"<b>New</b>","configuration":{"subdomain":"h","username":"u",)"
                     R"("password":"p","x":"y"}})"});
        CPPUNIT_ASSERT_EQUAL(200, reply.status);
        same(instance("New", "", "false",
                      R"("subdomain":"h","username":"u","password":"********","x":"y")"),
             steady(reply.body));
        same(*made.find("token")->string(), *reply.json().find("token")->string());
        same(reply.body, platform_->call({.path = "/instances/427902"}).body);
    }
    void changesPartsOfAnInstance() {
        platform_->make("Old", R"(,"tags":["a","b"])");
        const auto patch = [&](const std::string& body) {
            const auto reply =
                platform_->call({.method = "PATCH", .path = "/instances/427902", .body = body});
            same(reply.body, platform_->call({.path = "/instances/427902"}).body);
            return steady(reply.body);
        };
        const std::string given =
            R"("subdomain":"crm.example.com","username":"sage","password":"********")";
        same(instance("Old", R"("a","b")", "false", given), patch("{}"));
        same(instance("New", R"("a","b")", "false", given), patch(R"({"name":"New"})"));
        same(instance("New", R"("c")", "false", given), patch(R"({"tags":["c"]})"));
        same(instance("New", R"("c")", "false",
                      R"("subdomain":"h","username":"sage","password":"********","x":"1")"),
             patch(R"({"configuration":{"x":1,"subdomain":"h"}})"));
    }
    void switchesAnInstanceOffAndOn() {
        platform_->make();
        for (int i = 0; i < 2; ++i) {
            for (const std::string method : {"DELETE", "PUT"}) {
                const auto reply =
                    platform_->call({.method = method, .path = "/instances/427902/enabled"});
                CPPUNIT_ASSERT_EQUAL(200, reply.status);
                const bool disabled = method == "DELETE";
                CPPUNIT_ASSERT_EQUAL(disabled, *reply.json().find("disabled")->boolean());
                same(reply.body, platform_->call({.path = "/instances/427902"}).body);
            }
        }
    }
    void removesAnInstance() {
        platform_->make();
        const auto reply = platform_->call({.method = "DELETE", .path = "/instances/427902"});
        CPPUNIT_ASSERT_EQUAL(200, reply.status);
        same("", reply.body);
        CPPUNIT_ASSERT_EQUAL(404, platform_->call({.path = "/instances/427902"}).status);
        CPPUNIT_ASSERT_EQUAL(
            404, platform_->call({.method = "DELETE", .path = "/instances/427902"}).status);
        CPPUNIT_ASSERT_EQUAL(0, platform_->count());
        same("427903", tenon::json::write(*platform_->make().find("id")));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ChangesTest);
