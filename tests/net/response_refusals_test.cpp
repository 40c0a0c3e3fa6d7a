// SPDX-License-Identifier: Apache-2.0
// Answers that are refused, each with its whole text: cut, unclear, too large, or no HTTP.
#include "parser_fixture.h"

class ResponseRefusalsTest : public ParserFixture {
    CPPUNIT_TEST_SUITE(ResponseRefusalsTest);
    CPPUNIT_TEST(refusesOtherStatusLines);
    CPPUNIT_TEST(knowsAtOnceThatItIsNotHttp);
    CPPUNIT_TEST(refusesOtherHeaders);
    CPPUNIT_TEST(refusesControlCharacters);
    CPPUNIT_TEST(refusesUnclearLengths);
    CPPUNIT_TEST(refusesOtherChunks);
    CPPUNIT_TEST(refusesWhatIsCut);
    CPPUNIT_TEST(refusesWhatIsTooLarge);
    CPPUNIT_TEST_SUITE_END();

    static void head(const std::string& text, const std::string& headers) {
        reads("malformed: " + text, "HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\nok");
    }
    static void chunks(const std::string& expected, const std::string& body) {
        reads(expected, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
    }

    void refusesOtherStatusLines() {
        for (const auto* line :
             {"", " HTTP/1.1 200 OK", "HTTP/2 200 OK", "HTTP/2.0 200 OK", "HTTP/1.x 200 OK",
              "HTTP/1.10 200 OK", "HTTP/1.1  200 OK", "HTTP/1.1 20", "HTTP/1.1 2000 OK",
              "http/1.1 200 OK", "HTTP/1.1\t200 OK", "ICY 200 OK"})
            reads("malformed: the answer is not HTTP/1.1", line + std::string("\r\n\r\n"));
        for (const auto* line : {"HTTP/1.1 2x0 OK", "HTTP/1.1 +20 OK", "HTTP/1.1 -20 OK",
                                 "HTTP/1.1 20  OK", "HTTP/1.1 0x2 OK"})
            reads("malformed: the answer's status is no number", line + std::string("\r\n\r\n"));
        reads("malformed: the answer's status is below 100", "HTTP/1.1 099 Low\r\n\r\n");
        reads("malformed: the answer changes the protocol, which nobody asked for",
              "HTTP/1.1 101 Switching Protocols\r\n\r\n");
    }
    // A server of another protocol may wait for us now, and no line may ever end.
    void knowsAtOnceThatItIsNotHttp() {
        reads("malformed: the answer is not HTTP/1.1", "\x05");
        reads("malformed: the answer is not HTTP/1.1", "HTTP/2");
        reads("malformed: the answer is not HTTP/1.1", "SSH-2.0-");
        reads(
            "truncated: the connection was closed in the middle of the answer, which is "
            "incomplete",
            "HTTP/1.");
        reads("malformed: the answer is TLS; the URL begins with http:// and not https://",
              std::string_view("\x15\x03\x01\x00\x02\x02\x28", 7));
    }
    void refusesOtherHeaders() {
        head("a header of the answer has no valid name", "no colon");
        head("a header of the answer has no valid name", ": value");
        head("a header of the answer has no valid name", "A : b");
        head("a header of the answer has no valid name", "A\x80: b");
        head("a header of the answer has no valid name", "A B: c");
        head("a header of the answer is folded over two lines", "A: b\r\n c");
        head("a header of the answer is folded over two lines", "A: b\r\n\tc: d");
        head("a header of the answer is folded over two lines", " A: b");
        std::string many = "A: b";
        for (int i = 1; i < 257; ++i) many += "\r\nA: b";
        head("the answer has more than 256 header fields", many);
    }
    void refusesControlCharacters() {
        head("the answer's head holds a control character", std::string("A: b\0c", 6));
        head("the answer's head holds a control character", "A: b\rc: d");
        head("the answer's head holds a control character", "A: b\r\r");
        head("the answer's head holds a control character", "A: \x1b[2J");
        head("the answer's head holds a control character", "A: \x7f");
        reads("malformed: the answer's head holds a control character",
              "HTTP/1.1 200 \x1b[2J\r\n\r\n");
        chunks("malformed: the answer's head holds a control character", "2;\x01\r\nok");
    }
    void refusesUnclearLengths() {
        for (const auto* value :
             {"-2", "+2", "two", "2x", "2, 2", "0x2", "2 2", "", "1e1", "18446744073709551616"})
            head("the answer's Content-Length is no number",
                 std::string("Content-Length: ") + value);
        head("the answer has two Content-Length headers", "Content-Length: 2\r\ncontent-length: 2");
        head("the answer has two Content-Length headers", "Content-Length: 2\r\nContent-Length: 3");
        head("the answer has two Transfer-Encoding headers",
             "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked");
        head("the answer has both Content-Length and Transfer-Encoding, so its end is unclear",
             "Content-Length: 2\r\nTransfer-Encoding: chunked");
        for (const auto* value : {"gzip, chunked", "identity", "chunked, chunked", "xchunked", ""})
            head("the answer has a Transfer-Encoding other than chunked",
                 std::string("Transfer-Encoding: ") + value);
        reads("malformed: the answer has a Transfer-Encoding other than chunked",
              "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }
    void refusesOtherChunks() {
        for (const auto* size : {"", "g", "-2", "+2", "0x2", "2 2", ";x", "10000000000000000"})
            chunks("malformed: the answer's chunk size is no number",
                   size + std::string("\r\nok\r\n0\r\n\r\n"));
        chunks("malformed: a chunk of the answer is longer than it says", "2\r\nokay\r\n0\r\n\r\n");
        std::string many;
        for (int i = 0; i < 256; ++i) many += "A: b\r\n";
        chunks("malformed: the answer has more than 256 header fields", "0\r\n" + many);
    }
    void refusesWhatIsCut() {
        reads("closed: the connection was closed without an answer", "");
        const std::string cut =
            "truncated: the connection was closed in the middle of the answer, which is incomplete";
        for (const auto* bytes :
             {"H", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n",
              "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n",
              "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab"})
            reads(cut, bytes);
        for (const auto* body : {"", "5", "5\r\n", "5\r\nhel", "5\r\nhello", "5\r\nhello\r\n",
                                 "5\r\nhello\r\n0", "5\r\nhello\r\n0\r\n", "0\r\nA: b\r\n"})
            chunks(cut, body);
    }
    void refusesWhatIsTooLarge() {
        const std::string large = "too large: the answer's body is larger than 5 bytes";
        reads(large, "HTTP/1.1 200\r\nContent-Length: 6\r\n\r\n", false, 5);
        reads(large, "HTTP/1.1 200\r\nContent-Length: 18446744073709551615\r\n\r\n", false, 5);
        reads(large, "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1\r\n!",
              false, 5);
        reads(large, "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nhello!",
              false, 5);
        reads(large, "HTTP/1.1 200\r\n\r\nhello!", false, 5);
        const std::string line = "too large: a line of the answer's head is longer than 16 KB";
        const std::string much(16 * 1024 + 1, 'x');
        reads(line, "HTTP/1.1 200 " + much + "\r\n");
        reads(line, "HTTP/1.1 200 OK\r\nA: " + much);
        reads(line, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;" + much);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ResponseRefusalsTest);
