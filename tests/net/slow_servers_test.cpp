// SPDX-License-Identifier: Apache-2.0
// Servers that never come to an end. The deadline is for the whole request, so that a byte now and
// then wins nothing: the server sees the client close while it still goes on.
#include "client_fixture.h"

class SlowServersTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(SlowServersTest);
    CPPUNIT_TEST(sayNothing);
    CPPUNIT_TEST(stopInTheMiddle);
    CPPUNIT_TEST(dripABodyWithoutAnEnd);
    CPPUNIT_TEST(dripABodyOfAGivenLength);
    CPPUNIT_TEST(dripChunks);
    CPPUNIT_TEST(dripHeaders);
    CPPUNIT_TEST(dripInterimAnswers);
    CPPUNIT_TEST(floodWithInterimAnswers);
    CPPUNIT_TEST(neverReadTheRequest);
    CPPUNIT_TEST(dripWhileTheyAreConnectedTo);
    CPPUNIT_TEST_SUITE_END();

    // What comes of a POST whose deadline passes after the server saw it: a machine that is too
    // busy for that gets more time. Then the server sees the client close, and answers the same
    // client.
    static void passes(HttpClient& client, ScriptServer& server, const std::string& body,
                       const std::atomic<bool>& seen) {
        std::string found;
        for (auto time = std::chrono::milliseconds(100); !seen; time *= 2)
            found = told(client, post(server, body), within(time));
        same(
            "deadline: POST URL: the time was up. The request had been sent, so the remote side "
            "may have acted on it.",
            found);
        server.waitForClosed(server.connections());
        same("200 ok", told(client, get(server)));
    }
    // What goes on for ever after that beginning.
    static void goesOn(const std::string& beginning, const std::function<void(Line&)>& forEver) {
        std::atomic<bool> seen = false;
        both(
            [&](Line& line) {
                const auto got = line.request();
                if (got.starts_with("GET")) return void(line.send(kOk));
                if (got.empty()) return;
                seen = true;
                line.send(beginning);
                forEver(line);
            },
            [&](HttpClient& client, ScriptServer& server) {
                seen = false;
                passes(client, server, "{}", seen);
            });
    }
    static void drips(const std::string& beginning, const std::string& bytes) {
        goesOn(beginning, [bytes](Line& line) { line.drip(bytes); });
    }

    void sayNothing() {
        goesOn("", [](Line& line) { line.hold(); });
    }
    void stopInTheMiddle() {
        for (const auto* beginning :
             {"H", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na",
              "HTTP/1.1 200 OK\r\n\r\na", "HTTP/1.1 100 Continue\r\n\r\n"})
            goesOn(beginning, [](Line& line) { line.hold(); });
    }
    void dripABodyWithoutAnEnd() { drips("HTTP/1.1 200 OK\r\n\r\n", "x"); }
    void dripABodyOfAGivenLength() {
        drips("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "x");
    }
    void dripChunks() {
        drips("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n");
    }
    void dripHeaders() {
        drips("", "HTTP/1.1 100 Continue\r\nX: y\r\n\r\n");
        drips("HTTP/1.1 200 OK\r\n", "X: y\r\n");
        drips("HTTP/1.1 200 OK\r\nX: ", "y");
    }
    void dripInterimAnswers() { drips("", "HTTP/1.1 103 Early Hints\r\n\r\n"); }
    void floodWithInterimAnswers() {
        goesOn("", [](Line& line) {
            while (line.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")) continue;
        });
    }
    void neverReadTheRequest() {
        std::atomic<bool> seen = false;
        both(
            [&](Line& line) {
                const auto got = line.head();
                if (got.starts_with("GET")) return void(line.send(kOk));
                if (got.empty()) return;
                seen = true;
                line.waitForClose();
            },
            [&](HttpClient& client, ScriptServer& server) {
                seen = false;
                passes(client, server, std::string(8u << 20, 'a'), seen);
            });
    }
    void dripWhileTheyAreConnectedTo() {
        // The head of a TLS message that is as long as one can be, and then its body.
        const ScriptServer server(nullptr, [](Line& line) {
            line.read();
            line.send("\x16\x03\x03\x40");
            line.drip(std::string(1, '\0'));
        });
        HttpClient client(trusting());
        auto request = post(server);
        request.url.insert(4, "s");
        same("deadline: POST URL: the time was up.",
             told(client, request, within(std::chrono::milliseconds(500))));
        server.waitForClosed(1);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(SlowServersTest);
