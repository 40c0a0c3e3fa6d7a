// SPDX-License-Identifier: Apache-2.0
// Clients that only occupy the sandbox. None of them may have to go for another to be served.
#include <sys/resource.h>

#include <list>

#include "wire.h"
#include "with_sandbox.h"

using support::Wire;

class CrowdTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CrowdTest);
    CPPUNIT_TEST(servesBesideIdleOnes);
    CPPUNIT_TEST(servesBesideSlowOnes);
    CPPUNIT_TEST(servesBesideOnesThatDoNotListen);
    CPPUNIT_TEST(servesBesideDelayedOnes);
    CPPUNIT_TEST(makesRoomWhereThereAreTooMany);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static constexpr const char* kGet = "GET /none HTTP/1.1\r\nHost: localhost\r\n\r\n";
    static constexpr const char* kNone =
        "404 GET /none is not in the sandbox; its README page lists what is";

    static void isServed(std::uint16_t port) {
        Wire wire(port);
        wire.send(kGet);
        same(kNone, wire.answer());
    }

    void servesBesideIdleOnes() {
        const support::RunningSandbox platform;
        std::list<Wire> kept, silent;
        for (int i = 0; i < 100; ++i) {
            kept.emplace_back(platform.port());
            kept.back().send(kGet);
            same(kNone, kept.back().answer());
            silent.emplace_back(platform.port());
        }
        isServed(platform.port());
        for (auto* all : {&kept, &silent})
            for (auto& wire : *all) {
                wire.send(kGet);
                same(kNone, wire.answer());
            }
    }
    void servesBesideSlowOnes() {
        const support::RunningSandbox platform;
        const std::string get = kGet;
        std::list<Wire> slow;
        for (int i = 0; i < 200; ++i) slow.emplace_back(platform.port());
        for (const char byte : get.substr(0, get.size() - 1)) {
            for (auto& wire : slow) wire.send({byte});
            isServed(platform.port());
        }
        for (auto& wire : slow) {
            wire.send("\n");
            same(kNone, wire.answer());
        }
    }
    // Answers of more than a socket takes, one behind the other, that are not read.
    void servesBesideOnesThatDoNotListen() {
        const support::RunningSandbox platform(
            R"({"rules":[{"on":"GET /large","answer":{"status":200,"body":")" +
            std::string(1u << 20, 'a') + "\"}}]}");
        std::list<Wire> deaf;
        for (int i = 0; i < 3; ++i) {
            deaf.emplace_back(platform.port());
            for (int j = 0; j < 10; ++j)
                deaf.back().send("GET /elements/api-v2/large HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        isServed(platform.port());
        for (auto& wire : deaf)
            for (int j = 0; j < 10; ++j) same("200", wire.answer());
    }
    void servesBesideDelayedOnes() {
        support::RunningSandbox platform(R"({"rules":[{"on":"GET /late","delay":3600000}]})");
        std::list<Wire> late;
        for (int i = 0; i < 200; ++i) {
            late.emplace_back(platform.port());
            late.back().send("GET /elements/api-v2/late HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        isServed(platform.port());
        platform.sandbox.stop();
        for (auto& wire : late) same("", wire.rest());
    }
    // As few as there may be where a process may open few files.
    void makesRoomWhereThereAreTooMany() {
        rlimit before{};
        ::getrlimit(RLIMIT_NOFILE, &before);
        rlimit few = before;
        few.rlim_cur = 60;
        ::setrlimit(RLIMIT_NOFILE, &few);
        support::RunningSandbox platform;
        ::setrlimit(RLIMIT_NOFILE, &before);
        std::list<Wire> idle;
        for (int i = 0; i < 100; ++i) idle.emplace_back(platform.port());
        isServed(platform.port());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CrowdTest);
