// SPDX-License-Identifier: Apache-2.0
// URLs: what they say, what is refused of them, and where a Location leads.
#include "net/url.h"

#include <cppunit/extensions/HelperMacros.h>

#include "net/fault.h"

using tenon::net::Fault;
using tenon::net::FaultKind;
using tenon::net::Url;

class UrlTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(UrlTest);
    CPPUNIT_TEST(readsUrls);
    CPPUNIT_TEST(refusesOtherUrls);
    CPPUNIT_TEST(showsNoQuery);
    CPPUNIT_TEST(namesThePortWhereItIsNotTheSchemesOwn);
    CPPUNIT_TEST(followsALocationToTheSameServerOnly);
    CPPUNIT_TEST_SUITE_END();

    // "SCHEME HOST PORT TARGET", or what is refused.
    static std::string read(const std::string& text) {
        try {
            const Url url = tenon::net::parseUrl(text);
            return (url.tls ? "https " : "http ") + url.host + " " + std::to_string(url.port) +
                   " " + url.target;
        } catch (const Fault& fault) {
            CPPUNIT_ASSERT(fault.kind() == FaultKind::refused);
            return fault.what();
        }
    }
    static void reads(const std::string& expected, const std::string& text) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(text, expected, read(text));
    }

    void readsUrls() {
        reads("http example.com 80 /", "http://example.com");
        reads("http example.com 80 /", "http://example.com/");
        reads("https example.com 443 /", "https://example.com");
        reads("https example.com 8443 /a/b?c=d&e", "HTTPS://Example.COM:8443/a/b?c=d&e");
        reads("http example.com 80 /?a=b", "http://example.com?a=b");
        reads("http example.com 80 /a", "http://example.com/a#part?x=y");
        reads("http example.com 80 /", "http://example.com#part");
        reads("http example.com 80 /A%20b%0d%0a", "http://example.com/A%20b%0d%0a");
        reads("http example.com 80 /a@b:c", "http://example.com/a@b:c");
        reads("http example.com 80 /?at=a@b://c", "http://example.com?at=a@b://c");
        reads("http 127.0.0.1 1 /", "http://127.0.0.1:1");
        reads("http example.com 65535 /", "http://example.com:65535");
        reads("http ::1 80 /", "http://[::1]");
        reads("https fe80::a 8443 /x", "https://[FE80::A]:8443/x");
    }
    void refusesOtherUrls() {
        const std::string scheme = "the URL does not begin with http:// or https://";
        for (const auto* text : {"", "example.com", "/path", "//example.com/", "ftp://example.com/",
                                 "httpx://example.com/", "http:/example.com", "http:example.com",
                                 "file:///etc/passwd", "://example.com", "s://http://example.com"})
            reads(scheme, text);
        const std::string character =
            "the URL holds a blank, a line break or a character that is not percent-encoded";
        for (const auto* text :
             {"http://example.com/a b", "http://example.com/\r\nEvil: 1", "http://exa mple.com/",
              "http://example.com/\t", " http://example.com/", "http://example.com/\n",
              "http://example.com/\x7f",
              "http://b\xc3\xbc"
              "cher.example/",
              "http://example.com/\xc3\xa4"})
            reads(character, text);
        reads(character, std::string("http://example.com/\0", 20));
        const std::string credentials = "the URL holds credentials; send them in a header";
        reads(credentials, "http://user:secret@example.com/");
        reads(credentials, "http://user@example.com");
        reads(credentials, "http://@example.com/");
        reads(credentials, "http://example.com@evil.example?x");
        const std::string port = "the port in the URL is not a number from 1 to 65535";
        for (const auto* text :
             {"http://example.com:/", "http://example.com:0/", "http://example.com:65536/",
              "http://example.com:-1/", "http://example.com:+1/", "http://example.com:8x/",
              "http://example.com:http/", "http://[::1]:x"})
            reads(port, text);
        for (const auto* text : {"http://", "http:///path", "http://:80/", "https://?a=b"})
            reads("the URL names no host", text);
        reads("an IPv6 address in a URL stands in [ ]", "http://::1/");
        reads("the URL's [ is not closed", "http://[::1/");
        for (const auto* text : {"http://[]/", "http://[example.com]/", "http://[127.0.0.1]/",
                                 "http://[::1%25lo]/", "http://[:::]/"})
            reads("what stands in [ ] in the URL is no IPv6 address", text);
        reads("the URL's host is followed by something else than a port", "http://[::1]80/");
    }
    void showsNoQuery() {
        const auto shown = [](const std::string& text) {
            return tenon::net::parseUrl(text).shown();
        };
        CPPUNIT_ASSERT_EQUAL(std::string("https://example.com/a"),
                             shown("https://EXAMPLE.com:443/a?token=secret#x"));
        CPPUNIT_ASSERT_EQUAL(std::string("http://[::1]:8080/"), shown("http://[::1]:8080?a=b"));
    }
    void namesThePortWhereItIsNotTheSchemesOwn() {
        const auto authority = [](const std::string& text) {
            return tenon::net::parseUrl(text).authority();
        };
        CPPUNIT_ASSERT_EQUAL(std::string("example.com"), authority("http://example.com:80/"));
        CPPUNIT_ASSERT_EQUAL(std::string("example.com"), authority("https://example.com:443/"));
        CPPUNIT_ASSERT_EQUAL(std::string("example.com:443"), authority("http://example.com:443/"));
        CPPUNIT_ASSERT_EQUAL(std::string("[::1]"), authority("http://[::1]/"));
        CPPUNIT_ASSERT_EQUAL(std::string("[::1]:81"), authority("http://[::1]:81/"));
    }
    void followsALocationToTheSameServerOnly() {
        const auto leads = [](const std::string& expected, const std::string& location) {
            const auto from = tenon::net::parseUrl("https://example.com/a/b?c=d");
            const auto to = tenon::net::redirected(from, location);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(location, expected, to ? to->target : "nowhere");
        };
        leads("/x", "/x");
        leads("/x?y=z", "/x?y=z");
        leads("/login?next=https://other.example/", "/login?next=https://other.example/");
        leads("/a/x", "x");
        leads("/a/x?to=http://other.example", "x?to=http://other.example");
        leads("/a/b?x=y", "?x=y");
        leads("/x", "https://example.com/x");
        leads("/x", "HTTPS://EXAMPLE.COM:443/x#y");
        leads("/x", "//example.com/x");
        leads("/", "https://example.com");
        for (const auto* location :
             {"http://example.com/x", "https://other.example/x", "https://example.com:444/x",
              "//other.example/x", "//example.com:444/x", "https://user:secret@example.com/x",
              "https://example.com.evil.example/x", "https://example.com@evil.example/x",
              "ftp://example.com/x", "mailto:a@example.com", "/a b", "/\r\nEvil: 1", "///x"})
            leads("nowhere", location);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(UrlTest);
