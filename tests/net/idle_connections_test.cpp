// SPDX-License-Identifier: Apache-2.0
// Kept-alive connections: used again while they are good, never trusted when they are not, and no
// request sent twice that must be sent once.
#include "client_fixture.h"

class IdleConnectionsTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(IdleConnectionsTest);
    CPPUNIT_TEST(usesAConnectionAgain);
    CPPUNIT_TEST(doesNotTrustAConnectionThatWasIdleForLong);
    CPPUNIT_TEST(closesAConnectionThatTheServerWillClose);
    CPPUNIT_TEST(noticesThatTheServerClosed);
    CPPUNIT_TEST(noticesThatTheServerWasLost);
    CPPUNIT_TEST(noticesThatTheServerReset);
    CPPUNIT_TEST(neverTakesLeftOverBytesAsTheNextAnswer);
    CPPUNIT_TEST(neverTakesLateBytesAsTheNextAnswer);
    CPPUNIT_TEST(repeatsWhatMayBeRepeated);
    CPPUNIT_TEST(neverRepeatsWhatMayNotBeRepeated);
    CPPUNIT_TEST(repeatsOnlyOnce);
    CPPUNIT_TEST(repeatsOnlyOnAConnectionThatWasUsedBefore);
    CPPUNIT_TEST(repeatsOnlyBeforeTheFirstByteOfTheAnswer);
    CPPUNIT_TEST_SUITE_END();

    static HttpRequest request(const ScriptServer& server, const std::string& method) {
        return {.method = method, .url = server.url(), .body = method == "POST" ? "{}" : ""};
    }
    // Answers the first request, and does something else instead of answering the second one.
    static ScriptServer::Script once(const std::function<void(Line&)>& then) {
        return [then](Line& line) {
            line.request();
            line.send(kOk);
            if (!line.request().empty()) then(line);
        };
    }
    static void breakOff(Line&) {}

    void usesAConnectionAgain() {
        for (const auto* answer :
             {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX: y\r\n\r\n",
              "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\nok"})
            both(
                [answer](Line& line) {
                    while (!line.request().empty()) line.send(answer);
                },
                [](HttpClient& client, ScriptServer& server) {
                    for (int i = 0; i < 3; ++i) same("200 ok", told(client, post(server)));
                    CPPUNIT_ASSERT_EQUAL(1, server.connections());
                });
    }
    void doesNotTrustAConnectionThatWasIdleForLong() {
        const ScriptServer server(nullptr, [](Line& line) {
            while (!line.request().empty()) line.send(kOk);
        });
        auto options = trusting();
        std::chrono::steady_clock::time_point now;
        options.clock = [&now] { return now; };
        HttpClient client(options);
        const auto connections = [&](std::chrono::milliseconds idle) {
            now += idle;
            same("200 ok", told(client, post(server)));
            return server.connections();
        };
        CPPUNIT_ASSERT_EQUAL(1, connections(std::chrono::milliseconds(0)));
        CPPUNIT_ASSERT_EQUAL(1, connections(std::chrono::milliseconds(3999)));
        CPPUNIT_ASSERT_EQUAL(2, connections(std::chrono::milliseconds(4000)));
    }
    void closesAConnectionThatTheServerWillClose() {
        for (const auto* answer :
             {"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
              "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 2\r\n\r\nok",
              "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok"})
            both(
                [answer](Line& line) {
                    while (!line.request().empty()) line.send(answer);
                },
                [](HttpClient& client, ScriptServer& server) {
                    for (int i = 1; i <= 3; ++i) {
                        same("200 ok", told(client, post(server)));
                        server.waitForClosed(i);
                    }
                    CPPUNIT_ASSERT_EQUAL(3, server.connections());
                });
    }

    // A POST shows it best, because that is not tried again.
    static void noticesTheEnd(const std::function<void(Line&)>& end) {
        both(
            [end](Line& line) { line.request(), line.send(kOk), line.waitUntilHeard(), end(line); },
            [](HttpClient& client, ScriptServer& server) {
                for (int i = 1; i <= 3; ++i) {
                    same("200 ok", told(client, post(server)));
                    server.waitForClosed(i);
                }
                CPPUNIT_ASSERT_EQUAL(3, server.count("POST"));
            });
    }
    void noticesThatTheServerClosed() {
        noticesTheEnd([](Line& line) { line.close(); });
    }
    void noticesThatTheServerWasLost() {
        noticesTheEnd([](Line& line) { line.cut(); });
    }
    // When the reset arrives cannot be known, so that the request may meet it.
    void noticesThatTheServerReset() {
        both(
            [](Line& line) { line.request(), line.send(kOk), line.waitUntilHeard(), line.reset(); },
            [](HttpClient& client, ScriptServer& server) {
                for (int i = 1; i <= 3; ++i) {
                    same("200 ok", told(client, get(server)));
                    server.waitForClosed(i);
                }
                const auto found = outcome(client, post(server));
                CPPUNIT_ASSERT_MESSAGE(
                    found, found == "200 ok" || found == "connection closed, maybe done");
                CPPUNIT_ASSERT(server.count("POST") <= 1);
            });
    }

    static std::string evil() { return "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"; }
    void neverTakesLeftOverBytesAsTheNextAnswer() {
        both([](Line& line) { line.request(), line.send(kOk + evil()), line.hold(); },
             [](HttpClient& client, ScriptServer& server) {
                 for (int i = 0; i < 3; ++i) same("200 ok", told(client, post(server)));
                 CPPUNIT_ASSERT_EQUAL(3, server.connections());
             });
    }
    void neverTakesLateBytesAsTheNextAnswer() {
        std::atomic<int> answered = 0, late = 0;
        both(
            [&](Line& line) {
                line.request();
                line.send(kOk);
                const int mine = late + 1;
                for (int now = answered; now < mine; now = answered) answered.wait(now);
                line.send(evil());
                line.waitUntilHeard();
                ++late;
                late.notify_all();
                line.hold();
            },
            [&](HttpClient& client, ScriptServer& server) {
                const int before = late;
                for (int i = 1; i <= 3; ++i) {
                    same("200 ok", told(client, post(server)));
                    ++answered;
                    answered.notify_all();
                    for (int now = late; now < before + i; now = late) late.wait(now);
                }
                CPPUNIT_ASSERT_EQUAL(3, server.connections());
            });
    }

    void repeatsWhatMayBeRepeated() {
        for (const auto* method : {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
            both(once(breakOff), [&](HttpClient& client, ScriptServer& server) {
                auto one = request(server, method);
                same("200", outcome(client, one).substr(0, 3));
                if (*method == 'H') return;  // its answer's body ends the connection already
                same("200", outcome(client, one).substr(0, 3));
                CPPUNIT_ASSERT_EQUAL(3, server.count(method));
                CPPUNIT_ASSERT_EQUAL(2, server.connections());
            });
        both(once(breakOff), [&](HttpClient& client, ScriptServer& server) {
            auto one = post(server);
            one.idempotent = true;
            same("200 ok", outcome(client, one));
            same("200 ok", outcome(client, one));
            CPPUNIT_ASSERT_EQUAL(3, server.count("POST"));
        });
    }
    void neverRepeatsWhatMayNotBeRepeated() {
        for (const auto& end : {std::function<void(Line&)>(breakOff),
                                std::function<void(Line&)>([](Line& line) { line.cut(); }),
                                std::function<void(Line&)>([](Line& line) { line.reset(); })})
            for (const auto* method : {"POST", "PATCH", "PUT", "GET"})
                both(once(end), [&](HttpClient& client, ScriptServer& server) {
                    auto one = request(server, method);
                    if (*method == 'G' || std::string_view(method) == "PUT") one.idempotent = false;
                    same("200 ok", outcome(client, one));
                    same(*method == 'G' ? "connection closed" : "connection closed, maybe done",
                         outcome(client, one));
                    CPPUNIT_ASSERT_EQUAL(2, server.count(method));
                    same("200 ok", outcome(client, one));
                    CPPUNIT_ASSERT_EQUAL(2, server.connections());
                });
    }
    void repeatsOnlyOnce() {
        std::atomic<bool> broken = false;
        both(
            [&](Line& line) {
                line.request();
                if (!broken.exchange(true)) line.send(kOk), line.request();
            },
            [&](HttpClient& client, ScriptServer& server) {
                broken = false;
                same("200 ok", outcome(client, get(server)));
                same("connection closed", outcome(client, get(server)));
                CPPUNIT_ASSERT_EQUAL(3, server.count("GET"));
            });
    }
    void repeatsOnlyOnAConnectionThatWasUsedBefore() {
        both([](Line& line) { line.request(); },
             [](HttpClient& client, ScriptServer& server) {
                 same("connection closed", outcome(client, get(server)));
                 CPPUNIT_ASSERT_EQUAL(1, server.count("GET"));
             });
    }
    void repeatsOnlyBeforeTheFirstByteOfTheAnswer() {
        both(once([](Line& line) { line.send("H"); }),
             [](HttpClient& client, ScriptServer& server) {
                 same("200 ok", outcome(client, get(server)));
                 same("truncated", outcome(client, get(server)));
                 CPPUNIT_ASSERT_EQUAL(2, server.count("GET"));
             });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(IdleConnectionsTest);
