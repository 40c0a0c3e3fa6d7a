// SPDX-License-Identifier: Apache-2.0
// Bodies that are just small enough or one byte too large, packed ones too, and what they cost.
#include <sys/resource.h>

#include "client_fixture.h"
#include "gzip.h"
#include "net/fault.h"
#include "net/inflate.h"

using support::gzip;

class LimitsTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(LimitsTest);
    CPPUNIT_TEST(takesABodyOfTheLargestSize);
    CPPUNIT_TEST(refusesALargerBody);
    CPPUNIT_TEST(takesEightMegabytesUnlessTold);
    CPPUNIT_TEST(unpacksGzip);
    CPPUNIT_TEST(leavesOtherCodingsAsTheyAre);
    CPPUNIT_TEST(refusesBrokenGzip);
    CPPUNIT_TEST(stopsABombInTime);
    CPPUNIT_TEST(givesNoMemoryForPromises);
    CPPUNIT_TEST_SUITE_END();

    static std::string sized(const std::string& body, const std::string& coding = "") {
        return "HTTP/1.1 200 OK\r\n" +
               (coding.empty() ? "" : "Content-Encoding: " + coding + "\r\n") +
               "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    static std::string chunked(const std::string& body, const std::string& coding = "") {
        std::string out = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n";
        if (!coding.empty()) out += "Content-Encoding: " + coding + "\r\n";
        out += "\r\n";
        for (const char c : body) out += std::string("1\r\n") + c + "\r\n";
        return out + "0\r\n\r\n";
    }
    static std::string endless(const std::string& body, const std::string& coding = "") {
        return "HTTP/1.1 200 OK\r\n" +
               (coding.empty() ? "" : "Content-Encoding: " + coding + "\r\n") + "\r\n" + body;
    }
    // The body in all the ways in which a server can frame it; the client works on afterwards.
    static void framed(const std::string& expected, const std::string& body, std::size_t maxBody,
                       const std::string& coding = "") {
        for (const auto& bytes :
             {sized(body, coding), chunked(body, coding), endless(body, coding)})
            both(
                [&](Line& line) {
                    line.send(line.request().starts_with("GET /first") ? bytes : kOk);
                },
                [&](HttpClient& client, ScriptServer& server) {
                    auto request = get(server, "/first");
                    request.maxBody = maxBody;
                    same(expected, told(client, request));
                    same("200 ok", told(client, get(server)));
                });
    }

    void takesABodyOfTheLargestSize() {
        framed("200 hello", "hello", 5);
        framed("200 ", "", 0);
        framed("200 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", gzip(std::string(40, 'a')), 40,
               "gzip");
    }
    void refusesALargerBody() {
        framed("too large: GET URL: the answer's body is larger than 4 bytes.", "hello", 4);
        framed("too large: GET URL: the answer's body is larger than 0 bytes.", "h", 0);
        framed("too large: GET URL: the answer's body is larger than 39 bytes when unpacked.",
               gzip(std::string(40, 'a')), 39, "gzip");
    }
    void takesEightMegabytesUnlessTold() {
        const std::size_t most = 8u << 20;
        for (const std::size_t size : {most, most + 1})
            both([&](Line& line) { line.request(), line.send(sized(std::string(size, 'a'))); },
                 [&](HttpClient& client, ScriptServer& server) {
                     const auto found = told(client, get(server));
                     if (size == most)
                         CPPUNIT_ASSERT_EQUAL(most + 4, found.size());
                     else
                         same("too large: GET URL: the answer's body is larger than 8388608 bytes.",
                              found);
                 });
    }
    void unpacksGzip() {
        for (const auto* coding : {"gzip", "GZip", "x-gzip"}) {
            answered("200 hello", sized(gzip("hello"), coding));
            answered("200 ", sized(gzip(""), coding));
            answered("200 ", sized("", coding));
        }
        answered("200 hello, world", sized(gzip("hello,") + gzip(" world"), "gzip"));
        answered("200 " + std::string(100'000, 'a'),
                 chunked(gzip(std::string(100'000, 'a')), "gzip"));
    }
    void leavesOtherCodingsAsTheyAre() {
        answered("200 hello", sized("hello", "identity"));
        answered("200 hello", sized("hello", "br"));
    }
    void refusesBrokenGzip() {
        const std::string cut = "truncated: GET URL: the answer's packed body is incomplete.";
        const std::string no =
            "malformed: GET URL: the answer's body says that it is gzip, but is not.";
        const auto whole = gzip("hello");
        for (std::size_t size = 1; size < whole.size(); ++size) {
            CPPUNIT_ASSERT_EQUAL(std::string("the answer's packed body is incomplete"),
                                 unpacked(whole.substr(0, size)));
        }
        answered(cut, sized(whole.substr(0, 12), "gzip"));
        answered(no, sized("no gzip at all", "gzip"));
        answered(no, sized(whole + "junk", "gzip"));
        auto wrongSum = whole;
        wrongSum[whole.size() - 5] ^= 1;
        answered(no, sized(wrongSum, "gzip"));
    }
    static std::string unpacked(const std::string& packed) {
        try {
            std::string out;
            tenon::net::gunzip(packed, 1000, out);
            return out;
        } catch (const tenon::net::Fault& fault) {
            return fault.what();
        }
    }

    // In KB. A sanitizer's own memory says nothing of ours.
    static long mostMemory() {
#ifdef TENON_SANITIZED
        return 0;
#else
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss;
#endif
    }
    // 50 MB from 50 KB, which nobody may have to hold.
    void stopsABombInTime() {
        const std::string bomb = sized(gzip(std::string(1u << 20, 0), 50), "gzip");
        CPPUNIT_ASSERT(bomb.size() < 100'000);
        const long before = mostMemory();
        answered(
            "too large: GET URL: the answer's body is larger than 8388608 bytes when unpacked.",
            bomb);
        CPPUNIT_ASSERT(mostMemory() - before < 40 * 1024);
    }
    void givesNoMemoryForPromises() {
        const long before = mostMemory();
        both(
            [](Line& line) {
                line.request(), line.send(
                                    "HTTP/1.1 200 OK\r\nContent-Length: "
                                    "9000000000000000000\r\n\r\nabc");
            },
            [](HttpClient& client, ScriptServer& server) {
                auto request = get(server);
                request.maxBody = std::size_t(-1);
                same("truncated", outcome(client, request));
            });
        CPPUNIT_ASSERT(mostMemory() - before < 40 * 1024);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(LimitsTest);
