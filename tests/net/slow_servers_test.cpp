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

    // What goes on for ever after that beginning; then the same client is answered by the same
    // server, so that it is still good for something.
    static void goesOn(const std::string& beginning, const std::function<void(Line&)>& forEver) {
        both(
            [&](Line& line) {
                if (line.request().starts_with("GET")) return void(line.send(kOk));
                line.send(beginning);
                forEver(line);
            },
            [](HttpClient& client, ScriptServer& server) {
                same(
                    "deadline: POST URL: the time was up. The request had been sent, so the remote "
                    "side may have acted on it.",
                    told(client, post(server), within(std::chrono::milliseconds(200))));
                server.waitForClosed(1);
                same("200 ok", told(client, get(server)));
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
        both(
            [](Line& line) {
                if (line.head().starts_with("GET")) return void(line.send(kOk));
                line.waitForClose();
            },
            [](HttpClient& client, ScriptServer& server) {
                same("deadline, maybe done",
                     outcome(client, post(server, std::string(20u << 20, 'a')),
                             within(std::chrono::milliseconds(200))));
                server.waitForClosed(1);
                same("200 ok", told(client, get(server)));
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
             told(client, request, within(std::chrono::milliseconds(200))));
        server.waitForClosed(1);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(SlowServersTest);
