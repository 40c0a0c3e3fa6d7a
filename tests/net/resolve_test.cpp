// SPDX-License-Identifier: Apache-2.0
// --resolve HOST:PORT:ADDRESS: what it may say, and that it leads elsewhere without trusting more.
#include "client_fixture.h"

using tenon::net::parseResolve;

class ResolveTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(ResolveTest);
    CPPUNIT_TEST(readsRules);
    CPPUNIT_TEST(refusesOtherRules);
    CPPUNIT_TEST(leadsToTheAddressInTheNameOfTheHost);
    CPPUNIT_TEST(leadsNoOtherHostOrPort);
    CPPUNIT_TEST(trustsNoOtherCertificate);
    CPPUNIT_TEST_SUITE_END();

    static std::string read(const std::string& text) {
        const auto rule = parseResolve(text);
        if (!rule) return rule.error().title + ": " + rule.error().detail;
        return rule.value().host + " " + std::to_string(rule.value().port) + " " +
               rule.value().address;
    }
    static std::uint16_t port(const ScriptServer& server) {
        return static_cast<std::uint16_t>(server.port());
    }
    static ScriptServer::Script answering() {
        return [](Line& line) {
            while (!line.request().empty()) line.send(kOk);
        };
    }

    void readsRules() {
        same("api.example.com 443 127.0.0.1", read("api.example.com:443:127.0.0.1"));
        same("api.example.com 443 127.0.0.1", read("API.Example.COM:443:127.0.0.1"));
        same("a 1 ::1", read("a:1:::1"));
        same("a 65535 ::1", read("a:65535:[::1]"));
        same("a 80 fe80::1", read("a:80:fe80::1"));
    }
    void refusesOtherRules() {
        for (const std::string text : {"",
                                       ":",
                                       "::",
                                       "a",
                                       "a:1",
                                       "a:1:",
                                       ":1:127.0.0.1",
                                       "a::127.0.0.1",
                                       "a:0:127.0.0.1",
                                       "a:65536:127.0.0.1",
                                       "a:-1:127.0.0.1",
                                       "a:+1:127.0.0.1",
                                       "a:x:127.0.0.1",
                                       "a:1x:127.0.0.1",
                                       "a:1:localhost",
                                       "a:1:127.0.0.1 ",
                                       "a:1: 127.0.0.1",
                                       "a:1:127.0.0.1 and more",
                                       "a:1:127.0.0.1:80",
                                       "a:1:127.1",
                                       "a:1:1",
                                       "a:1:256.0.0.1",
                                       "a:1:[::1",
                                       "a:1:::1]",
                                       "a:1:[]",
                                       "a:1::::",
                                       "127.0.0.1"})
            same(
                "resolve: Wanted HOST:PORT:ADDRESS such as api.example.com:443:127.0.0.1, found "
                "\"" +
                    text + "\".",
                read(text));
    }
    void leadsToTheAddressInTheNameOfTheHost() {
        for (const bool tls : {false, true}) {
            const ScriptServer server(tls ? support::Certificates::get().server("other") : nullptr,
                                      answering());
            auto options = trusting();
            options.resolve = {{"other.example", port(server), "127.0.0.1"}};
            HttpClient client(options);
            auto request = post(server);
            const std::string authority = "other.example:" + std::to_string(server.port());
            request.url = (tls ? "https://" : "http://") + authority + "/a";
            same("200 ok", told(client, request));
            const auto seen = server.requests().at(0);
            same("POST /a HTTP/1.1\r\nHost: " + authority + "\r\n",
                 seen.substr(0, seen.find("User-Agent")));
            request.url.replace(request.url.find("other"), 5, "OTHER");
            same("200 ok", told(client, request));
            CPPUNIT_ASSERT_EQUAL(1, server.connections());
        }
    }
    void leadsNoOtherHostOrPort() {
        const ScriptServer server(nullptr, answering());
        auto options = trusting();
        const std::string nobody(64, 'a');  // too long for any name service to be asked
        options.resolve = {{"b." + nobody, port(server), "127.0.0.1"}, {nobody, 1, "127.0.0.1"}};
        HttpClient client(options);
        same("connect: GET URL: the host " + nobody + " was not found (Name or service not known).",
             told(client, {.url = "http://" + nobody + ":" + std::to_string(server.port()) + "/"}));
        CPPUNIT_ASSERT_EQUAL(0, server.connections());
    }
    void trustsNoOtherCertificate() {
        const ScriptServer server(support::Certificates::get().server("good"), answering());
        auto options = trusting();
        options.resolve = {{"other.example", port(server), "127.0.0.1"}};
        HttpClient client(options);
        same("tls: GET URL: the certificate is not for the host other.example.",
             told(client, {.url = "https://other.example:" + std::to_string(server.port()) + "/"}));
        CPPUNIT_ASSERT_EQUAL(0, server.count("GET"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ResolveTest);
