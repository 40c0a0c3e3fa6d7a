// SPDX-License-Identifier: Apache-2.0
// A stop request reaches the client wherever it waits. There is no deadline here, so that a client
// that does not hear it waits for ever.
#include <thread>

#include "client_fixture.h"
#include "dead_addresses.h"

class CancelTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(CancelTest);
    CPPUNIT_TEST(reachesAConnect);
    CPPUNIT_TEST(reachesAHandshake);
    CPPUNIT_TEST(reachesAWrite);
    CPPUNIT_TEST(reachesARead);
    CPPUNIT_TEST(reachesAProxy);
    CPPUNIT_TEST(sendsNothingOnceStopped);
    CPPUNIT_TEST(reachesAllRequestsAtOnce);
    CPPUNIT_TEST_SUITE_END();

    // Stops the request once the flag is up.
    static std::string stopped(HttpClient& client, const HttpRequest& request,
                               std::atomic<bool>& when) {
        std::stop_source source;
        std::thread other([&] {
            when.wait(false);
            source.request_stop();
        });
        const auto found = told(client, request, {.stop = source.get_token()});
        other.join();
        return found;
    }
    static void raise(std::atomic<bool>& flag) {
        flag = true;
        flag.notify_all();
    }

    // The client asks for a proxy last before it connects.
    void reachesAConnect() {
        const support::BlackHole hole;
        std::atomic<bool> asked = false;
        auto options = trusting();
        options.resolve = {{"hole.example", static_cast<std::uint16_t>(hole.port()), "127.0.0.1"}};
        options.environment = [&](std::string_view) {
            raise(asked);
            return std::nullopt;
        };
        HttpClient client(options);
        same("cancelled: POST URL: the run was stopped.",
             stopped(client,
                     {.method = "POST",
                      .url = "http://hole.example:" + std::to_string(hole.port()) + "/"},
                     asked));
    }
    void reachesAHandshake() {
        std::atomic<bool> begun = false;
        const ScriptServer server(nullptr, [&](Line& line) {
            line.read();
            raise(begun);
            line.hold();
        });
        HttpClient client(trusting());
        auto request = post(server);
        request.url.insert(4, "s");
        same("cancelled: POST URL: the run was stopped.", stopped(client, request, begun));
    }
    static void inside(const std::string& body, const std::string& beginning) {
        std::atomic<bool> begun = false;
        both(
            [&](Line& line) {
                body.empty() ? line.request() : line.head();
                line.send(beginning);
                line.waitUntilHeard();
                raise(begun);
                line.waitForClose();
            },
            [&](HttpClient& client, ScriptServer& server) {
                begun = false;
                same(
                    "cancelled: POST URL: the run was stopped. The request had been sent, so the "
                    "remote side may have acted on it.",
                    stopped(client, post(server, body), begun));
            });
    }
    void reachesAWrite() { inside(std::string(8u << 20, 'a'), ""); }
    void reachesARead() {
        for (const auto* beginning : {"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\n\r\nabc"})
            inside("", beginning);
    }
    void reachesAProxy() {
        std::atomic<bool> begun = false;
        const ScriptServer proxy(nullptr, [&](Line& line) {
            line.request();
            raise(begun);
            line.hold();
        });
        auto options = trusting();
        options.environment = [&](std::string_view name) -> std::optional<std::string> {
            if (name == "https_proxy") return proxy.url();
            return std::nullopt;
        };
        HttpClient client(options);
        same("cancelled: POST URL: the run was stopped.",
             stopped(client, {.method = "POST", .url = "https://other.example:444/"}, begun));
    }
    void sendsNothingOnceStopped() {
        std::stop_source source;
        source.request_stop();
        both(
            [](Line& line) {
                while (!line.request().empty()) line.send(kOk);
            },
            [&](HttpClient& client, ScriptServer& server) {
                const std::string cancelled = "cancelled: POST URL: the run was stopped.";
                same(cancelled, told(client, post(server), {.stop = source.get_token()}));
                CPPUNIT_ASSERT_EQUAL(0, server.connections());
                same("200 ok", told(client, post(server)));
                same(cancelled, told(client, post(server), {.stop = source.get_token()}));
                same("200 ok", told(client, post(server)));
                CPPUNIT_ASSERT_EQUAL(2, server.count("POST"));
            });
    }
    void reachesAllRequestsAtOnce() {
        std::atomic<int> waiting = 0;
        both(
            [&](Line& line) {
                line.request();
                ++waiting;
                waiting.notify_all();
                line.hold();
            },
            [&](HttpClient& client, ScriptServer& server) {
                waiting = 0;
                std::stop_source source;
                std::vector<std::string> found(8);
                std::vector<std::thread> threads;
                for (auto& one : found)
                    threads.emplace_back(
                        [&] { one = outcome(client, post(server), {.stop = source.get_token()}); });
                for (int now = waiting; now < 8; now = waiting) waiting.wait(now);
                source.request_stop();
                for (auto& thread : threads) thread.join();
                for (const auto& one : found) same("cancelled, maybe done", one);
            });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(CancelTest);
