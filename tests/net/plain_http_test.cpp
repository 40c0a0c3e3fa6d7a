// SPDX-License-Identifier: Apache-2.0
// No secret goes over a network in the clear unless the user says so by the host's name. The client
// decides: nobody else knows which host a URL leads to.
#include "client_fixture.h"

class PlainHttpClientTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(PlainHttpClientTest);
    CPPUNIT_TEST(saysTheHostAndWhatToDo);
    CPPUNIT_TEST(refusesItHoweverTheUrlIsWritten);
    CPPUNIT_TEST(sendsItToThisMachine);
    CPPUNIT_TEST(sendsItWhereTheUserAllowsIt);
    CPPUNIT_TEST(sendsItOverHttps);
    CPPUNIT_TEST(sendsWhatIsNoSecret);
    CPPUNIT_TEST_SUITE_END();

    // All of these hosts lead to one server.
    struct World {
        const ScriptServer server{nullptr, [](Line& line) {
                                      while (!line.request().empty()) line.send(kOk);
                                  }};
        std::string outcome(const std::string& url, std::vector<std::string> allowed = {},
                            bool secret = true) const {
            auto options = trusting();
            const auto port = static_cast<std::uint16_t>(server.port());
            for (const char* host : {"h", "sub.h", "intranet.example", "127.0.0.1.h"})
                options.resolve.push_back({host, 80, "127.0.0.1", port});
            options.plainHttp = tenon::world::PlainHttp(std::move(allowed));
            HttpClient client(options);
            return ClientFixture::outcome(client, {.method = "GET", .url = url, .secret = secret},
                                          patiently());
        }
    };
    static void refused(const std::string& url) {
        const World world;
        CPPUNIT_ASSERT_EQUAL_MESSAGE(url, std::string("request refused"), world.outcome(url));
        CPPUNIT_ASSERT_EQUAL(0, world.server.connections());
    }

    void saysTheHostAndWhatToDo() {
        HttpClient client(trusting());
        const auto result =
            client.send({.method = "POST", .url = "http://Intranet.example:8080/x", .secret = true},
                        patiently());
        same(
            "request: a secret would go to intranet.example over plain http, where the network can "
            "read it; use https, or allow plain http to intranet.example by name. Nothing was "
            "sent.",
            result.error().detail);
        CPPUNIT_ASSERT(result.error().kind == tenon::ErrorKind::configuration);
        CPPUNIT_ASSERT(result.error().done == tenon::Done::no);
    }
    void refusesItHoweverTheUrlIsWritten() {
        for (const char* url :
             {"http://h/", "HTTP://h/", "Http://H/", "http://h/%zz", "http://h:80a/",
              "http://localhost@h/", "http://127.0.0.1:80@h/", "http://127.0.0.1.h/",
              "http://h#@127.0.0.1/", "http://h?127.0.0.1", "http://", "http://[::2]/"})
            refused(url);
    }
    void sendsItToThisMachine() {
        const World world;
        const auto port = ":" + std::to_string(world.server.port()) + "/";
        for (const char* host : {"http://localhost", "http://127.0.0.1", "http://LOCALHOST"})
            same("200 ok", world.outcome(host + port));
    }
    void sendsItWhereTheUserAllowsIt() {
        const World world;
        same("200 ok", world.outcome("http://h/", {"other", "h"}));
        same("200 ok", world.outcome("http://H/", {"h"}));
        same("request refused", world.outcome("http://sub.h/", {"h"}));
        CPPUNIT_ASSERT(tenon::world::PlainHttp({"fd00::1"}).mayGoTo("fd00::1"));
    }
    void sendsItOverHttps() {
        const ScriptServer server(support::Certificates::get().server("good"), [](Line& line) {
            while (!line.request().empty()) line.send(kOk);
        });
        HttpClient client(trusting());
        auto request = post(server);
        request.secret = true;
        same("200 ok", told(client, request));
    }
    void sendsWhatIsNoSecret() { same("200 ok", World().outcome("http://h/", {}, false)); }
};
CPPUNIT_TEST_SUITE_REGISTRATION(PlainHttpClientTest);
