// SPDX-License-Identifier: Apache-2.0
#include <cppunit/extensions/HelperMacros.h>

#include "http/auth/digest_challenge.h"

namespace {

using tenon::Header;
using namespace tenon::http;

class DigestTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(DigestTest);
    CPPUNIT_TEST(readsChallenges);
    CPPUNIT_TEST(knowsWhatItCanAnswer);
    CPPUNIT_TEST(answersAsTheStandardsDo);
    CPPUNIT_TEST(quotesWhatNeedsIt);
    CPPUNIT_TEST_SUITE_END();

    static std::vector<Challenge> read(const std::string& value) {
        return challengesOf({{"WWW-Authenticate", value}});
    }
    static std::string written(const std::vector<Challenge>& challenges) {
        std::string out;
        for (const auto& challenge : challenges) {
            out += challenge.scheme + "{";
            for (const auto& [name, value] : challenge.parts) out += name + "=" + value + ";";
            out += "}";
        }
        return out;
    }

    void readsChallenges() {
        const std::pair<const char*, const char*> rows[] = {
            {"Digest realm=\"a, b\", nonce=\"n\"", "digest{realm=a, b;nonce=n;}"},
            {"Digest realm=\"a \\\"b\\\"\",nonce=n,stale=FALSE",
             "digest{realm=a \"b\";nonce=n;stale=FALSE;}"},
            {"Basic realm=\"r\", Digest nonce = \"n\"", "basic{realm=r;}digest{nonce=n;}"},
            {"Negotiate", "negotiate{}"},
            {"Digest nonce=\"open", "digest{nonce=open;}"},
            {"realm=\"nobody's\"", ""},
            {"", ""},
        };
        for (const auto& [text, expected] : rows)
            CPPUNIT_ASSERT_EQUAL(std::string(expected), written(read(text)));
        CPPUNIT_ASSERT_EQUAL(std::string("basic{}digest{nonce=n;}"),
                             written(challengesOf({{"WWW-Authenticate", "Basic"},
                                                   {"Date", "now"},
                                                   {"www-authenticate", "Digest nonce=n"}})));
    }

    void knowsWhatItCanAnswer() {
        const std::pair<const char*, bool> rows[] = {
            {"Digest nonce=n", true},
            {"Digest nonce=n, algorithm=MD5", true},
            {"Digest nonce=n, algorithm=md5-sess, qop=\"auth\"", true},
            {"Digest nonce=n, algorithm=SHA-256, qop=\"auth-int, auth\"", true},
            {"Digest nonce=n, algorithm=SHA-256-sess, qop=\"auth,auth-int\"", true},
            {"Digest nonce=n, qop=\"auth-int\"", false},
            {"Digest nonce=n, algorithm=SHA-512-256", false},
            {"Digest realm=r", false},
            {"Basic nonce=n", false},
        };
        for (const auto& [text, can] : rows)
            CPPUNIT_ASSERT_EQUAL_MESSAGE(text, can, canAnswer(read(text).front()));
    }

    // The examples of RFC 7616 (3.9.1) and RFC 2617 (3.5), and older servers without qop.
    void answersAsTheStandardsDo() {
        const std::string nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
        const std::string opaque = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS";
        const std::string cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        const auto modern = [&](const std::string& algorithm) {
            return digestAnswer(
                read("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=" +
                     algorithm + ", nonce=\"" + nonce + "\", opaque=\"" + opaque + "\"")
                    .front(),
                {"Mufasa", "Circle of Life"}, "GET", "/dir/index.html", cnonce);
        };
        const auto expected = [&](const std::string& algorithm, const std::string& response) {
            return "username=\"Mufasa\", realm=\"http-auth@example.org\", nonce=\"" + nonce +
                   "\", uri=\"/dir/index.html\", response=\"" + response +
                   "\", algorithm=" + algorithm + ", opaque=\"" + opaque + "\", cnonce=\"" +
                   cnonce + "\", qop=auth, nc=00000001";
        };
        CPPUNIT_ASSERT_EQUAL(expected("MD5", "8ca523f5e9506fed4657c9700eebdbec"), modern("MD5"));
        CPPUNIT_ASSERT_EQUAL(
            expected("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
            modern("SHA-256"));
        const std::string old =
            "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"";
        CPPUNIT_ASSERT_EQUAL(
            std::string("username=\"Mufasa\", realm=\"testrealm@host.com\", "
                        "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\", "
                        "response=\"6629fae49393a05397450978507c4ef1\", cnonce=\"0a4f113b\", "
                        "qop=auth, nc=00000001"),
            digestAnswer(read(old + ", qop=\"auth\"").front(), {"Mufasa", "Circle Of Life"}, "GET",
                         "/dir/index.html", "0a4f113b"));
        CPPUNIT_ASSERT_EQUAL(
            std::string("username=\"Mufasa\", realm=\"testrealm@host.com\", "
                        "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\", "
                        "response=\"670fd8c2df070c60b045671b8b24ff02\""),
            digestAnswer(read(old).front(), {"Mufasa", "Circle Of Life"}, "GET", "/dir/index.html",
                         "0a4f113b"));
    }

    void quotesWhatNeedsIt() {
        const auto answer = digestAnswer(read("Digest realm=\"a \\\"b\\\\\", nonce=n").front(),
                                         {"o\"n", "p"}, "GET", "/", "c");
        CPPUNIT_ASSERT_EQUAL(std::string("username=\"o\\\"n\", realm=\"a \\\"b\\\\\", nonce=\"n\""),
                             answer.substr(0, answer.find(", uri")));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(DigestTest);

}  // namespace
