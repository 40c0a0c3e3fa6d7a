// SPDX-License-Identifier: Apache-2.0
// The platform's refusals: what a person reads, and what the host may do about them.
#include "sample.h"

using sample::kLookFirst;
using tenon::ErrorKind;

namespace {

struct Row {
    int status;
    ErrorKind kind;
    bool maybe;
    bool retryable;
    std::string advice;
};

const std::string kElsewhere = " It wants the request elsewhere: check connection.baseUrl.";

const Row kRows[] = {
    {301, ErrorKind::communication, true, false, kElsewhere},
    {302, ErrorKind::communication, true, false, kElsewhere},
    {303, ErrorKind::communication, true, false, kElsewhere},
    {304, ErrorKind::communication, true, false, ""},
    {307, ErrorKind::communication, true, false, kElsewhere},
    {308, ErrorKind::communication, true, false, kElsewhere},
    {400, ErrorKind::communication, false, false, ""},
    {401, ErrorKind::authentication, false, false,
     " Check connection.user and connection.organization."},
    {403, ErrorKind::authorization, false, false,
     " The credentials in connection are known but do not allow this: check the rights of that "
     "user."},
    {404, ErrorKind::communication, false, false,
     " Check connection.baseUrl, and whether this platform offers the element sagecrm."},
    {405, ErrorKind::communication, false, false, ""},
    {406, ErrorKind::communication, false, false, ""},
    {408, ErrorKind::timeout, true, false, ""},
    {409, ErrorKind::communication, false, false, ""},
    {413, ErrorKind::communication, false, false, ""},
    {415, ErrorKind::communication, false, false, ""},
    {429, ErrorKind::communication, false, true, ""},
    {500, ErrorKind::communication, true, false, ""},
    {502, ErrorKind::communication, true, false,
     " The platform could not reach the Sage CRM server: check subdomain, username and password."},
    {503, ErrorKind::communication, true, false, ""},
    {504, ErrorKind::communication, true, false, ""},
    {599, ErrorKind::communication, true, false, ""},
};

}  // namespace

class PlatformErrorTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(PlatformErrorTest);
    CPPUNIT_TEST(saysWhatThePlatformSaid);
    CPPUNIT_TEST(saysTheStatusWhereThePlatformSaidNothing);
    CPPUNIT_TEST(quotesNoPageOfAGateway);
    CPPUNIT_TEST(endsEverySentence);
    CPPUNIT_TEST(forgivesMembersOfAnotherKind);
    CPPUNIT_TEST(takesControlCharactersOutOfQuotes);
    CPPUNIT_TEST(cutsLongTexts);
    CPPUNIT_TEST(cutsNoCharacterInTwo);
    CPPUNIT_TEST(takesTheRequestIdFromAHeaderToo);
    CPPUNIT_TEST(readsRetryAfter);
    CPPUNIT_TEST(ignoresARetryAfterThatIsNoNumberOfSeconds);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string answered(const Row& row) {
        return "The platform answered " + std::to_string(row.status);
    }
    static std::string end(const Row& row) { return row.maybe ? kLookFirst : ""; }

    static void is(const Row& row, const std::string& detail, const std::string& requestId,
                   const tenon::Error& error) {
        same(detail, error.detail);
        same(row.maybe ? "unknown outcome" : "refused by the platform", error.title);
        same(tenon::name(row.kind), tenon::name(error.kind));
        CPPUNIT_ASSERT_EQUAL(row.status, error.status);
        CPPUNIT_ASSERT_EQUAL(row.maybe, error.done == tenon::Done::maybe);
        CPPUNIT_ASSERT_EQUAL(row.retryable, error.retryable);
        same(requestId, error.requestId);
        CPPUNIT_ASSERT(!error.retryAfter);
    }

    void saysWhatThePlatformSaid() {
        for (const Row& row : kRows) {
            is(row,
               answered(row) + ": It did not work. Sage CRM said: No such user." + row.advice +
                   end(row),
               "58b46b1be4b0e5a9b7d19c49",
               sample::fault(sample::answered(
                   row.status,
                   R"({"requestId":"58b46b1be4b0e5a9b7d19c49","message":"It did not work",)"
                   R"("providerMessage":"No such user"})")));
            is(row, answered(row) + ": It did not work." + row.advice + end(row), "",
               sample::fault(sample::answered(row.status, R"({"message":"It did not work."})")));
        }
    }
    void saysTheStatusWhereThePlatformSaidNothing() {
        for (const Row& row : kRows)
            is(row, answered(row) + "." + row.advice + end(row), "5b0437c6",
               sample::fault(sample::answered(row.status, R"({"requestId":"5b0437c6"})")));
    }
    // Nor does a gateway know what the Sage CRM server did.
    void quotesNoPageOfAGateway() {
        for (const std::string body : {"", "<html><body>Bad Gateway</body></html>", "Busy", "[]",
                                       "\"Busy\"", "{}", R"({"message":"Bu)"})
            for (const Row& row : kRows)
                is(row, answered(row) + "." + (row.status == 502 ? "" : row.advice) + end(row), "",
                   sample::fault(sample::answered(row.status, body)));
    }

    static std::string detail(int status, const std::string& body) {
        return sample::fault(sample::answered(status, body)).detail;
    }
    void endsEverySentence() {
        same("The platform answered 400: Why?", detail(400, R"({"message":"Why?"})"));
        same("The platform answered 400: No! Sage CRM said: No.",
             detail(400, R"({"message":"No!","providerMessage":"No"})"));
        same("The platform answered 400. Sage CRM said: No.",
             detail(400, R"({"providerMessage":"No"})"));
        same("The platform answered 400: No.", detail(400, R"({"message":" No "})"));
        same("The platform answered 400.", detail(400, R"({"message":" \n "})"));
    }
    void forgivesMembersOfAnotherKind() {
        same("The platform answered 400.",
             detail(400, R"({"message":{"text":"No"},"providerMessage":["No"],"requestId":5})"));
        same("The platform answered 400.", detail(400, R"({"message":null,"requestId":null})"));
    }
    void takesControlCharactersOutOfQuotes() {
        const auto error = sample::fault(sample::answered(
            400, R"({"message":"a\r\nb\u0000c\u001b[31md\u007fe\u009b2Jf","providerMessage":"\tg",)"
                 R"("requestId":"1\n2"})"));
        same("The platform answered 400: a  b c [31md e  2Jf. Sage CRM said: g.", error.detail);
        same("1 2", error.requestId);
        const auto quoted = [&](const std::string& text) {
            const std::string said = detail(400, R"({"message":"a)" + text + R"(b"})");
            return said == "The platform answered 400: a" + text + "b.";
        };
        for (const char* text :
             {"\u0080", "\u061c", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e",
              "\u2066", "\u2069", "\u206f", "\ufeff", "\ufff9", "\U000e0001", "\U000e007f"})
            CPPUNIT_ASSERT_MESSAGE(text, !quoted(text));
        for (const char* text : {"\u00a0", "é", "\u061d", "\u200d", "€", "\u2027", "\u202f", "😀"})
            CPPUNIT_ASSERT_MESSAGE(text, quoted(text));
    }
    void cutsLongTexts() {
        const std::string fits(500, 'x');
        same("The platform answered 400: " + fits + ".",
             detail(400, R"({"message":")" + fits + "\"}"));
        same("The platform answered 400: " + fits + "...",
             detail(400, R"({"message":")" + fits + "x\"}"));
        same("The platform answered 400. Sage CRM said: " + fits + "...",
             detail(400, R"({"providerMessage":")" + std::string(1 << 20, 'x') + "\"}"));
    }
    void cutsNoCharacterInTwo() {
        const std::string before(499, 'x');
        for (const std::string character : {"é", "€", "😀"})
            same("The platform answered 400: " + before + "...",
                 detail(400, R"({"message":")" + before + character + "y\"}"));
        same("The platform answered 400: " + before.substr(1) + "é...",
             detail(400, R"({"message":")" + before.substr(1) + "éy\"}"));
    }

    void takesTheRequestIdFromAHeaderToo() {
        const auto id = [](int status, const std::string& body, const std::string& header) {
            return sample::fault(sample::answered(status, body, {{"elements-request-id", header}}))
                .requestId;
        };
        same("5b04", id(502, "<html>Bad Gateway</html>", "5b04"));
        same("5b04", id(200, R"({"id":1})", "5b04"));
        same("58b4", id(400, R"({"requestId":"58b4"})", "5b04"));
        same("********", id(500, "", sample::kPassword));
        same("a b", id(500, "", "a\tb"));
        same("", id(500, "", ""));
    }

    static std::string retryAfter(const std::string& value) {
        for (const char* name : {"Retry-After", "retry-after"}) {
            const auto error = sample::fault(sample::answered(429, "{}", {{name, value}}));
            if (!error.retryAfter) return "none";
            if (error.retryAfter->count() > 0) return std::to_string(error.retryAfter->count());
        }
        return "0";
    }
    void readsRetryAfter() {
        same("30", retryAfter("30"));
        same("0", retryAfter("0"));
        for (const char* much : {"86401", "4294967295", "4294967296", "99999999999999999999"})
            same("86400", retryAfter(much));
        const auto error = sample::fault(sample::answered(503, "{}", {{"Retry-After", "5"}}));
        CPPUNIT_ASSERT(error.retryAfter == std::chrono::seconds(5));
        CPPUNIT_ASSERT(!error.retryable);
    }
    void ignoresARetryAfterThatIsNoNumberOfSeconds() {
        for (const char* value :
             {"", " ", "-1", "+1", "1.5", "30 s", "soon", "0x10", "Wed, 21 Oct 2015 07:28:00 GMT"})
            same("none", retryAfter(value));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(PlatformErrorTest);
