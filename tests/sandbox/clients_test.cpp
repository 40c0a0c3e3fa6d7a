// SPDX-License-Identifier: Apache-2.0
// Many clients of the sandbox at once, and its end while they are there.
#include <Poco/Net/NetException.h>
#include <cppunit/extensions/HelperMacros.h>

#include <atomic>
#include <mutex>
#include <semaphore>
#include <set>
#include <thread>

#include "running_sandbox.h"

using Poco::Net::HTTPClientSession;
using support::Call;
using support::newInstance;
using support::RunningSandbox;

class ClientsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ClientsTest);
    CPPUNIT_TEST(stopsWithConnectionsOpen);
    CPPUNIT_TEST(stopsInTheMiddleOfADelay);
    CPPUNIT_TEST(isHarmlessToStopWhenNotStarted);
    CPPUNIT_TEST(servesManyClientsAtOnce);
    CPPUNIT_TEST(handsOutEachRuleAsOftenAsItSays);
    CPPUNIT_TEST_SUITE_END();

    static Call post() { return {.method = "POST", .path = "/instances", .body = newInstance()}; }
    // Runs the code on so many threads at once.
    template <class Code>
    static void together(int threads, const Code& code) {
        std::vector<std::thread> all;
        for (int i = 0; i < threads; ++i) all.emplace_back(code);
        for (auto& thread : all) thread.join();
    }

    void stopsWithConnectionsOpen() {
        RunningSandbox platform;
        const auto port = platform.port();
        std::vector<std::unique_ptr<HTTPClientSession>> idle;
        for (int i = 0; i < 20; ++i) {
            idle.push_back(std::make_unique<HTTPClientSession>("127.0.0.1", port));
            CPPUNIT_ASSERT_EQUAL(200, platform.call(*idle.back(), {.path = "/instances"}).status);
        }
        Poco::Net::StreamSocket silent(Poco::Net::SocketAddress("127.0.0.1", port));
        Poco::Net::StreamSocket halfway(Poco::Net::SocketAddress("127.0.0.1", port));
        const std::string beginning = "POST /elements/api-v2/instances HTTP/1.1\r\nContent-Le";
        halfway.sendBytes(beginning.data(), static_cast<int>(beginning.size()));
        platform.sandbox.stop();
        for (auto& session : idle) {
            char byte = 0;
            CPPUNIT_ASSERT_EQUAL(0, session->socket().receiveBytes(&byte, 1));
        }
        CPPUNIT_ASSERT_THROW(Poco::Net::StreamSocket(Poco::Net::SocketAddress("127.0.0.1", port)),
                             Poco::Net::ConnectionRefusedException);
    }
    // Of two requests one meets the rule that delays for an hour. Once the other is answered, the
    // first has taken that rule.
    void stopsInTheMiddleOfADelay() {
        RunningSandbox platform(R"({"rules":[{"on":"POST","times":1,"delay":3600000}]})");
        const auto port = platform.port();
        auto call = post();
        call.headers = {{"Authorization",
                         "User " + platform.user() + ", Organization " + platform.organization()}};
        std::counting_semaphore<2> ended(0);
        std::vector<std::thread> clients;
        for (int i = 0; i < 2; ++i)
            clients.emplace_back([&] {
                try {
                    HTTPClientSession session("127.0.0.1", port);
                    session.setTimeout(Poco::Timespan(3600, 0));
                    support::send(session, call);
                } catch (const Poco::Exception&) {
                    // The delayed one may be cut off.
                }
                ended.release();
            });
        ended.acquire();
        platform.sandbox.stop();
        for (auto& client : clients) client.join();
    }
    void isHarmlessToStopWhenNotStarted() {
        cloudelements::sandbox::CloudElementsSandbox sandbox;
        sandbox.stop();
        sandbox.start({});
        sandbox.stop();
        sandbox.stop();
    }
    void servesManyClientsAtOnce() {
        const RunningSandbox platform;
        std::mutex mutex;
        std::set<std::int64_t> ids;
        std::atomic<int> wrong = 0;
        together(16, [&] {
            HTTPClientSession session("127.0.0.1", platform.port());
            for (int i = 0; i < 10; ++i) {
                const auto made = platform.call(session, post());
                const auto id = *made.json().find("id")->integer();
                const auto read =
                    platform.call(session, {.path = "/instances/" + std::to_string(id)});
                if (made.status != 200 || made.body != read.body) ++wrong;
                const std::scoped_lock lock(mutex);
                ids.insert(id);
            }
        });
        CPPUNIT_ASSERT_EQUAL(0, wrong.load());
        CPPUNIT_ASSERT_EQUAL(std::size_t(160), ids.size());
        CPPUNIT_ASSERT_EQUAL(std::int64_t{427902}, *ids.begin());
        CPPUNIT_ASSERT_EQUAL(std::int64_t{428061}, *ids.rbegin());
        CPPUNIT_ASSERT_EQUAL(160, platform.count());
    }
    void handsOutEachRuleAsOftenAsItSays() {
        const RunningSandbox platform(
            R"({"rules":[{"on":"POST","times":7,"answer":{"status":503}}]})");
        std::atomic<int> refused = 0;
        together(8, [&] {
            for (int i = 0; i < 5; ++i)
                if (platform.call(post()).status == 503) ++refused;
        });
        CPPUNIT_ASSERT_EQUAL(7, refused.load());
        CPPUNIT_ASSERT_EQUAL(33, platform.count());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ClientsTest);
