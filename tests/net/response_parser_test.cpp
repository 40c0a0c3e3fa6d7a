// SPDX-License-Identifier: Apache-2.0
// Answers that are right, in all the forms that servers give them.
#include "parser_fixture.h"

class ResponseParserTest : public ParserFixture {
    CPPUNIT_TEST_SUITE(ResponseParserTest);
    CPPUNIT_TEST(readsStatusLines);
    CPPUNIT_TEST(readsHeaders);
    CPPUNIT_TEST(readsABodyByItsLength);
    CPPUNIT_TEST(readsChunks);
    CPPUNIT_TEST(readsABodyUntilTheEnd);
    CPPUNIT_TEST(knowsAnswersWithoutABody);
    CPPUNIT_TEST(passesOverInterimAnswers);
    CPPUNIT_TEST(leavesWhatFollows);
    CPPUNIT_TEST(knowsWhetherTheConnectionMayBeUsedAgain);
    CPPUNIT_TEST(takesABodyThatIsJustSmallEnough);
    CPPUNIT_TEST(takes256Headers);
    CPPUNIT_TEST(knowsHowFarItIs);
    CPPUNIT_TEST_SUITE_END();

    void readsStatusLines() {
        const std::string rest = "\r\nContent-Length: 0\r\n\r\n";
        reads("200 OK|Content-Length=0|, reusable", "HTTP/1.1 200 OK" + rest);
        reads("200 |Content-Length=0|, reusable", "HTTP/1.1 200 " + rest);
        reads("200 |Content-Length=0|, reusable", "HTTP/1.1 200" + rest);
        reads("999  very odd |Content-Length=0|, reusable", "HTTP/1.1 999  very odd " + rest);
        reads("200 OK|Content-Length=0|, reusable", "HTTP/1.9 200 OK" + rest);
        reads("200 OK|Content-Length=0|", "HTTP/1.0 200 OK" + rest);
    }
    void readsHeaders() {
        const auto with = [](const std::string& expected, const std::string& header) {
            reads("200 OK|" + expected + "|Content-Length=0|, reusable",
                  "HTTP/1.1 200 OK\r\n" + header + "\r\nContent-Length: 0\r\n\r\n");
        };
        with("A=b", "A: b");
        with("A=b", "A:b");
        with("A=b c", "A: \t b c \t");
        with("A=", "A:");
        with("A=", "A:   ");
        with("A=:", "A: :");
        with("A=b|a=c", "A: b\r\na: c");
        with("x!#$%&'*+-.^_`|~0=y", "x!#$%&'*+-.^_`|~0: y");
        with("A=\xc3\xa4\xff", "A: \xc3\xa4\xff");
        with("A=b|C=d", "A: b\nC: d");
    }
    void readsABodyByItsLength() {
        reads("200 OK|Content-Length=5|he\nlo, reusable",
              "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe\nlo");
        reads("200 OK|Content-Length=002|ok, reusable",
              "HTTP/1.1 200 OK\r\nContent-Length: 002\r\n\r\nok");
        reads("200 OK|Content-Length=2|ok, reusable", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
        reads("500 No|Content-Length=2|ok, reusable",
              "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nok");
    }
    void readsChunks() {
        const auto chunked = [](const std::string& body, const std::string& chunks) {
            reads("200 OK|Transfer-Encoding=chunked|" + body + ", reusable",
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
        };
        chunked("", "0\r\n\r\n");
        chunked("hello", "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n");
        chunked("0123456789abcdefXYZ", "0010\r\n0123456789abcdef\r\n3\r\nXYZ\r\n000\r\n\r\n");
        chunked("0123456789a", "B\r\n0123456789a\r\n0\r\n\r\n");
        chunked("\r\n0\r\n\r\n", "7\r\n\r\n0\r\n\r\n\r\n0\r\n\r\n");
        chunked("he", "2;name=value;other=\"a;b\"\r\nhe\r\n0;last\r\n\r\n");
        chunked("he", "2 ; x\r\nhe\r\n0\r\n\r\n");
        chunked("he", "2\r\nhe\r\n0\r\nChecksum: abc\r\nX: y\r\n\r\n");
        chunked("he", "2\nhe\n0\n\n");
        reads("200 OK|transfer-encoding=Chunked|he, reusable",
              "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n2\r\nhe\r\n0\r\n\r\n");
    }
    void readsABodyUntilTheEnd() {
        reads("200 OK|A=b|hello, ended by close", "HTTP/1.1 200 OK\r\nA: b\r\n\r\nhello");
        reads("200 OK|, ended by close", "HTTP/1.1 200 OK\r\n\r\n");
        reads("200 OK|hello, ended by close", "HTTP/1.0 200 OK\r\n\r\nhello");
    }
    void knowsAnswersWithoutABody() {
        reads("200 OK|Content-Length=5|, reusable", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n",
              true);
        reads("200 OK|Content-Length=99999|, reusable",
              "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", true);
        reads("200 OK|Transfer-Encoding=chunked|, reusable",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", true);
        reads("200 OK|, reusable", "HTTP/1.1 200 OK\r\n\r\n", true);
        reads("204 No Content|, reusable", "HTTP/1.1 204 No Content\r\n\r\n");
        reads("204 |Content-Length=3|, reusable, left: abc",
              "HTTP/1.1 204\r\nContent-Length: 3\r\n\r\nabc");
        reads("304 |Content-Length=3|, reusable", "HTTP/1.1 304\r\nContent-Length: 3\r\n\r\n");
        reads("205 |Content-Length=0|, reusable", "HTTP/1.1 205\r\nContent-Length: 0\r\n\r\n");
    }
    void passesOverInterimAnswers() {
        reads("200 OK|Content-Length=2|ok, reusable",
              "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\nContent-Length: 7\r\n\r\n"
              "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nConnection: close\r\n\r\n"
              "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }
    void leavesWhatFollows() {
        reads("200 OK|Content-Length=2|ok, reusable, left: HTTP/1.1 ",
              "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 ");
        reads("200 OK|Transfer-Encoding=chunked|, reusable, left: \r\n",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n\r\n");
        reads("204 |, reusable, left: x", "HTTP/1.1 204\r\n\r\nx");
    }
    void knowsWhetherTheConnectionMayBeUsedAgain() {
        const auto with = [](const std::string& version, const std::string& value, bool reusable) {
            reads(
                "200 |Content-Length=0|Connection=" + value + "|" + (reusable ? ", reusable" : ""),
                "HTTP/1." + version + " 200\r\nContent-Length: 0\r\nConnection: " + value +
                    "\r\n\r\n");
        };
        with("1", "close", false);
        with("1", "CLOSE", false);
        with("1", "x ,\tclose , y", false);
        with("1", "", true);
        with("1", "keep-alive", true);
        with("1", "closed", true);
        with("1", "not close", true);
        with("0", "keep-alive", true);
        with("0", "a, Keep-Alive", true);
        with("0", "", false);
        with("0", "close", false);
    }
    void takesABodyThatIsJustSmallEnough() {
        reads("200 |Content-Length=5|hello, reusable",
              "HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello", false, 5);
        reads("200 |Transfer-Encoding=chunked|hello, reusable",
              "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
              false, 5);
        reads("200 |hello, ended by close", "HTTP/1.1 200\r\n\r\nhello", false, 5);
        reads("200 |Content-Length=0|, reusable", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n",
              false, 0);
    }
    void takes256Headers() {
        std::string bytes = "HTTP/1.1 204\r\n", expected = "204 |";
        for (int i = 0; i < 256; ++i) bytes += "A: b\r\n", expected += "A=b|";
        reads(expected + ", reusable", bytes + "\r\n");
    }
    void knowsHowFarItIs() {
        tenon::net::ResponseParser parser(false, 10);
        CPPUNIT_ASSERT(!parser.began());
        parser.feed("HTTP/1.1 100\r\n\r\nHTTP/1.1 200\r\nContent-Length: 1\r\n");
        CPPUNIT_ASSERT(parser.began());
        CPPUNIT_ASSERT(!parser.headed());
        parser.feed("\r\n");
        CPPUNIT_ASSERT(parser.headed());
        CPPUNIT_ASSERT(!parser.done());
        parser.feed("x");
        CPPUNIT_ASSERT(parser.done());
        CPPUNIT_ASSERT_EQUAL(std::size_t(0), parser.feed("more"));
        parser.end();
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ResponseParserTest);
