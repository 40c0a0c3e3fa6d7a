// SPDX-License-Identifier: Apache-2.0
// The sandbox's instances as they are made and read.
#include <set>

#include "shape.h"
#include "tenon/json.h"
#include "with_sandbox.h"

using support::asMade;
using support::Call;
using support::newInstance;
using support::RunningSandbox;
using support::steady;

class InstancesTest : public support::WithSandbox {
    CPPUNIT_TEST_SUITE(InstancesTest);
    CPPUNIT_TEST(makesAnInstance);
    CPPUNIT_TEST(readsWhatItMade);
    CPPUNIT_TEST(numbersThemFromAbove427900);
    CPPUNIT_TEST(numbersThemFromFirstId);
    CPPUNIT_TEST(givesEachATokenOfItsOwn);
    CPPUNIT_TEST(masksThePasswordOnEveryRead);
    CPPUNIT_TEST(givesTheConfigurationAsTexts);
    CPPUNIT_TEST(stripsHtmlFromNameAndTags);
    CPPUNIT_TEST(stripsALotOfItInOneGo);
    CPPUNIT_TEST(doesNotEchoProviderData);
    CPPUNIT_TEST(takesTheElementByItsNumber);
    CPPUNIT_TEST(takesTheElementFromThePath);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string configuration(const tenon::Value& instance) {
        return tenon::json::write(*instance.find("configuration"));
    }

    void makesAnInstance() {
        const auto reply =
            platform_->call({.method = "POST", .path = "/instances", .body = newInstance()});
        CPPUNIT_ASSERT_EQUAL(200, reply.status);
        same("application/json;charset=UTF-8", reply.header("Content-Type"));
        same(asMade(), steady(reply.body));
    }
    void readsWhatItMade() {
        const auto made = platform_->make();
        const auto reply = platform_->call({.path = "/instances/427902"});
        CPPUNIT_ASSERT_EQUAL(200, reply.status);
        same(tenon::json::write(made), reply.body);
    }
    void numbersThemFromAbove427900() {
        const RunningSandbox platform("null");
        std::int64_t last = 427900;
        for (int i = 0; i < 5; ++i) {
            const auto id = *platform.make().find("id")->integer();
            CPPUNIT_ASSERT_MESSAGE(std::to_string(id), id > last);
            last = id;
        }
    }
    void numbersThemFromFirstId() {
        const RunningSandbox large(R"({"firstId":9007199254740993})");
        same("9007199254740993", tenon::json::write(*large.make().find("id")));
        same("9007199254740994", tenon::json::write(*large.make().find("id")));
        const RunningSandbox largest(R"({"firstId":9223372036854775807})");
        same("9223372036854775807", tenon::json::write(*largest.make().find("id")));
        const auto reply =
            largest.call({.method = "POST", .path = "/instances", .body = newInstance()});
        CPPUNIT_ASSERT_EQUAL(500, reply.status);
        same("There is no ID left", reply.message());
    }
    void givesEachATokenOfItsOwn() {
        std::set<std::string> tokens;
        for (int i = 0; i < 20; ++i) {
            const auto made = platform_->make();
            const auto token = *made.find("token")->string();
            CPPUNIT_ASSERT_MESSAGE(token,
                                   std::regex_match(token, std::regex("[A-Za-z0-9+/]{43}=")));
            tokens.insert(token);
        }
        CPPUNIT_ASSERT_EQUAL(std::size_t(20), tokens.size());
    }
    void masksThePasswordOnEveryRead() {
        const std::string body = newInstance();
        for (const Call& call : {Call{.method = "POST", .path = "/instances", .body = body},
                                 Call{.path = "/instances/427902"}, Call{.path = "/instances"},
                                 Call{.method = "PUT", .path = "/instances/427902", .body = body},
                                 Call{.method = "PATCH",
                                 .path = "/instances/427902",
                                 .body = R"({"configuration":{"password":"s3cret"}})"},
                                 Call{.method = "DELETE", .path = "/instances/427902/enabled"},
                                 Call{.method = "PUT", .path = "/instances/427902/enabled"}}) {
            const auto reply = platform_->call(call);
            const std::string which = call.method + " " + call.path + ": " + reply.body;
            CPPUNIT_ASSERT_EQUAL_MESSAGE(which, 200, reply.status);
            CPPUNIT_ASSERT_MESSAGE(which, reply.body.find("s3cret") == std::string::npos);
            const bool masked =
                reply.body.find(R"("username":"sage","password":"********")") != std::string::npos;
            CPPUNIT_ASSERT_MESSAGE(which, masked);
        }
    }
    void givesTheConfigurationAsTexts() {
        const auto reply = platform_->call(
            {.method = "POST",
             .path = "/instances",
             .body = R"({"element":{"key":"sagecrm"},"name":"n","configuration":{"subdomain":"h",)"
                     R"("username":"u","password":"p","a":15,"b":false,"c":null,"d":"",)"
                     R"("e":{"f":[1,"g"]},"h":1.5}})"});
        same(R"({"subdomain":"h","username":"u","password":"********","a":"15","b":"false",)"
             R"("c":null,"d":"","e":"{\"f\":[1,\"g\"]}","h":"1.5"})",
             configuration(reply.json()));
    }
    void stripsHtmlFromNameAndTags() {
        const auto made =
            platform_->make("<b>Sage</b> <img src=x>CRM", R"(,"tags":["<i>a</i>","b > c","d"])");
        same("Sage CRM", *made.find("name")->string());
        same(R"(["a","b > c","d"])", tenon::json::write(*made.find("tags")));
    }
    // Of a size that ends in time only if no byte is looked at again and again.
    void stripsALotOfItInOneGo() {
        const auto made = [&](const std::string& name) {
            return *platform_->make(name).find("name")->string();
        };
        const std::string open(7u << 20, '<');
        CPPUNIT_ASSERT(open == made(open));
        CPPUNIT_ASSERT_EQUAL(std::string("ab"), made("a" + open + ">b"));
        CPPUNIT_ASSERT_EQUAL(std::string("a>c<"), made("a<b<x>>c<"));
        CPPUNIT_ASSERT_EQUAL(std::string("x>y"), made("<a>x>y<b\n>"));
        const auto tagged = platform_->make("a", R"(,"tags":[")" + open + "\"]");
        CPPUNIT_ASSERT(open == *tagged.find("tags")->array()->front().string());
    }
    void doesNotEchoProviderData() {
        const auto made =
            platform_->make("SageCRM", R"(,"providerData":{"code":"only-the-platform-knows-it"})");
        CPPUNIT_ASSERT(!made.find("providerData"));
        const auto read = platform_->call({.path = "/instances/427902"});
        CPPUNIT_ASSERT(read.body.find("only-the-platform-knows-it") == std::string::npos);
    }
    static std::string without(std::string body, const std::string& part) {
        return body.erase(body.find(part), part.size());
    }
    void takesTheElementByItsNumber() {
        auto body = newInstance();
        body.replace(body.find(R"("key":"sagecrm")"), 15, R"("id":3641)");
        same(asMade(),
             steady(platform_->call({.method = "POST", .path = "/instances", .body = body}).body));
    }
    void takesTheElementFromThePath() {
        const auto body = without(newInstance(), R"("element":{"key":"sagecrm"},)");
        for (const std::string element : {"sagecrm", "3641"}) {
            const RunningSandbox platform;
            const std::string path = "/elements/" + element + "/instances";
            for (const auto& text : {body, newInstance()})
                CPPUNIT_ASSERT_EQUAL(
                    200, platform.call({.method = "POST", .path = path, .body = text}).status);
            same(asMade(), steady(platform.call({.path = path + "/427902"}).body));
            same("2", platform.call({.path = path}).header("Elements-Total-Count"));
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(InstancesTest);
