// SPDX-License-Identifier: Apache-2.0
// The sandbox as a server: where it listens, and what it says of itself.
#include <Poco/Net/NetException.h>
#include <cppunit/extensions/HelperMacros.h>

#include <semaphore>

#include "running_sandbox.h"
#include "support/process.h"
#include "tenon/json.h"

using Poco::Net::HTTPClientSession;
using support::Call;
using support::newInstance;
using support::RunningSandbox;

class ServerTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ServerTest);
    CPPUNIT_TEST(listensOnThisMachineOnly);
    CPPUNIT_TEST(saysThatAPortIsInUse);
    CPPUNIT_TEST(listensOnThePortThatItIsTold);
    CPPUNIT_TEST(runsBesideAnother);
    CPPUNIT_TEST(startsAnewWhenItIsStartedTwice);
    CPPUNIT_TEST(keepsAConnectionAlive);
    CPPUNIT_TEST(tellsOneLineARequest);
    CPPUNIT_TEST(givesAnExampleThatWorks);
    CPPUNIT_TEST(givesTheSecretsThatManifestsNeed);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static Call post() { return {.method = "POST", .path = "/instances", .body = newInstance()}; }

    // 127.0.0.2 is this machine too, and would answer if it listened on every address.
    void listensOnThisMachineOnly() {
        const RunningSandbox platform;
        same("http://127.0.0.1:" + std::to_string(platform.port()), platform.sandbox.address());
        HTTPClientSession session("127.0.0.2", platform.port());
        CPPUNIT_ASSERT_THROW(platform.call(session, {.path = "/instances"}),
                             Poco::Net::ConnectionRefusedException);
    }
    void saysThatAPortIsInUse() {
        const RunningSandbox first;
        tenon::SandboxOptions options;
        options.port = first.port();
        const std::string address = "127.0.0.1:" + std::to_string(first.port());
        cloudelements::sandbox::CloudElementsSandbox second;
        try {
            second.start(options);
        } catch (const tenon::StepError& e) {
            same("The sandbox cannot listen on " + address +
                     " (Net Exception: Address already in use: " + address +
                     "). Choose another port, or 0 for any free one.",
                 e.error().detail);
            CPPUNIT_ASSERT(e.error().kind == tenon::ErrorKind::configuration);
            return;
        }
        CPPUNIT_FAIL("two sandboxes share a port");
    }
    void listensOnThePortThatItIsTold() {
        tenon::SandboxOptions options;
        {
            const RunningSandbox platform;
            options.port = platform.port();
            CPPUNIT_ASSERT_EQUAL(200, platform.call({.path = "/instances"}).status);
        }
        RunningSandbox again;
        again.sandbox.start(options);
        CPPUNIT_ASSERT_EQUAL(options.port, again.port());
        CPPUNIT_ASSERT_EQUAL(200, again.call({.path = "/instances"}).status);
    }
    void runsBesideAnother() {
        const RunningSandbox first, second;
        first.make();
        CPPUNIT_ASSERT_EQUAL(1, first.count());
        CPPUNIT_ASSERT_EQUAL(0, second.count());
        CPPUNIT_ASSERT(first.user() != second.user());
        CPPUNIT_ASSERT(first.organization() != second.organization());
    }
    void startsAnewWhenItIsStartedTwice() {
        RunningSandbox platform;
        platform.make();
        const auto user = platform.user();
        tenon::SandboxOptions options;
        options.port = platform.port();
        platform.sandbox.start(options);
        CPPUNIT_ASSERT_EQUAL(0, platform.count());
        CPPUNIT_ASSERT(user != platform.user());
    }
    void keepsAConnectionAlive() {
        const RunningSandbox platform;
        HTTPClientSession session("127.0.0.1", platform.port());
        CPPUNIT_ASSERT_EQUAL(200, platform.call(session, post()).status);
        const auto from = session.socket().address();
        for (const auto& call : {post(), Call{.path = "/instances/1"}, Call{.path = "/nothing"},
                                 Call{.method = "POST", .path = "/instances", .body = "{"},
                                 Call{.method = "POST",
                                 .path = "/instances",
                                 .body = newInstance(),
                                 .headers = {{"Authorization", ""}}},
                                 Call{.path = "/instances"}}) {
            const auto reply = platform.call(session, call);
            CPPUNIT_ASSERT(reply.status < 500);
            CPPUNIT_ASSERT(from == session.socket().address());
        }
        CPPUNIT_ASSERT_EQUAL(2, platform.count());
    }
    // The line comes after the answer, so each request waits for the one before to be told.
    void tellsOneLineARequest() {
        std::counting_semaphore<> told(0);
        std::string lines;
        RunningSandbox platform;
        tenon::SandboxOptions options;
        options.log = [&](std::string_view line) {
            lines += std::string(line.substr(0, line.rfind(' ', line.rfind(' ') - 1))) + "\n";
            told.release();
        };
        options.faults =
            tenon::json::read(
                R"({"rules":[{"on":"PUT /a","drop":"before"},{"on":"PUT /b","drop":"after"},)"
                R"({"on":"PUT /c","cut":1}]})")
                .value();
        platform.sandbox.start(options);
        platform.call(post());
        told.acquire();
        platform.call({.path = "/instances/1?a=b"});
        told.acquire();
        for (const char* path : {"/a", "/b"}) {
            CPPUNIT_ASSERT_THROW(platform.call({.method = "PUT", .path = path}),
                                 Poco::Net::NoMessageException);
            told.acquire();
        }
        platform.call({.method = "PUT", .path = "/c"});
        platform.sandbox.stop();
        same(
            "POST /elements/api-v2/instances 200\n"
            "GET /elements/api-v2/instances/1 404\n"
            "PUT /elements/api-v2/a dropped before acting\n"
            "PUT /elements/api-v2/b dropped after acting\n"
            "PUT /elements/api-v2/c 404 cut\n",
            lines);
    }
    void givesAnExampleThatWorks() {
        const RunningSandbox platform;
        const auto ended = support::run({"/bin/sh", "-c", platform.sandbox.example()});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.out, 1, platform.count());
        same("427902", tenon::json::write(*tenon::json::read(ended.out).value().find("id")));
    }
    void givesTheSecretsThatManifestsNeed() {
        const RunningSandbox platform;
        same(R"({"cloudElements":{"baseUrl":")" + platform.sandbox.address() +
                 R"(/elements/api-v2","user":"********","organization":"********"},)"
                 R"("cloudElementsLogin":{"username":"sandbox@example.com",)"
                 R"("password":"********"},)"
                 R"("sageCrm":{"subdomain":"crm.example.com","username":"sandbox-user",)"
                 R"("password":"********"}})",
             tenon::json::write(platform.sandbox.secrets()));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ServerTest);
