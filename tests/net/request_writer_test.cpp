// SPDX-License-Identifier: Apache-2.0
// Requests as bytes, and what is refused before a byte is sent.
#include "net/request_writer.h"

#include "client_fixture.h"
#include "net/fault.h"
#include "tenon/version.h"

class RequestWriterTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(RequestWriterTest);
    CPPUNIT_TEST(writesRequests);
    CPPUNIT_TEST(saysTheLengthOfABody);
    CPPUNIT_TEST(leavesToTheCallerWhatIsHis);
    CPPUNIT_TEST(refusesHeaderNames);
    CPPUNIT_TEST(refusesHeaderValues);
    CPPUNIT_TEST(refusesHeadersThatAreOurs);
    CPPUNIT_TEST(refusesMethods);
    CPPUNIT_TEST(sendsNothingOfWhatIsRefused);
    CPPUNIT_TEST_SUITE_END();

    static std::string write(HttpRequest request, const std::string& proxyAuthorization = "") {
        try {
            const auto url = tenon::net::parseUrl("http://example.com:81/a?b=c");
            return tenon::net::writeRequest(request, url, url.target, proxyAuthorization);
        } catch (const tenon::net::Fault& fault) {
            CPPUNIT_ASSERT(fault.kind() == tenon::net::FaultKind::refused);
            return fault.what();
        }
    }
    static std::string headers(const std::vector<tenon::Header>& headers) {
        return write({.headers = headers});
    }

    void writesRequests() {
        same(
            "GET /a?b=c HTTP/1.1\r\nHost: example.com:81\r\nAccept: */*\r\nX: \r\nX: \t\xc3\xa4\r\n"
            "User-Agent: tenon/" TENON_VERSION "\r\nAccept-Encoding: gzip\r\n\r\n",
            headers({{"Accept", "*/*"}, {"X", ""}, {"X", "\t\xc3\xa4"}}));
        same("M-SEARCH /a?b=c HTTP/1.1\r\nHost: example.com:81\r\nUser-Agent: tenon/" TENON_VERSION
             "\r\nAccept-Encoding: gzip\r\nProxy-Authorization: Basic eA==\r\n\r\n",
             write({.method = "M-SEARCH"}, "Basic eA=="));
    }
    void saysTheLengthOfABody() {
        const auto end = [](const std::string& method, const std::string& body) {
            const auto bytes = write({.method = method, .body = body});
            return bytes.substr(bytes.find("gzip\r\n") + 6);
        };
        const std::string binary("a\0\r\n", 4);
        same("Content-Length: 4\r\n\r\n" + binary, end("POST", binary));
        same("Content-Length: 1\r\n\r\nx", end("GET", "x"));
        for (const auto* method : {"POST", "PUT", "PATCH"})
            same("Content-Length: 0\r\n\r\n", end(method, ""));
        for (const auto* method : {"GET", "HEAD", "DELETE", "OPTIONS"})
            same("\r\n", end(method, ""));
    }
    void leavesToTheCallerWhatIsHis() {
        same(
            "GET /a?b=c HTTP/1.1\r\nHost: example.com:81\r\nuser-agent: mine\r\n"
            "accept-encoding: identity\r\n\r\n",
            headers({{"user-agent", "mine"}, {"accept-encoding", "identity"}}));
    }
    void refusesHeaderNames() {
        for (const auto* name : {"", " ", "X A", "X:", ":X", "X\r\nEvil", "X\n", "X\r", "X\t",
                                 "(X)", "X\x7f", "\xc3\xa4", "X\"", "X,Y", "X/Y", "X@Y", "{X}"})
            same("a header's name is empty or holds a character that must not stand there",
                 headers({{name, "y"}}));
        same("a header's name is empty or holds a character that must not stand there",
             headers({{std::string("X\0", 2), "y"}}));
    }
    void refusesHeaderValues() {
        const auto refused = [](const std::string& value) {
            same("the value of the header X holds a line break or another control character",
                 headers({{"X", value}}));
        };
        for (const auto* value :
             {"b\r\nEvil: 1", "b\nEvil: 1", "b\rEvil: 1", "\r", "\n", "\x01", "\x1b[2J", "\x7f"})
            refused(value);
        refused(std::string("a\0b", 3));
    }
    void refusesHeadersThatAreOurs() {
        for (const std::string name :
             {"Content-Length", "Transfer-Encoding", "Host", "Connection", "Keep-Alive", "TE",
              "Proxy-Authorization", "Upgrade", "content-length", "HOST"})
            same("the header " + name + " is the client's own; leave it out",
                 headers({{name, "x"}}));
    }
    void refusesMethods() {
        for (const auto* method : {"", "GET ", " GET", "G T", "GET\r\n", "GET / HTTP/1.1\r\nX: y",
                                   "G\xc3\xa4T", "GET\t", "GET:"})
            same("the method is no method of HTTP", write({.method = method}));
        same("the method CONNECT is the client's own", write({.method = "CONNECT"}));
    }
    void sendsNothingOfWhatIsRefused() {
        both([](Line& line) { line.hold(); },
             [](HttpClient& client, ScriptServer& server) {
                 auto request = post(server);
                 request.headers = {{"X", "a\r\nEvil: 1"}};
                 const std::string nothing = ". Nothing was sent.";
                 same(
                     "request refused: request: the value of the header X holds a line break or "
                     "another control character" +
                         nothing,
                     told(client, request));
                 request.headers = {{"X\r\nEvil", "a"}};
                 same(
                     "request refused: request: a header's name is empty or holds a character that "
                     "must not stand there" +
                         nothing,
                     told(client, request));
                 request.headers.clear();
                 request.method = "POST / HTTP/1.1\r\nEvil: 1\r\n\r\nGET";
                 same("request refused: request: the method is no method of HTTP" + nothing,
                      told(client, request));
                 request.url += "\r\nEvil: 1";
                 same(
                     "request refused: request: the URL holds a blank, a line break or a character "
                     "that is not percent-encoded" +
                         nothing,
                     told(client, request));
                 CPPUNIT_ASSERT_EQUAL(0, server.connections());
             });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(RequestWriterTest);
