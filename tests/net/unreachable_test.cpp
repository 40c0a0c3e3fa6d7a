// SPDX-License-Identifier: Apache-2.0
// Servers that cannot be reached, and hosts of which one address can.
#include <Poco/Net/NetException.h>

#include "client_fixture.h"
#include "dead_addresses.h"

using support::BlackHole;
using support::ClosedPort;

class UnreachableTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(UnreachableTest);
    CPPUNIT_TEST(namesTheAddressThatRefused);
    CPPUNIT_TEST(namesAllAddressesThatRefused);
    CPPUNIT_TEST(givesUpAnAddressThatSwallowsPackets);
    CPPUNIT_TEST(saysThatAHostIsNotFound);
    CPPUNIT_TEST(goesOnToTheAddressThatAnswers);
    CPPUNIT_TEST(goesOnFromAnAddressThatSwallowsPackets);
    CPPUNIT_TEST(doesNotBeginAfterTheDeadline);
    CPPUNIT_TEST_SUITE_END();

    static HttpRequest to(const std::string& host, int port, bool tls = false) {
        return {.method = "POST",
                .url = (tls ? "https://" : "http://") + host + ":" + std::to_string(port) + "/"};
    }
    static bool hasIpv6() {
        try {
            const ClosedPort closed(0, "::1");
            return true;
        } catch (const Poco::Exception&) {
            return false;
        }
    }
    // What comes of a POST to a server on ::1 whose port is dead on 127.0.0.1.
    template <class Dead>
    static std::string behind(bool tls, const Limits& limits) {
        for (;;) {
            const ScriptServer server(
                tls ? support::Certificates::get().server("good") : nullptr,
                [](Line& line) { line.request(), line.send(kOk); }, "::1");
            try {
                const Dead dead(static_cast<std::uint16_t>(server.port()));
                HttpClient client(trusting());
                return told(client, post(server), limits);
            } catch (const Poco::Net::NetException&) {
                // Somebody else has that port there: another.
            }
        }
    }

    void namesTheAddressThatRefused() {
        const ClosedPort closed;
        HttpClient client(trusting());
        for (const bool tls : {false, true})
            same("connect: POST URL: no connection to 127.0.0.1:PORT (Connection refused).",
                 told(client, to("127.0.0.1", closed.port(), tls)));
    }
    void namesAllAddressesThatRefused() {
        if (!hasIpv6()) return;
        HttpClient client(trusting());
        same(
            "connect: POST URL: no connection to 127.0.0.1:PORT (Connection refused), nor to "
            "[::1]:PORT (Connection refused).",
            told(client, to("localhost", 65535)));
    }
    void givesUpAnAddressThatSwallowsPackets() {
        const BlackHole hole;
        HttpClient client(trusting());
        for (const bool tls : {false, true})
            same(
                "deadline: POST URL: the time was up: no connection to 127.0.0.1:PORT "
                "(Connection timed out).",
                told(client, to("127.0.0.1", hole.port(), tls),
                     within(std::chrono::milliseconds(500))));
    }
    // The name is too long for any name service, so that none is asked.
    void saysThatAHostIsNotFound() {
        const std::string host = std::string(64, 'a') + ".invalid";
        HttpClient client(trusting());
        same("connect: POST URL: the host " + host + " was not found (Name or service not known).",
             told(client, to(host, 81)));
    }
    void goesOnToTheAddressThatAnswers() {
        if (!hasIpv6()) return;
        for (const bool tls : {false, true}) same("200 ok", behind<ClosedPort>(tls, patiently()));
    }
    void goesOnFromAnAddressThatSwallowsPackets() {
        if (!hasIpv6()) return;
        same("200 ok", behind<BlackHole>(false, within(std::chrono::seconds(10))));
    }
    void doesNotBeginAfterTheDeadline() {
        both(
            [](Line& line) {
                while (!line.request().empty()) line.send(kOk);
            },
            [](HttpClient& client, ScriptServer& server) {
                const auto gone = within(std::chrono::seconds(-1));
                same("deadline: POST URL: the time was up.", told(client, post(server), gone));
                CPPUNIT_ASSERT_EQUAL(0, server.connections());
                same("200 ok", told(client, post(server)));
                same("deadline: POST URL: the time was up.", told(client, post(server), gone));
                same("200 ok", told(client, post(server)));
                CPPUNIT_ASSERT_EQUAL(2, server.count("POST"));
                CPPUNIT_ASSERT_EQUAL(1, server.connections());
            });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(UnreachableTest);
