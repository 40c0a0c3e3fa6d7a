// SPDX-License-Identifier: Apache-2.0
// Whom the client trusts, and what it says of the others.
#include <openssl/ssl.h>

#include "client_fixture.h"
#include "support/folder.h"

using support::Certificates;

class CertificateTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(CertificateTest);
    CPPUNIT_TEST(acceptsTheNameAndTheAddressOfTheCertificate);
    CPPUNIT_TEST(refusesAnotherName);
    CPPUNIT_TEST(refusesAnExpiredCertificate);
    CPPUNIT_TEST(refusesACertificateThatIsNotYetValid);
    CPPUNIT_TEST(refusesAnUnknownAuthority);
    CPPUNIT_TEST(refusesASelfSignedCertificate);
    CPPUNIT_TEST(acceptsASelfSignedCertificateThatIsTrusted);
    CPPUNIT_TEST(takesTheCertificatesThatTheEnvironmentNames);
    CPPUNIT_TEST(saysWhichCertificatesCannotBeRead);
    CPPUNIT_TEST(namesTheHostToTheServer);
    CPPUNIT_TEST_SUITE_END();

    static ScriptServer::Script answering() {
        return [](Line& line) {
            while (!line.request().empty()) line.send(kOk);
        };
    }
    // What comes of a POST to a server with that certificate; and the same client goes on working.
    static void shows(const std::string& expected, const std::string& certificate,
                      const std::string& host = "localhost") {
        const ScriptServer server(Certificates::get().server(certificate), answering());
        const ScriptServer good(Certificates::get().server("good"), answering());
        HttpClient client(trusting());
        auto request = post(server);
        request.url.replace(8, 9, host);
        same("200 ok", told(client, post(good)));
        same(expected, told(client, request));
        same("200 ok", told(client, post(good)));
        CPPUNIT_ASSERT_EQUAL(1, good.connections());
        CPPUNIT_ASSERT_EQUAL(expected == "200 ok" ? 1 : 0, server.count("POST"));
    }

    void acceptsTheNameAndTheAddressOfTheCertificate() {
        shows("200 ok", "good", "localhost");
        shows("200 ok", "good", "LocalHost");
        shows("200 ok", "address", "127.0.0.1");
    }
    void refusesAnotherName() {
        shows("tls: POST URL: the certificate is not for the host localhost.", "other");
        shows("tls: POST URL: the certificate is not for the host localhost.", "address");
        shows("tls: POST URL: the certificate is not for the host 127.0.0.1.", "good", "127.0.0.1");
    }
    void refusesAnExpiredCertificate() {
        shows("tls: POST URL: the certificate expired on " +
                  Certificates::get().lastDay("expired") + ".",
              "expired");
    }
    void refusesACertificateThatIsNotYetValid() {
        shows("tls: POST URL: the certificate is not valid before " +
                  Certificates::get().firstDay("early") + ".",
              "early");
    }
    void refusesAnUnknownAuthority() {
        shows("tls: POST URL: the certificate was issued by an authority that is not trusted.",
              "untrusted");
    }
    void refusesASelfSignedCertificate() {
        shows("tls: POST URL: the certificate is self-signed and not trusted.", "selfsigned");
    }
    void acceptsASelfSignedCertificateThatIsTrusted() {
        const ScriptServer server(Certificates::get().server("selfsigned"), answering());
        tenon::net::ClientOptions options;
        options.caFile = Certificates::get().file("selfsigned");
        HttpClient client(options);
        same("200 ok", told(client, post(server)));
    }
    void takesTheCertificatesThatTheEnvironmentNames() {
        const ScriptServer server(Certificates::get().server("good"), answering());
        for (const std::string name : {"SSL_CERT_FILE", "SSL_CERT_DIR", "OTHER"}) {
            tenon::net::ClientOptions options;
            options.environment = [&](std::string_view asked) -> std::optional<std::string> {
                if (asked != name) return std::nullopt;
                return name == "SSL_CERT_DIR" ? Certificates::get().hashed()
                                              : Certificates::get().ca();
            };
            HttpClient client(options);
            same(name == "OTHER" ? "tls" : "200 ok", outcome(client, post(server)));
        }
    }
    void saysWhichCertificatesCannotBeRead() {
        const ScriptServer server(Certificates::get().server("good"), answering());
        const support::Folder folder;
        const auto with = [&](const std::string& file) {
            tenon::net::ClientOptions options;
            options.caFile = file;
            HttpClient client(options);
            return told(client, post(server));
        };
        const auto missing = folder.path("missing.pem");
        same("tls: POST URL: the trusted certificates in " + missing + " cannot be read.",
             with(missing));
        const auto empty = folder.write("empty.pem", "");
        same("tls: POST URL: the trusted certificates in " + empty +
                 " cannot be used (no certificate or crl found).",
             with(empty));
        const auto broken = folder.write("broken.pem", "-----BEGIN CERTIFICATE-----\nxyz\n");
        same("tls: POST URL: the trusted certificates in " + broken +
                 " cannot be used (bad end line).",
             with(broken));
    }
    // A server with many names needs to know which is meant; an address is not a name (RFC 6066).
    void namesTheHostToTheServer() {
        for (const std::string host : {"localhost", "127.0.0.1"}) {
            Named named;
            const auto context =
                Certificates::get().server(host == "localhost" ? "good" : "address");
            SSL_CTX_set_tlsext_servername_arg(context->sslContext(), &named);
            SSL_CTX_set_tlsext_servername_callback(context->sslContext(), note);
            const ScriptServer server(context, answering());
            HttpClient client(trusting());
            auto request = post(server);
            request.url.replace(8, 9, host);
            same("200 ok", told(client, request));
            const std::scoped_lock lock(named.mutex);
            same(host == "localhost" ? "localhost" : "no name", named.host);
        }
    }
    struct Named {
        std::mutex mutex;
        std::string host;
    };
    static int note(SSL* ssl, int*, void* given) {
        auto* named = static_cast<Named*>(given);
        const std::scoped_lock lock(named->mutex);
        const char* host = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
        named->host = host ? host : "no name";
        return SSL_TLSEXT_ERR_OK;
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(CertificateTest);
