// SPDX-License-Identifier: Apache-2.0
// Servers that misbehave, over plain HTTP and over TLS: the right answer or one typed error, and a
// client that goes on working.
#include <cppunit/extensions/HelperMacros.h>
#include <zlib.h>

#include "net/client.h"
#include "script_server.h"

using support::Certificates;
using support::Line;
using support::ScriptServer;
using tenon::Done;
using tenon::HttpRequest;
using tenon::Limits;
using tenon::net::HttpClient;

namespace {

const std::string kOk = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

std::string gzip(const std::string& text) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(compressBound(text.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

Limits within(std::chrono::milliseconds time) {
    return {std::chrono::steady_clock::now() + time, {}};
}

}  // namespace

class BadServersTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(BadServersTest);
    CPPUNIT_TEST(closesAnIdleConnection);
    CPPUNIT_TEST(resetsAnIdleConnection);
    CPPUNIT_TEST(closesWithoutAnAnswer);
    CPPUNIT_TEST(cutsTheBodyShort);
    CPPUNIT_TEST(neverFinishes);
    CPPUNIT_TEST(packsTheBody);
    CPPUNIT_TEST(framesTheBodyTwice);
    CPPUNIT_TEST(sendsTooManyOrTooLongHeaders);
    CPPUNIT_TEST(encodesALineBreakIntoAHeader);
    CPPUNIT_TEST(speaksSomethingElse);
    CPPUNIT_TEST(saysMoreThanOneHead);
    CPPUNIT_TEST(redirects);
    CPPUNIT_TEST(answersWithoutABody);
    CPPUNIT_TEST(answersBeforeTheBodyIsSent);
    CPPUNIT_TEST(showsABadCertificate);
    CPPUNIT_TEST(refusesWhatCannotBeSent);
    CPPUNIT_TEST(cannotBeReached);
    CPPUNIT_TEST(stopsWhenAsked);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static tenon::net::ClientOptions trusting() {
        tenon::net::ClientOptions options;
        options.caFile = Certificates::get().ca();
        return options;
    }
    // Runs the code against a plain server and against one with TLS.
    static void both(const ScriptServer::Script& script,
                     const std::function<void(HttpClient&, ScriptServer&)>& code) {
        for (const bool tls : {false, true}) {
            ScriptServer server(tls ? Certificates::get().server("good") : nullptr, script);
            HttpClient client(trusting());
            code(client, server);
        }
    }
    static std::string outcome(HttpClient& client, const HttpRequest& request,
                               const Limits& limits = within(std::chrono::seconds(20))) {
        const auto result = client.send(request, limits);
        if (result) return std::to_string(result.value().status) + " " + result.value().body;
        return result.error().title + (result.error().done == Done::maybe ? ", maybe done" : "");
    }
    static HttpRequest get(const ScriptServer& server) {
        return {.method = "GET", .url = server.url()};
    }
    static HttpRequest post(const ScriptServer& server, std::string body = "{}") {
        return {.method = "POST", .url = server.url(), .body = std::move(body)};
    }
    // What a GET gives when the server answers with these bytes and closes.
    static void answered(const std::string& expected, const std::string& bytes) {
        both([&](Line& line) { line.request(), line.send(bytes); },
             [&](HttpClient& client, ScriptServer& server) {
                 same(expected, outcome(client, get(server)));
             });
    }

    void closesAnIdleConnection() {
        both([](Line& line) { line.request(), line.send(kOk); },
             [](HttpClient& client, ScriptServer& server) {
                 for (int i = 1; i <= 3; ++i) {
                     same("200 ok", outcome(client, post(server)));
                     server.waitForClosed(i);
                 }
             });
    }
    void resetsAnIdleConnection() {
        both([](Line& line) { line.request(), line.send(kOk), line.request(), line.reset(); },
             [](HttpClient& client, ScriptServer& server) {
                 same("200 ok", outcome(client, get(server)));
                 same("200 ok", outcome(client, get(server)));
                 same("connection closed, maybe done", outcome(client, post(server)));
             });
    }
    void closesWithoutAnAnswer() {
        both([](Line& line) { line.request(); },
             [](HttpClient& client, ScriptServer& server) {
                 const auto result = client.send(post(server), {});
                 same("POST " + server.url() +
                          ": the connection was closed without an answer. The request had been "
                          "sent, so the remote side may have acted on it.",
                      result.error().detail);
                 CPPUNIT_ASSERT(result.error().done == Done::maybe);
                 CPPUNIT_ASSERT_EQUAL(1, server.connections());
                 same("connection closed", outcome(client, get(server)));
             });
    }
    void cutsTheBodyShort() {
        answered("truncated", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        answered("truncated", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
        answered("truncated", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
        answered("truncated", "HTTP/1.1 200 OK\r\nContent-Le");
        answered("200 ab",
                 "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n");
    }
    void neverFinishes() {
        for (const std::string& beginning :
             {std::string(), std::string("HTTP/1.1 2"),
              std::string("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na")})
            both([&](Line& line) { line.request(), line.send(beginning), line.hold(); },
                 [](HttpClient& client, ScriptServer& server) {
                     same("deadline, maybe done",
                          outcome(client, post(server), within(std::chrono::milliseconds(50))));
                 });
    }
    void packsTheBody() {
        const auto packed = [](const std::string& body) {
            return "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " +
                   std::to_string(body.size()) + "\r\n\r\n" + body;
        };
        answered("200 hello", packed(gzip("hello")));
        answered("too large", packed(gzip(std::string(50u << 20, 'a'))));
        answered("truncated", packed(gzip("hello").substr(0, 12)));
        answered("malformed", packed("no gzip at all"));
    }
    void framesTheBodyTwice() {
        const auto with = [](const std::string& headers) {
            answered("malformed", "HTTP/1.1 200 OK\r\n" + headers + "\r\nok\r\n");
        };
        with("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n");
        with("Content-Length: 2\r\nContent-Length: 3\r\n");
        with("Content-Length: -2\r\n");
        with("Content-Length: two\r\n");
        with("Transfer-Encoding: gzip, chunked\r\n");
        with("Transfer-Encoding: chunked\r\n");
    }
    void sendsTooManyOrTooLongHeaders() {
        std::string many;
        for (int i = 0; i < 500; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
        answered("malformed", "HTTP/1.1 200 OK\r\n" + many + "\r\n");
        answered("too large", "HTTP/1.1 200 OK\r\nX: " + std::string(20 * 1024, 'y') + "\r\n\r\n");
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
                const auto result = client.send(get(server), {});
                same("=?utf-8?B?DQpFdmlsOiAx?=", *result.value().header("x"));
                same("=?utf-8?B?", *result.value().header("y"));
            });
    }
    void speaksSomethingElse() {
        answered("malformed", "SSH-2.0-OpenSSH_9.2\r\n\r\n");
        answered("999 x", "HTTP/1.1 999 Odd\r\nContent-Length: 1\r\n\r\nx");
        answered("malformed", "HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\r\n");
        answered("malformed", "HTTP/1.1 101 Switching Protocols\r\n\r\n");
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
                same("200 0", outcome(client, get(server)));
                same("200 1", outcome(client, get(server)));
                CPPUNIT_ASSERT_EQUAL(1, server.connections());
            });
    }
    void redirects() {
        both(
            [](Line& line) {
                while (true) {
                    const auto request = line.request();
                    if (request.empty()) return;
                    line.send(request.starts_with("GET /there")
                                  ? kOk
                                  : "HTTP/1.1 302 Found\r\nLocation: " +
                                        std::string(request.starts_with("GET /away")
                                                        ? "http://other.example/"
                                                        : "/there") +
                                        "\r\nContent-Length: 0\r\n\r\n");
                }
            },
            [](HttpClient& client, ScriptServer& server) {
                auto request = get(server);
                same("302 ", outcome(client, request));
                request.followRedirects = true;
                same("200 ok", outcome(client, request));
                request.url = server.url("/away");
                same("302 ", outcome(client, request));
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
                same("200 ", outcome(client, head));
                same("204 ", outcome(client, get(server)));
                same("204 ", outcome(client, get(server)));
                CPPUNIT_ASSERT_EQUAL(1, server.connections());
            });
    }
    void answersBeforeTheBodyIsSent() {
        both(
            [](Line& line) {
                line.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
                line.hold();
            },
            [](HttpClient& client, ScriptServer& server) {
                same("413 big", outcome(client, post(server, std::string(20u << 20, 'a'))));
            });
    }
    void showsABadCertificate() {
        const auto detail = [](const std::string& certificate, const std::string& text) {
            ScriptServer server(Certificates::get().server(certificate),
                                [](Line& line) { line.hold(); });
            HttpClient client(trusting());
            const auto result = client.send(post(server), within(std::chrono::seconds(20)));
            same("tls", result.error().title);
            CPPUNIT_ASSERT(result.error().done == Done::no);
            const auto at = result.error().detail.find(text);
            CPPUNIT_ASSERT_MESSAGE(result.error().detail, at != std::string::npos);
        };
        detail("selfsigned", "the certificate is self-signed and not trusted");
        detail("expired", "the certificate expired on 20");
        detail("wronghost", "the certificate is not for the host localhost");
    }
    void refusesWhatCannotBeSent() {
        both([](Line& line) { line.hold(); },
             [](HttpClient& client, ScriptServer& server) {
                 auto request = get(server);
                 request.headers = {{"X-A", "b\r\nEvil: 1"}};
                 same(
                     "request: the value of the header X-A holds a line break or another control "
                     "character. Nothing was sent.",
                     client.send(request, {}).error().detail);
                 request.headers = {{"X A", "b"}};
                 same("request refused", outcome(client, request));
                 request.headers = {{"Content-Length", "1"}};
                 same("request refused", outcome(client, request));
                 request.headers.clear();
                 request.url += "a b";
                 same("request refused", outcome(client, request));
                 CPPUNIT_ASSERT_EQUAL(0, server.connections());
             });
    }
    void cannotBeReached() {
        HttpClient client;
        same("connect", outcome(client, {.method = "POST", .url = "http://127.0.0.1:1/"}));
        same("connect", outcome(client, {.method = "GET", .url = "http://nowhere.invalid/"}));
    }
    void stopsWhenAsked() {
        both([](Line& line) { line.request(), line.hold(); },
             [](HttpClient& client, ScriptServer& server) {
                 std::stop_source source;
                 std::thread other([&] {
                     while (server.connections() == 0) std::this_thread::yield();
                     source.request_stop();
                 });
                 const auto found = outcome(client, post(server), {.stop = source.get_token()});
                 other.join();
                 CPPUNIT_ASSERT(found == "cancelled" || found == "cancelled, maybe done");
             });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(BadServersTest);
