// SPDX-License-Identifier: Apache-2.0
// Redirects: followed if asked, to the same server, by requests that change nothing, and not for
// ever.
#include "client_fixture.h"

class RedirectTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(RedirectTest);
    CPPUNIT_TEST(areNotFollowedUnasked);
    CPPUNIT_TEST(areFollowedToTheSameServer);
    CPPUNIT_TEST(areNotFollowedToAnotherServer);
    CPPUNIT_TEST(areFollowedByGetAndHeadOnly);
    CPPUNIT_TEST(areFollowedTenTimes);
    CPPUNIT_TEST(areFollowedWithinOneDeadline);
    CPPUNIT_TEST(areFollowedWhereTheStatusSaysSo);
    CPPUNIT_TEST_SUITE_END();

    // "GET /STATUS/LOCATION" is answered with both; anything else with 200.
    static void redirecting(Line& line) {
        for (auto got = line.request(); !got.empty(); got = line.request()) {
            const auto target = got.substr(got.find('/'), got.find(" HTTP/") - got.find('/'));
            if (target.starts_with("/3"))
                line.send("HTTP/1.1 " + target.substr(1, 3) + " Moved\r\nLocation: " +
                          target.substr(5) + "\r\nContent-Length: 0\r\n\r\n");
            else
                line.send(got.starts_with("HEAD") ? "HTTP/1.1 200 OK\r\n\r\n" : kOk);
        }
    }
    static HttpRequest following(const ScriptServer& server, const std::string& target,
                                 const std::string& method = "GET") {
        return {.method = method,
                .url = server.url(target),
                .headers = {{"Authorization", "secret"}},
                .followRedirects = true};
    }

    void areNotFollowedUnasked() {
        both(redirecting, [](HttpClient& client, ScriptServer& server) {
            const auto result = client.send(get(server, "/302//there"), patiently());
            CPPUNIT_ASSERT_EQUAL(302, result.value().status);
            same("/there", *result.value().header("location"));
            CPPUNIT_ASSERT_EQUAL(1, server.count("GET"));
        });
    }
    void areFollowedToTheSameServer() {
        both(redirecting, [](HttpClient& client, ScriptServer& server) {
            for (const std::string& location :
                 {std::string("/there"), server.url("/there"), server.url("/there") + "#part"}) {
                same("200 ok", told(client, following(server, "/302/" + location)));
                const auto last = server.requests().back();
                CPPUNIT_ASSERT(last.starts_with("GET /there HTTP/1.1\r\n"));
                CPPUNIT_ASSERT(last.find("Authorization: secret\r\n") != last.npos);
            }
            CPPUNIT_ASSERT_EQUAL(1, server.connections());
        });
    }
    void areNotFollowedToAnotherServer() {
        const ScriptServer other(nullptr, redirecting);
        both(redirecting, [&](HttpClient& client, ScriptServer& server) {
            const auto url = server.url("/");
            const bool tls = url.starts_with("https");
            const auto port = std::to_string(server.port());
            for (const std::string& location :
                 {other.url(), "https://localhost:" + std::to_string(other.port()) + "/",
                  (tls ? "http://localhost:" : "https://localhost:") + port + "/",
                  (tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + port + "/",
                  "//127.0.0.1:" + port + "/",
                  (tls ? "https://user@localhost:" : "http://user@localhost:") + port + "/",
                  std::string("ftp://localhost/"), std::string("mailto:someone")})
                same("302 ", told(client, following(server, "/302/" + location)));
            CPPUNIT_ASSERT_EQUAL(8, server.count("GET /302"));
            CPPUNIT_ASSERT_EQUAL(8, server.count(""));
            CPPUNIT_ASSERT_EQUAL(0, other.connections());
        });
    }
    void areFollowedByGetAndHeadOnly() {
        both(redirecting, [](HttpClient& client, ScriptServer& server) {
            same("200 ", told(client, following(server, "/302//there", "HEAD")));
            for (const auto* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
                for (const auto* status : {"301", "302", "303", "307", "308"})
                    same(std::string(status) + " ",
                         told(client,
                              following(server, std::string("/") + status + "//there", method)));
            CPPUNIT_ASSERT_EQUAL(1, server.count("HEAD /there"));
            CPPUNIT_ASSERT_EQUAL(27, server.count(""));
        });
    }
    void areFollowedTenTimes() {
        const auto loop = [](Line& line) {
            while (!line.request().empty())
                line.send("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");
        };
        both(loop, [](HttpClient& client, ScriptServer& server) {
            same("302 ", told(client, following(server, "/")));
            CPPUNIT_ASSERT_EQUAL(11, server.count("GET"));
        });
    }
    void areFollowedWithinOneDeadline() {
        std::atomic<bool> followed = false;
        both(
            [&](Line& line) {
                line.request();
                line.send("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");
                if (!line.request().empty()) followed = true;
                line.hold();
            },
            [&](HttpClient& client, ScriptServer& server) {
                followed = false;
                // A machine that is too busy to get so far gets more time.
                for (auto time = std::chrono::milliseconds(100); !followed; time *= 2)
                    same("deadline: GET URL: the time was up.",
                         told(client, following(server, "/"), within(time)));
            });
    }
    void areFollowedWhereTheStatusSaysSo() {
        both(redirecting, [](HttpClient& client, ScriptServer& server) {
            for (const std::string status : {"301", "302", "303", "307", "308"})
                same("200 ok", told(client, following(server, "/" + status + "//there")));
            for (const std::string status : {"300", "304", "305", "399"})
                same(status + " ", told(client, following(server, "/" + status + "//there")));
        });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(RedirectTest);
