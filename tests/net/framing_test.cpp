// SPDX-License-Identifier: Apache-2.0
// Answers whose end or whose shape is wrong, unusual or unclear.
#include "client_fixture.h"

class FramingTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(FramingTest);
    CPPUNIT_TEST(closesWithoutAnAnswer);
    CPPUNIT_TEST(cutsTheBodyShort);
    CPPUNIT_TEST(endsTheBodyByClosing);
    CPPUNIT_TEST(breaksInTheMiddleOfTheBody);
    CPPUNIT_TEST(framesTheBodyTwice);
    CPPUNIT_TEST(sendsTooManyOrTooLongHeaders);
    CPPUNIT_TEST(encodesALineBreakIntoAHeader);
    CPPUNIT_TEST(speaksSomethingElse);
    CPPUNIT_TEST(saysMoreThanOneHead);
    CPPUNIT_TEST(answersWithoutABody);
    CPPUNIT_TEST_SUITE_END();

    void closesWithoutAnAnswer() {
        both([](Line& line) { line.request(); },
             [](HttpClient& client, ScriptServer& server) {
                 same(
                     "connection closed: POST URL: the connection was closed without an answer. "
                     "The request had been sent, so the remote side may have acted on it.",
                     told(client, post(server)));
                 CPPUNIT_ASSERT_EQUAL(1, server.count("POST"));
                 same("connection closed: GET URL: the connection was closed without an answer.",
                      told(client, get(server)));
                 CPPUNIT_ASSERT_EQUAL(1, server.count("GET"));
             });
    }
    void cutsTheBodyShort() {
        const std::string cut =
            "truncated: GET URL: the connection was closed in the middle of the answer, which is "
            "incomplete.";
        answered(cut, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        answered(cut, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
        answered(cut, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
        answered(cut, "HTTP/1.1 200 OK\r\nContent-Le");
        answered(cut, "HTTP/1.1 100 Continue\r\n\r\n");
        answered("200 ab",
                 "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n");
    }
    // Nothing tells a whole body from a cut one here, so that the reader of the JSON has to know.
    void endsTheBodyByClosing() {
        both([](Line& line) { line.request(), line.send("HTTP/1.1 200 OK\r\n\r\n{\"id\": 4"); },
             [](HttpClient& client, ScriptServer& server) {
                 const auto result = client.send(get(server), patiently());
                 same("{\"id\": 4", result.value().body);
                 CPPUNIT_ASSERT(result.value().endedByClose);
             });
        both([](Line& line) { line.request(), line.send(kOk); },
             [](HttpClient& client, ScriptServer& server) {
                 CPPUNIT_ASSERT(!client.send(get(server), patiently()).value().endedByClose);
             });
    }
    void breaksInTheMiddleOfTheBody() {
        both(
            [](Line& line) {
                const bool first = line.request().starts_with("GET /first");
                line.send(first ? "HTTP/1.1 200 OK\r\n\r\n{\"id\": 4" : kOk);
                if (!first) return;
                line.waitUntilHeard();
                line.reset();
            },
            [](HttpClient& client, ScriptServer& server) {
                same("truncated", outcome(client, get(server, "/first")));
                same("200 ok", outcome(client, get(server)));
            });
    }
    void framesTheBodyTwice() {
        const auto with = [](const std::string& headers, const std::string& text) {
            answered("malformed: GET URL: the answer" + text + ".",
                     "HTTP/1.1 200 OK\r\n" + headers + "\r\nok\r\n");
        };
        with("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
             " has both Content-Length and Transfer-Encoding, so its end is unclear");
        with("Content-Length: 2\r\nContent-Length: 3\r\n", " has two Content-Length headers");
        with("Content-Length: 2\r\nContent-Length: 2\r\n", " has two Content-Length headers");
        with("Content-Length: -2\r\n", "'s Content-Length is no number");
        with("Content-Length: two\r\n", "'s Content-Length is no number");
        with("Transfer-Encoding: gzip, chunked\r\n", " has a Transfer-Encoding other than chunked");
        with("Transfer-Encoding: chunked\r\n", "'s chunk size is no number");
    }
    void sendsTooManyOrTooLongHeaders() {
        std::string many;
        for (int i = 0; i < 500; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
        answered("malformed: GET URL: the answer has more than 256 header fields.",
                 "HTTP/1.1 200 OK\r\n" + many + "\r\n");
        answered("too large: GET URL: a line of the answer's head is longer than 16 KB.",
                 "HTTP/1.1 200 OK\r\nX: " + std::string(20 * 1024, 'y') + "\r\n\r\n");
    }
    void encodesALineBreakIntoAHeader() {
        both(
            [](Line& line) {
                line.request();
                line.send(
                    "HTTP/1.1 200 OK\r\nX: =?utf-8?B?DQpFdmlsOiAx?=\r\nY: =?utf-8?B?\r\n"
                    "Content-Length: 0\r\n\r\n");
            },
            [](HttpClient& client, ScriptServer& server) {
                const auto result = client.send(get(server), patiently());
                same("=?utf-8?B?DQpFdmlsOiAx?=", *result.value().header("x"));
                same("=?utf-8?B?", *result.value().header("y"));
            });
    }
    void speaksSomethingElse() {
        answered("malformed: GET URL: the answer is not HTTP/1.1.", "SSH-2.0-OpenSSH_9.2\r\n\r\n");
        answered("999 x", "HTTP/1.1 999 Odd\r\nContent-Length: 1\r\n\r\nx");
        answered("malformed: GET URL: the answer changes the protocol, which nobody asked for.",
                 "HTTP/1.1 101 Switching Protocols\r\n\r\n");
    }
    void saysMoreThanOneHead() {
        both(
            [](Line& line) {
                for (int i = 0; !line.request().empty(); ++i)
                    line.send(
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n"
                        "\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" +
                        std::to_string(i));
            },
            [](HttpClient& client, ScriptServer& server) {
                same("200 0", told(client, get(server)));
                same("200 1", told(client, get(server)));
                CPPUNIT_ASSERT_EQUAL(1, server.connections());
            });
    }
    void answersWithoutABody() {
        both(
            [](Line& line) {
                for (auto request = line.request(); !request.empty(); request = line.request())
                    line.send(request.starts_with("HEAD")
                                  ? "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n"
                                  : "HTTP/1.1 204 No Content\r\n\r\n");
            },
            [](HttpClient& client, ScriptServer& server) {
                auto head = get(server);
                head.method = "HEAD";
                same("200 ", told(client, head));
                same("204 ", told(client, get(server)));
                same("204 ", told(client, get(server)));
                CPPUNIT_ASSERT_EQUAL(1, server.connections());
            });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(FramingTest);
