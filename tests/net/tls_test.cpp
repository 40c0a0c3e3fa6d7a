// SPDX-License-Identifier: Apache-2.0
// TLS that ends too early, never begins, or is not what was asked for.
#include <openssl/err.h>
#include <openssl/ssl.h>

#include "client_fixture.h"

using support::Certificates;

class TlsTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(TlsTest);
    CPPUNIT_TEST(refusesAnOldVersion);
    CPPUNIT_TEST(refusesWeakCiphers);
    CPPUNIT_TEST(saysThatTheServerWantsACertificate);
    CPPUNIT_TEST(servesWhereACertificateIsWelcomeOnly);
    CPPUNIT_TEST(givesUpAHandshakeThatStalls);
    CPPUNIT_TEST(saysThatTheServerClosedInTheHandshake);
    CPPUNIT_TEST(saysThatThereIsNoTls);
    CPPUNIT_TEST(saysThatThereIsTls);
    CPPUNIT_TEST(takesAnEndWithoutGoodbyeForACut);
    CPPUNIT_TEST(worksInAThreadWhoseErrorsNobodyTook);
    CPPUNIT_TEST_SUITE_END();

    static ScriptServer::Script answering() {
        return [](Line& line) {
            while (!line.request().empty()) line.send(kOk);
        };
    }
    static SSL_CTX* inside(const Poco::Net::Context::Ptr& context) { return context->sslContext(); }

    void refusesAnOldVersion() {
        const auto context = Certificates::get().server("good");
        SSL_CTX_set_min_proto_version(inside(context), TLS1_1_VERSION);
        SSL_CTX_set_max_proto_version(inside(context), TLS1_1_VERSION);
        SSL_CTX_set_security_level(inside(context), 0);
        SSL_CTX_set_cipher_list(inside(context), "ALL:@SECLEVEL=0");
        const ScriptServer server(context, answering());
        HttpClient client(trusting());
        same("tls: POST URL: the server offers no version of TLS from 1.2 on.",
             told(client, post(server)));
    }
    void refusesWeakCiphers() {
        const auto context = Certificates::get().server("good");
        SSL_CTX_set_max_proto_version(inside(context), TLS1_2_VERSION);
        SSL_CTX_set_cipher_list(inside(context), "ECDHE-ECDSA-AES128-SHA");
        const ScriptServer server(context, answering());
        HttpClient client(trusting());
        same("tls: POST URL: the server refused the TLS handshake (handshake failure).",
             told(client, post(server)));
    }
    // With TLS 1.3 the server refuses after the client's part of the handshake is over.
    void saysThatTheServerWantsACertificate() {
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            const auto context = Certificates::get().server("good");
            SSL_CTX_set_max_proto_version(inside(context), version);
            SSL_CTX_set_verify(inside(context), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT,
                               nullptr);
            const ScriptServer server(context, answering());
            const ScriptServer good(Certificates::get().server("good"), answering());
            HttpClient client(trusting());
            for (const auto& body : {std::string("{}"), std::string(8u << 20, 'a')})
                same("tls: POST URL: the server wants a client certificate, and there is none.",
                     told(client, post(server, body)));
            CPPUNIT_ASSERT_EQUAL(0, server.count("POST"));
            same("200 ok", told(client, post(good)));
        }
    }
    void servesWhereACertificateIsWelcomeOnly() {
        const auto context = Certificates::get().server("good");
        SSL_CTX_set_verify(inside(context), SSL_VERIFY_PEER, nullptr);
        const ScriptServer server(context, [](Line& line) {
            if (line.request().starts_with("GET")) line.send(kOk);
        });
        HttpClient client(trusting());
        same("200 ok", outcome(client, get(server)));
        same("connection closed, maybe done", outcome(client, post(server)));
    }
    void givesUpAHandshakeThatStalls() {
        for (const std::string beginning : {"", "\x16\x03\x03\x40"}) {
            const ScriptServer server(nullptr, [&](Line& line) {
                line.send(beginning);
                line.waitForClose();
            });
            HttpClient client(trusting());
            auto request = post(server);
            request.url.insert(4, "s");
            same("deadline: POST URL: the time was up.",
                 told(client, request, within(std::chrono::milliseconds(500))));
        }
    }
    void saysThatTheServerClosedInTheHandshake() {
        for (const bool reset : {false, true}) {
            const ScriptServer server(nullptr, [&](Line& line) {
                line.read();
                if (reset) line.reset();
            });
            HttpClient client(trusting());
            auto request = post(server);
            request.url.insert(4, "s");
            same("tls: POST URL: the server closed the connection during the TLS handshake.",
                 told(client, request));
        }
    }
    void saysThatThereIsNoTls() {
        const ScriptServer server(nullptr, [](Line& line) {
            line.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            line.hold();
        });
        HttpClient client(trusting());
        auto request = post(server);
        request.url.insert(4, "s");
        same(
            "tls: POST URL: the server does not speak TLS; perhaps the URL should begin with "
            "http://.",
            told(client, request));
    }
    void saysThatThereIsTls() {
        const ScriptServer server(Certificates::get().server("good"), answering());
        HttpClient client(trusting());
        auto request = post(server);
        request.url.erase(4, 1);
        same("connection closed, maybe done", outcome(client, request));
        const ScriptServer alerting(nullptr, [](Line& line) {
            line.head();
            line.send(std::string("\x15\x03\x01\x00\x02\x02\x28", 7));
        });
        same(
            "malformed: POST URL: the answer is TLS; the URL begins with http:// and not "
            "https://. The request had been sent, so the remote side may have acted on it.",
            told(client, post(alerting)));
    }
    // An attacker can end a connection, but cannot say goodbye in the server's name.
    void takesAnEndWithoutGoodbyeForACut() {
        for (const auto* answer :
             {"", "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n{\"id\": 4",
              "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"}) {
            const ScriptServer server(Certificates::get().server("good"), [&](Line& line) {
                if (line.request().starts_with("GET /second")) return void(line.send(kOk));
                line.send(answer);
                line.cut();
            });
            HttpClient client(trusting());
            same(*answer
                     ? "truncated: GET URL: the connection broke in the middle of the answer, "
                       "which is incomplete."
                     : "connection closed: GET URL: the connection broke before an answer came.",
                 told(client, get(server)));
            same("200 ok", told(client, get(server, "/second")));
        }
    }
    void worksInAThreadWhoseErrorsNobodyTook() {
        const ScriptServer server(Certificates::get().server("good"), answering());
        HttpClient client(trusting());
        for (int i = 0; i < 3; ++i) {
            ERR_raise(ERR_LIB_SSL, SSL_R_HTTP_REQUEST);
            ERR_raise(ERR_LIB_SSL, SSL_R_HTTP_REQUEST);
            same("200 ok", told(client, post(server, std::string(4u << 20, 'a'))));
        }
        ERR_clear_error();
        CPPUNIT_ASSERT_EQUAL(1, server.connections());
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(TlsTest);
