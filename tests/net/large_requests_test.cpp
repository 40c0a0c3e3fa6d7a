// SPDX-License-Identifier: Apache-2.0
// Bodies that do not fit into the connection at once: servers that read slowly, answer early, or
// close while the body is still on its way.
#include "client_fixture.h"

class LargeRequestsTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(LargeRequestsTest);
    CPPUNIT_TEST(reachesTheServerWhole);
    CPPUNIT_TEST(isAnsweredAfterInterimAnswers);
    CPPUNIT_TEST(isAnsweredBeforeItIsSent);
    CPPUNIT_TEST(isRefusedBeforeItIsSent);
    CPPUNIT_TEST(isRefusedAndTheConnectionReset);
    CPPUNIT_TEST(isNotSentOnOnceItIsRefused);
    CPPUNIT_TEST(isAnsweredPieceByPiece);
    CPPUNIT_TEST(meetsAServerThatCloses);
    CPPUNIT_TEST(meetsAServerThatIsLost);
    CPPUNIT_TEST_SUITE_END();

    static std::string large() { return std::string(8u << 20, 'a'); }
    inline static const std::string kTooLarge =
        "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig";

    // With TLS 1.3 the server sends of its own accord while the client still writes.
    void reachesTheServerWhole() {
        both(
            [](Line& line) {
                for (auto got = line.request(); !got.empty(); got = line.request())
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n" +
                              std::to_string(got.size() - got.find("\r\n\r\n") - 4));
            },
            [](HttpClient& client, ScriptServer& server) {
                for (int i = 0; i < 2; ++i)
                    same("200 8388608", told(client, post(server, large())));
                CPPUNIT_ASSERT_EQUAL(1, server.connections());
            });
    }
    void isAnsweredAfterInterimAnswers() {
        both(
            [](Line& line) {
                line.head();
                line.send("HTTP/1.1 100 Continue\r\n\r\n");
                line.waitUntilHeard();
                line.request();
                line.send(kOk);
                line.hold();
            },
            [](HttpClient& client, ScriptServer& server) {
                same("200 ok", told(client, post(server, large())));
                CPPUNIT_ASSERT_EQUAL(1, server.count("POST"));
            });
    }
    void isAnsweredBeforeItIsSent() {
        both([](Line& line) { line.send(kTooLarge), line.waitForClose(); },
             [](HttpClient& client, ScriptServer& server) {
                 same("413 big", told(client, post(server, large())));
                 same("413 big", told(client, post(server, large())));
                 CPPUNIT_ASSERT_EQUAL(2, server.connections());
             });
    }
    void isRefusedBeforeItIsSent() {
        both(
            [](Line& line) {
                line.head();
                line.send(kTooLarge);
            },
            [](HttpClient& client, ScriptServer& server) {
                for (int i = 0; i < 3; ++i) same("413 big", told(client, post(server, large())));
                CPPUNIT_ASSERT_EQUAL(3, server.connections());
            });
    }
    void isRefusedAndTheConnectionReset() {
        both(
            [](Line& line) {
                line.head();
                line.send(kTooLarge);
                line.waitUntilHeard();
                line.reset();
            },
            [](HttpClient& client, ScriptServer& server) {
                for (int i = 0; i < 3; ++i) same("413 big", told(client, post(server, large())));
            });
    }
    // Not even while the rest of the refusal is still to come.
    void isNotSentOnOnceItIsRefused() {
        both(
            [](Line& line) {
                line.head();
                line.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nb");
                line.waitUntilHeard();
                line.request();
            },
            [](HttpClient& client, ScriptServer& server) {
                const auto found =
                    outcome(client, post(server, large()), within(std::chrono::milliseconds(500)));
                CPPUNIT_ASSERT_MESSAGE(found, found.starts_with("deadline"));
                server.waitForClosed(server.connections());
                CPPUNIT_ASSERT_EQUAL(0, server.count("POST"));
            });
    }
    // An answer that has begun is no reason to stop: this server gives the rest for the rest.
    void isAnsweredPieceByPiece() {
        both(
            [](Line& line) {
                line.head();
                line.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no");
                line.waitUntilHeard();
                if (!line.request().empty()) line.send("k");
                line.hold();
            },
            [](HttpClient& client, ScriptServer& server) {
                same("200 ok", told(client, post(server, large())));
            });
    }
    static void meets(const std::function<void(Line&)>& end) {
        both(
            [&](Line& line) {
                if (line.head().starts_with("GET")) return void(line.send(kOk));
                end(line);
            },
            [](HttpClient& client, ScriptServer& server) {
                same("connection closed, maybe done", outcome(client, post(server, large())));
                same("200 ok", outcome(client, get(server)));
                CPPUNIT_ASSERT_EQUAL(2, server.connections());
            });
    }
    void meetsAServerThatCloses() {
        meets([](Line& line) { line.close(); });
    }
    void meetsAServerThatIsLost() {
        meets([](Line& line) { line.reset(); });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(LargeRequestsTest);
