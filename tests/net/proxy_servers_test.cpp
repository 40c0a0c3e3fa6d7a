// SPDX-License-Identifier: Apache-2.0
// Requests through a proxy: plain ones by their whole URL, those over TLS through a tunnel that the
// proxy cannot look into.
#include "client_fixture.h"

using support::Certificates;

class ProxyServersTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(ProxyServersTest);
    CPPUNIT_TEST(carryPlainRequests);
    CPPUNIT_TEST(carryTlsInATunnel);
    CPPUNIT_TEST(areToldTheirCredentialsAndNoServerIs);
    CPPUNIT_TEST(cannotPassForTheServer);
    CPPUNIT_TEST(areUsedAgain);
    CPPUNIT_TEST(areAskedForNothingOnThisMachine);
    CPPUNIT_TEST(areNotAskedWhereNoProxySays);
    CPPUNIT_TEST(mayRefuse);
    CPPUNIT_TEST(mayBreakOff);
    CPPUNIT_TEST(mayStall);
    CPPUNIT_TEST(mayBeOutOfReach);
    CPPUNIT_TEST(areNamedWrongly);
    CPPUNIT_TEST_SUITE_END();

    static tenon::net::ClientOptions through(const std::string& proxy,
                                             const std::string& exceptions = "") {
        auto options = trusting();
        options.environment = [=](std::string_view name) -> std::optional<std::string> {
            if (name == "all_proxy") return proxy;
            if (name == "no_proxy") return exceptions;
            return std::nullopt;
        };
        return options;
    }
    static HttpRequest other(bool tls) {
        return {.method = "POST",
                .url = tls ? "https://other.example:444/a" : "http://other.example:81/a"};
    }
    static std::string at(const ScriptServer& proxy, const std::string& credentials = "") {
        return "http://" + credentials + "localhost:" + std::to_string(proxy.port());
    }

    // Answers as the server itself, behind a tunnel if it is asked for one.
    static ScriptServer::Script carrying(const std::string& certificate) {
        return [certificate](Line& line) {
            for (auto got = line.request(); !got.empty(); got = line.request()) {
                if (got.starts_with("CONNECT ")) {
                    line.send("HTTP/1.1 200 Connection established\r\nVia: 1.1 x\r\n\r\n");
                    line.startTls(Certificates::get().server(certificate));
                } else {
                    line.send(kOk);
                }
            }
        };
    }

    void carryPlainRequests() {
        const ScriptServer proxy(nullptr, carrying("other"));
        HttpClient client(through(at(proxy)));
        same("200 ok", told(client, other(false)));
        const auto seen = proxy.requests().at(0);
        same("POST http://other.example:81/a HTTP/1.1\r\nHost: other.example:81\r\n",
             seen.substr(0, seen.find("User-Agent")));
    }
    void carryTlsInATunnel() {
        const ScriptServer proxy(nullptr, carrying("other"));
        HttpClient client(through(at(proxy)));
        same("200 ok", told(client, other(true)));
        same("CONNECT other.example:444 HTTP/1.1\r\nHost: other.example:444\r\n\r\n",
             proxy.requests().at(0));
        const auto inside = proxy.requests().at(1);
        same("POST /a HTTP/1.1\r\nHost: other.example:444\r\n",
             inside.substr(0, inside.find("User-Agent")));
    }
    void areToldTheirCredentialsAndNoServerIs() {
        const ScriptServer proxy(nullptr, carrying("other"));
        HttpClient client(through(at(proxy, "user:pass@")));
        same("200 ok", told(client, other(false)));
        same("200 ok", told(client, other(true)));
        const std::string header = "\r\nProxy-Authorization: Basic dXNlcjpwYXNz\r\n";
        const auto seen = proxy.requests();
        CPPUNIT_ASSERT(seen.at(0).find(header) != std::string::npos);
        same("CONNECT other.example:444 HTTP/1.1\r\nHost: other.example:444" + header + "\r\n",
             seen.at(1));
        CPPUNIT_ASSERT(seen.at(2).find("Proxy-Authorization") == std::string::npos);
    }
    void cannotPassForTheServer() {
        const ScriptServer proxy(nullptr, carrying("good"));
        HttpClient client(through(at(proxy)));
        same("tls: POST URL: the certificate is not for the host other.example.",
             told(client, other(true)));
        CPPUNIT_ASSERT_EQUAL(0, proxy.count("POST"));
        const ScriptServer stranger(nullptr, carrying("selfsigned"));
        HttpClient another(through(at(stranger)));
        same("tls: POST URL: the certificate is self-signed and not trusted.",
             told(another, other(true)));
    }
    void areUsedAgain() {
        const ScriptServer proxy(nullptr, carrying("other"));
        HttpClient client(through(at(proxy)));
        for (int i = 0; i < 3; ++i)
            for (const bool tls : {false, true}) same("200 ok", told(client, other(tls)));
        CPPUNIT_ASSERT_EQUAL(2, proxy.connections());
        CPPUNIT_ASSERT_EQUAL(1, proxy.count("CONNECT"));
    }
    void areAskedForNothingOnThisMachine() {
        const ScriptServer proxy(nullptr, carrying("other"));
        both([](Line& line) { line.request(), line.send(kOk); },
             [&](HttpClient&, ScriptServer& server) {
                 HttpClient client(through(at(proxy)));
                 same("200 ok", told(client, post(server)));
             });
        CPPUNIT_ASSERT_EQUAL(0, proxy.connections());
    }
    void areNotAskedWhereNoProxySays() {
        const ScriptServer proxy(nullptr, carrying("other"));
        const ScriptServer server(nullptr, [](Line& line) { line.request(), line.send(kOk); });
        auto options = through(at(proxy), ".example");
        options.resolve = {
            {"other.example", 81, "127.0.0.1"},
            {"other.example", static_cast<std::uint16_t>(server.port()), "127.0.0.1"}};
        HttpClient client(options);
        same("200 ok",
             told(client, {.url = "http://other.example:" + std::to_string(server.port()) + "/"}));
        CPPUNIT_ASSERT_EQUAL(0, proxy.connections());
    }

    // What comes of a tunnel, when the proxy answers with that and closes.
    static std::string tunnelled(const std::string& answer) {
        const ScriptServer proxy(nullptr, [&](Line& line) { line.request(), line.send(answer); });
        HttpClient client(through(at(proxy, "user:secret@")));
        return told(client, other(true));
    }
    void mayRefuse() {
        const auto refuses = [](const std::string& words, const std::string& answer) {
            same("connect: POST URL: the proxy localhost refused the connection (" + words + ").",
                 tunnelled(answer));
        };
        refuses("403 Forbidden", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        refuses("407 Who are you?",
                "HTTP/1.1 407 Who are you?\r\nProxy-Authenticate: Basic\r\n"
                "Content-Length: 9999\r\n\r\n<html>");
        refuses("502", "HTTP/1.1 502\r\n\r\n");
        refuses("302 Found", "HTTP/1.1 302 Found\r\nLocation: http://a/\r\n\r\n");
    }
    void mayBreakOff() {
        same(
            "connect: POST URL: the proxy localhost did not answer: the connection was closed "
            "without an answer.",
            tunnelled(""));
        same(
            "connect: POST URL: the proxy localhost did not answer: the connection was closed in "
            "the middle of the answer, which is incomplete.",
            tunnelled("HTTP/1.1 200"));
        same("connect: POST URL: the proxy localhost did not answer: the answer is not HTTP/1.1.",
             tunnelled("SSH-2.0-OpenSSH_9.2\r\n"));
        same("tls: POST URL: the server closed the connection during the TLS handshake.",
             tunnelled("HTTP/1.1 200 OK\r\n\r\n"));
    }
    void mayStall() {
        for (const std::string beginning :
             {"", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n\r\n"}) {
            const ScriptServer proxy(nullptr, [&](Line& line) {
                line.request();
                line.send(beginning);
                line.hold();
            });
            HttpClient client(through(at(proxy)));
            same("deadline: POST URL: the time was up.",
                 told(client, other(true), within(std::chrono::milliseconds(500))));
        }
    }
    void mayBeOutOfReach() {
        HttpClient client(through("http://user:secret@127.0.0.1:1"));
        for (const bool tls : {false, true})
            same(
                "connect: POST URL: the proxy 127.0.0.1 cannot be reached: no connection to "
                "127.0.0.1:1 (Connection refused).",
                told(client, other(tls)));
    }
    void areNamedWrongly() {
        HttpClient client(through("socks5://user:secret@localhost:1080"));
        for (const bool tls : {false, true})
            same(
                "request refused: request: the proxy that the environment names is not of the form "
                "http://HOST:PORT. Nothing was sent.",
                told(client, other(tls)));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ProxyServersTest);
