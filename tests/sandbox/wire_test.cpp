// SPDX-License-Identifier: Apache-2.0
// Requests as bytes: what is refused makes nothing, and what follows is not taken for a request.
#include "wire.h"
#include "with_sandbox.h"

using support::newInstance;
using support::Wire;

class WireTest : public support::WithSandbox {
    CPPUNIT_TEST_SUITE(WireTest);
    CPPUNIT_TEST(answersForItsOwnNamesOnly);
    CPPUNIT_TEST(refusesWhatEndsBeforeItsLength);
    CPPUNIT_TEST(refusesWhatIsNoHttp);
    CPPUNIT_TEST(refusesLargeHeaders);
    CPPUNIT_TEST(answersAByteAtATime);
    CPPUNIT_TEST(takesChunks);
    CPPUNIT_TEST(takesRequestsOneBehindTheOther);
    CPPUNIT_TEST(asksForTheBody);
    CPPUNIT_TEST(closesWhenItIsToldTo);
    CPPUNIT_TEST(sendsNoBodyToHead);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    [[nodiscard]] std::string host() const {
        return "Host: 127.0.0.1:" + std::to_string(platform_->port()) + "\r\n";
    }
    [[nodiscard]] std::string head(const std::string& first, const std::string& more) const {
        return first + " HTTP/1.1\r\n" + more + "Authorization: User " + platform_->user() +
               ", Organization " + platform_->organization() +
               "\r\nContent-Type: application/json\r\n";
    }
    // A POST with these headers instead of Host and Content-Length.
    [[nodiscard]] std::string post(const std::string& headers, const std::string& body) const {
        return head("POST /elements/api-v2/instances", headers) + "\r\n" + body;
    }
    [[nodiscard]] static std::string length(std::size_t size) {
        return "Content-Length: " + std::to_string(size) + "\r\n";
    }
    // The status and the message of the only answer to these bytes, after which the client sends
    // no more.
    [[nodiscard]] std::string only(const std::string& bytes) const {
        Wire wire(platform_->port());
        wire.send(bytes);
        wire.end();
        const auto answer = wire.answer();
        same("", wire.rest());
        return answer;
    }
    // The same of a client that keeps the connection open.
    [[nodiscard]] std::string first(const std::string& bytes) const {
        Wire wire(platform_->port());
        wire.send(bytes);
        return wire.answer();
    }

    void answersForItsOwnNamesOnly() {
        const std::string port = ":" + std::to_string(platform_->port());
        const std::string body = newInstance();
        int made = 0;
        for (const std::string name : {"127.0.0.1", "localhost", "LocalHost", "[::1]"})
            for (const auto& host : {name, name + port}) {
                same("200", only(post("Host: " + host + "\r\n" + length(body.size()), body)));
                CPPUNIT_ASSERT_EQUAL(++made, platform_->count());
            }
        for (const std::string host : {"evil.example",
                                       "evil.example:80",
                                       "127.0.0.1.evil.example",
                                       "localhost.evil.example",
                                       "evil.example#127.0.0.1",
                                       "127.0.0.1@evil.example",
                                       "evillocalhost",
                                       "localhost.",
                                       "",
                                       "127.0.0.2",
                                       "127.1",
                                       "2130706433",
                                       "0.0.0.0",
                                       "::1",
                                       "[::2]",
                                       "127.0.0.1:1",
                                       "localhost:",
                                       "localhost:x",
                                       "localhost, evil.example",
                                       "localhost evil.example",
                                       "[::ffff:127.0.0.1]"})
            for (const auto& named : {host, host + port}) {
                if (named == "localhost:" + port || named == "::1" + port) continue;
                same(
                    "421 The request is for the host '" + named +
                        "'; the sandbox answers for 127.0.0.1, localhost and [::1], with the port" +
                        " " + port.substr(1) + " or none",
                    first(post("Host: " + named + "\r\n" + length(body.size()), body)));
            }
        same("400 The request is not valid HTTP: it has no Host",
             first(post(length(body.size()), body)));
        same("400 The request is not valid HTTP: it has more than one Host",
             first(post(host() + "host: evil.example\r\n" + length(body.size()), body)));
        const auto whole = [&](const std::string& authority) {
            return first(head("POST http://" + authority + "/elements/api-v2/instances", host()) +
                         length(body.size()) + "\r\n" + body);
        };
        CPPUNIT_ASSERT(whole("evil.example").starts_with("421 "));
        CPPUNIT_ASSERT(whole("localhost@evil.example").starts_with("421 "));
        CPPUNIT_ASSERT_EQUAL(made, platform_->count());
        same("200", whole("localhost" + port));
    }
    void refusesWhatEndsBeforeItsLength() {
        const std::string body = newInstance();
        const std::string whole = post(host() + length(body.size()), body);
        const auto headSize = whole.size() - body.size();
        const std::string no = "400 The request is not valid HTTP: it ends ";
        for (std::size_t size = 1; size < whole.size(); ++size)
            same(no + (size < headSize ? "within its header"
                                       : "after " + std::to_string(size - headSize) + " of the " +
                                             std::to_string(body.size()) +
                                             " bytes that its Content-Length promises"),
                 only(whole.substr(0, size)));
        same(no + "after " + std::to_string(body.size()) + " of the " +
                 std::to_string(body.size() + 1) + " bytes that its Content-Length promises",
             only(post(host() + length(body.size() + 1), body)));
        const std::string chunked = host() + "Transfer-Encoding: chunked\r\n";
        for (const std::string end : {"", "0", "0\r\n", "0\r\nA: b\r\n"})
            same(no + "before its last chunk", only(post(chunked, "1\r\n \r\n" + end)));
        same("400 The request is not valid HTTP: it ends before its last chunk",
             only(post(chunked, "5\r\n{}")));
        Wire cut(platform_->port());
        cut.send(whole.substr(0, whole.size() - 1));
        cut.reset();
        CPPUNIT_ASSERT_EQUAL(0, platform_->count());
        same("", [&] {
            Wire nothing(platform_->port());
            nothing.end();
            return nothing.rest();
        }());
    }
    void refusesWhatIsNoHttp() {
        const std::string body = newInstance(), is = length(body.size());
        const auto no = [&](const std::string& why, const std::string& bytes) {
            same("400 The request is not valid HTTP: " + why, first(bytes));
        };
        const auto header = [&](const std::string& line) { return post(host() + line, body); };
        for (const char* line :
             {"GET\r\n", "GET /\r\n", "GET  /a HTTP/1.1\r\n", "GET /a  HTTP/1.1\r\n",
              "GET /a b HTTP/1.1\r\n", " GET / HTTP/1.1\r\n", "G(T / HTTP/1.1\r\n",
              "\x16\x03\x01\n", "GET / http/1.1\r\n"})
            no(std::string(line).front() == '\x16' ? "it has a control character in its header"
                                                   : "its first line is not METHOD TARGET HTTP/1.1",
               line);
        same("505 The version is not supported; HTTP/1.1 is", first("PRI * HTTP/2.0\r\n\r\n"));
        no("it has more than one Content-Length", header(is + is));
        no("it has more than one content-length",
           header("Content-Length: 0\r\ncontent-length: 9\r\n"));
        no("it has more than one Transfer-Encoding",
           header("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"));
        no("it has a Content-Length and a Transfer-Encoding",
           header(is + "Transfer-Encoding: chunked\r\n"));
        for (const char* value :
             {"", "-1", "+5", "5x", "0x5", "5, 5", "5 5", "1e3", "18446744073709551616"})
            no("its Content-Length is not a number",
               header(std::string("Content-Length: ") + value + "\r\n"));
        for (const char* value :
             {"gzip", "identity", "gzip, chunked", "chunked, chunked", "xchunked", ""})
            same(std::string("501 Transfer-Encoding '") + value + "' is not supported; chunked is",
                 first(header(std::string("Transfer-Encoding: ") + value + "\r\n")));
        for (const char* line : {" folded\r\n", "\tfolded\r\n", "NoColon\r\n", ": empty\r\n",
                                 "Blank : x\r\n", "\xc3\xb6: x\r\n"})
            no("a line of its header is not NAME: VALUE", header(line + is));
        no("it has a control character in its header", header("A: b\rc\r\n" + is));
        no("it has a control character in its header", header(std::string("A: b\0c\r\n", 8) + is));
        for (const char* chunks :
             {"\r\n", "x\r\n", "-1\r\n", "0x1\r\n", " \r\n", "10000000000000000\r\n"})
            no("a chunk has no size", post(host() + "Transfer-Encoding: chunked\r\n", chunks));
        no("a chunk is longer than its size says",
           post(host() + "Transfer-Encoding: chunked\r\n", "1\r\n{}\r\n0\r\n\r\n"));
        CPPUNIT_ASSERT_EQUAL(0, platform_->count());
    }
    void refusesLargeHeaders() {
        const std::string no = "431 The request's header is larger than 64 KB";
        const std::string large(70'000, 'a');
        same(no, first(large));
        same(no, first("GET /" + large + " HTTP/1.1\r\n"));
        same(no, first(post(host() + "A: " + large + "\r\n", "")));
        std::string many;
        while (many.size() < large.size()) many += "A: b\r\n";
        same(no, first(post(host() + many, "")));
        same(no, first(post(host() + "Transfer-Encoding: chunked\r\n", "0;" + large)));
        same(no, first(post(host() + "Transfer-Encoding: chunked\r\n", "0\r\n" + many)));
    }
    void answersAByteAtATime() {
        const std::string body = newInstance();
        const std::string chunk = "Transfer-Encoding: chunked\r\n";
        for (const auto& whole :
             {post(host() + length(body.size()), body),
              post(host() + chunk, "1;x\r\n{\r\n" + std::string("fE\r\n") + body.substr(1) +
                                       std::string(0xfe - body.size() + 1, ' ') +
                                       "\r\n00\r\nA: b\r\n\r\n")}) {
            Wire wire(platform_->port());
            for (const char byte : whole) wire.send({byte});
            same("200", wire.answer());
        }
        CPPUNIT_ASSERT_EQUAL(2, platform_->count());
    }
    void takesChunks() {
        const std::string body = newInstance();
        std::string chunks;
        for (const char byte : body) chunks += std::string("1\r\n") + byte + "\r\n";
        same("200", only(post(host() + "transfer-encoding: Chunked\r\n", chunks + "0\r\n\r\n")));
        CPPUNIT_ASSERT_EQUAL(1, platform_->count());
    }
    // Bare line feeds and an empty line too many do no harm.
    void takesRequestsOneBehindTheOther() {
        const std::string body = newInstance();
        const std::string one = post(host() + length(body.size()), body);
        Wire wire(platform_->port());
        wire.send(one + "\r\n" + one + head("GET /elements/api-v2/instances", host()) + "\n" + one +
                  "nonsense\r\n");
        wire.end();
        for (const char* expected : {"200", "200", "200", "200"}) same(expected, wire.answer());
        same("400 The request is not valid HTTP: its first line is not METHOD TARGET HTTP/1.1",
             wire.answer());
        same("", wire.rest());
        CPPUNIT_ASSERT_EQUAL(3, platform_->count());
    }
    void asksForTheBody() {
        const std::string body = newInstance();
        Wire wire(platform_->port());
        const std::string expects = host() + "Expect: 100-continue\r\n";
        for (int i = 0; i < 2; ++i) {
            wire.send(post(expects + length(body.size()), ""));
            same("100", wire.answer());
            wire.send(body);
            same("200", wire.answer());
        }
        wire.send(post(expects + length(9u << 20), ""));
        same("413 The request body is larger than 8 MB", wire.answer());
    }
    void closesWhenItIsToldTo() {
        const auto closes = [&](const std::string& version, const std::string& header) {
            Wire wire(platform_->port());
            wire.send("GET / HTTP/" + version + "\r\n" + host() + header + "\r\n");
            same("404 GET / is not in the sandbox; its README page lists what is", wire.answer());
            wire.send("GET / HTTP/1.0\r\n\r\n");
            return wire.rest().empty();
        };
        CPPUNIT_ASSERT(closes("1.1", "Connection: close\r\n"));
        CPPUNIT_ASSERT(closes("1.1", "Connection: TE, Close\r\n"));
        CPPUNIT_ASSERT(closes("1.0", ""));
        CPPUNIT_ASSERT(!closes("1.1", ""));
        CPPUNIT_ASSERT(!closes("1.0", "Connection: Keep-Alive\r\n"));
    }
    void sendsNoBodyToHead() {
        Wire wire(platform_->port());
        wire.send("HEAD / HTTP/1.1\r\n" + host() + "Connection: close\r\n\r\n");
        const auto all = wire.rest();
        CPPUNIT_ASSERT(all.starts_with("HTTP/1.1 404 Not Found\r\n"));
        CPPUNIT_ASSERT(all.ends_with("\r\n\r\n"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(WireTest);
