// SPDX-License-Identifier: Apache-2.0
// Where the step agrees to send secrets to.
#include "refusal.h"

using sample::Inputs;

class BaseUrlTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(BaseUrlTest);
    CPPUNIT_TEST(refusesWhatIsNoWebAddress);
    CPPUNIT_TEST(refusesCredentials);
    CPPUNIT_TEST(refusesAQueryOrAFragment);
    CPPUNIT_TEST(refusesAnAddressWithoutAPath);
    CPPUNIT_TEST(refusesPlainHttpToOtherMachines);
    CPPUNIT_TEST(takesPlainHttpWhereItIsAllowedByName);
    CPPUNIT_TEST(takesHttpsAndThisMachine);
    CPPUNIT_TEST_SUITE_END();

    static void wrong(const std::string& baseUrl, const std::string& problems) {
        CPPUNIT_ASSERT_EQUAL("/connection/baseUrl " + problems,
                             sample::refusal([&](Inputs& in) { in.connection.baseUrl = baseUrl; }));
    }

    void refusesWhatIsNoWebAddress() {
        for (const char* bad : {"api.example.com",
                                "api.example.com/elements/api-v2",
                                "localhost:8080/x",
                                "/x",
                                "x",
                                "ftp://h/x",
                                "file:///etc/passwd",
                                "https:",
                                "https://",
                                "https:///x",
                                "https:/h/x",
                                "https://h:port/x",
                                "https://h:70000/x",
                                "https://[::1/x",
                                "https://h/a b",
                                " https://h/x",
                                "https://h/x ",
                                "https://h/%zz",
                                "https://h/\xC3\xA9",
                                "https://h/\"x",
                                "https://h\\x/y",
                                "mailto:a@b.c"})
            wrong(bad, "is not a web address; write https://HOST/elements/api-v2");
    }
    void refusesCredentials() {
        for (const char* bad : {"https://me:s3cret@h/x", "https://me@h/x", "http://me:s3cret@h",
                                "https://:s3cret@h/x?a"})
            wrong(bad, "holds credentials; put them into user and organization");
    }
    void refusesAQueryOrAFragment() {
        for (const char* bad : {"https://h/x?a=s3cret", "https://h/x#s3cret", "https://h/x?",
                                "https://h/x#", "https://h?a", "http://h/x/?a#b"})
            wrong(bad, "ends in a query or fragment; leave it out");
    }
    void refusesAnAddressWithoutAPath() {
        wrong("https://h", "has no path; write https://h/elements/api-v2");
        wrong("https://h/", "has no path; write https://h/elements/api-v2");
        wrong("https://h:8443//", "has no path; write https://h:8443/elements/api-v2");
        wrong("http://127.0.0.1:8080", "has no path; write http://127.0.0.1:8080/elements/api-v2");
        wrong("http://[::1]:8080/", "has no path; write http://[::1]:8080/elements/api-v2");
        wrong("HTTPS://H", "has no path; write https://h/elements/api-v2");
    }
    void refusesPlainHttpToOtherMachines() {
        const std::string problem =
            "is plain http, which shows the secrets to the network; write https:// instead, or "
            "allow plain http to ";
        wrong("http://h.example.com/x", problem + "h.example.com by name");
        wrong("HTTP://H.example.com:8080/x", problem + "h.example.com by name");
        wrong("http://[2001:db8::1]/x", problem + "2001:db8::1 by name");
        wrong("http://127.0.0.1.example.com/x", problem + "127.0.0.1.example.com by name");
        wrong("http://localhost.example.com/x", problem + "localhost.example.com by name");
        wrong("http://0.0.0.0/x", problem + "0.0.0.0 by name");
        wrong("http://h/", "has no path; write http://h/elements/api-v2\n  /connection/baseUrl " +
                               problem + "h by name");
    }
    void takesPlainHttpWhereItIsAllowedByName() {
        auto in = sample::inputs();
        in.connection.baseUrl = "http://crm.lan:8080/x";
        tenon::testing::FakeContext context;
        context.plainHttpHosts = {"crm.lan"};
        context.fakeHttp.answer(200, R"({"id":1,"token":"t"})");
        CPPUNIT_ASSERT(sample::call(context, in).ok());
        in.connection.baseUrl = "http://other.crm.lan/x";
        CPPUNIT_ASSERT(!sample::call(context, in).ok());
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), context.fakeHttp.sent.size());
    }
    void takesHttpsAndThisMachine() {
        for (const char* good : {"https://h/x", "https://h/x/", "https://h:8443/elements/api-v2",
                                 "https://[::1]/x", "http://localhost/x", "http://127.0.0.1:1/x",
                                 "http://127.9.9.9/x", "http://[::1]/x", "https://h/a%20b/~c;d=e"})
            sample::accepted([&](Inputs& in) { in.connection.baseUrl = good; });
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(BaseUrlTest);
