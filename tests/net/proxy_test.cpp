// SPDX-License-Identifier: Apache-2.0
// Which proxy the environment names for a URL.
#include "net/proxy.h"

#include <cppunit/extensions/HelperMacros.h>

#include <map>

#include "net/fault.h"

class ProxyTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ProxyTest);
    CPPUNIT_TEST(isNoneWithoutAVariable);
    CPPUNIT_TEST(isTheOneOfTheScheme);
    CPPUNIT_TEST(isNeverTakenFromCapitalHttpProxy);
    CPPUNIT_TEST(isNeverUsedForThisMachine);
    CPPUNIT_TEST(isReadInItsForms);
    CPPUNIT_TEST(mayHaveCredentials);
    CPPUNIT_TEST(isRefusedInOtherForms);
    CPPUNIT_TEST(isNotUsedWhereNoProxySays);
    CPPUNIT_TEST_SUITE_END();

    using Variables = std::map<std::string, std::string, std::less<>>;

    // "HOST:PORT AUTHORIZATION", "none", or what is refused.
    static std::string proxy(const std::string& url, const Variables& variables) {
        tenon::net::ClientOptions options;
        options.environment = [&](std::string_view name) -> std::optional<std::string> {
            const auto found = variables.find(name);
            if (found == variables.end()) return std::nullopt;
            return found->second;
        };
        try {
            const auto found = tenon::net::proxyFor(tenon::net::parseUrl(url), options);
            if (!found) return "none";
            return found->host + ":" + std::to_string(found->port) +
                   (found->authorization.empty() ? "" : " ") + found->authorization;
        } catch (const tenon::net::Fault& fault) {
            CPPUNIT_ASSERT(fault.kind() == tenon::net::FaultKind::refused);
            return fault.what();
        }
    }
    static void is(const std::string& expected, const std::string& url,
                   const Variables& variables) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(url, expected, proxy(url, variables));
    }

    void isNoneWithoutAVariable() {
        is("none", "http://example.com/", {});
        is("none", "https://example.com/", {{"https_proxy", ""}, {"all_proxy", ""}});
    }
    void isTheOneOfTheScheme() {
        const Variables all{{"http_proxy", "http://plain:1"},
                            {"https_proxy", "http://secure:2"},
                            {"all_proxy", "http://other:3"}};
        is("plain:1", "http://example.com/", all);
        is("secure:2", "https://example.com/", all);
        is("none", "https://example.com/", {{"http_proxy", "http://plain:1"}});
        is("none", "http://example.com/", {{"https_proxy", "http://secure:2"}});
        for (const std::string name : {"all_proxy", "ALL_PROXY"}) {
            is("other:3", "http://example.com/", {{name, "http://other:3"}});
            is("other:3", "https://example.com/", {{name, "http://other:3"}});
        }
        is("secure:2", "https://example.com/", {{"HTTPS_PROXY", "http://secure:2"}});
        is("small:2", "https://example.com/",
           {{"HTTPS_PROXY", "http://CAPITAL:2"}, {"https_proxy", "http://small:2"}});
    }
    // A web server sets it from a request's header "Proxy".
    void isNeverTakenFromCapitalHttpProxy() {
        is("none", "http://example.com/", {{"HTTP_PROXY", "http://evil:1"}});
    }
    void isNeverUsedForThisMachine() {
        const Variables all{{"all_proxy", "http://proxy:1"}};
        for (const auto* url : {"http://localhost/", "https://LOCALHOST:8443/", "http://127.0.0.1/",
                                "http://127.9.9.9/", "https://[::1]/"})
            is("none", url, all);
        for (const auto* url : {"http://localhost.example/", "http://128.0.0.1/", "http://[::2]/"})
            is("proxy:1", url, all);
    }
    void isReadInItsForms() {
        const auto reads = [](const std::string& expected, const std::string& text) {
            is(expected, "https://example.com/", {{"https_proxy", text}});
        };
        reads("proxy:3128", "http://proxy:3128");
        reads("proxy:3128", "http://proxy:3128/");
        reads("proxy:3128", "proxy:3128");
        reads("proxy:80", "http://Proxy");
        reads("proxy:80", "proxy");
        reads("::1:3128", "http://[::1]:3128");
        reads("127.0.0.1:3128", "127.0.0.1:3128");
    }
    void mayHaveCredentials() {
        const auto reads = [](const std::string& expected, const std::string& text) {
            is("proxy:1 Basic " + expected, "http://example.com/", {{"http_proxy", text}});
        };
        reads("dXNlcjpwYXNz", "http://user:pass@proxy:1");
        reads("dXNlcjpwYXNz", "user:pass@proxy:1");
        reads("dXNlcjo=", "http://user:@proxy:1");
        reads("dXNlcjpwQHM6cw==", "http://user:p%40s%3as@proxy:1");
        reads("dXNlcjpwQHM=", "http://user:p@s@proxy:1");
        reads("dXNlcjpwL3M=", "http://user:p%2Fs@proxy:1");
        reads("dXNlcjphDQpi", "http://user:a%0d%0ab@proxy:1");
        const std::string lengthy(90, 'a');
        CPPUNIT_ASSERT(proxy("http://example.com/", {{"http_proxy", lengthy + "@proxy:1"}})
                           .find_first_of("\r\n") == std::string::npos);
    }
    void isRefusedInOtherForms() {
        for (const auto* text :
             {"socks5://proxy:1", "https://proxy:1", "http://", "http://proxy:0", "http://proxy:x",
              "http://pro xy:1", "http://user:secret@", "http://user:sec%zzret@proxy:1",
              "http://user:secret%@proxy:1", "http://proxy:1\r\nEvil: 1", "://proxy",
              "ftp://user:secret@proxy:1"})
            is("the proxy that the environment names is not of the form http://HOST:PORT",
               "http://example.com/", {{"http_proxy", text}});
    }
    void isNotUsedWhereNoProxySays() {
        const auto with = [](const std::string& list, const std::string& host) {
            return proxy("http://" + host + "/", {{"http_proxy", "p:1"}, {"no_proxy", list}});
        };
        for (const auto& [list, host] :
             std::multimap<std::string, std::string>{{"example.com", "example.com"},
                                                     {"example.com", "EXAMPLE.com:81"},
                                                     {"example.com", "api.example.com"},
                                                     {"example.com", "a.b.example.com"},
                                                     {".example.com", "example.com"},
                                                     {".example.com", "api.example.com"},
                                                     {"Example.COM", "api.example.com"},
                                                     {"a, example.com ,b", "example.com"},
                                                     {"a example.com b", "example.com"},
                                                     {"a,,example.com", "example.com"},
                                                     {"*", "example.com"},
                                                     {"10.0.0.1", "10.0.0.1"},
                                                     {"fe80::1", "[fe80::1]"},
                                                     {"[fe80::1]", "[fe80::1]"}})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(list + " " + host, std::string("none"), with(list, host));
        for (const auto& [list, host] :
             std::multimap<std::string, std::string>{{"", "example.com"},
                                                     {",", "example.com"},
                                                     {" ", "example.com"},
                                                     {".", "example.com"},
                                                     {"example.com", "notexample.com"},
                                                     {"example.com", "example.com.evil.example"},
                                                     {"example.com", "com"},
                                                     {"api.example.com", "example.com"},
                                                     {"0.0.1", "10.0.0.1x"}})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(list + " " + host, std::string("p:1"), with(list, host));
        is("none", "https://example.com/", {{"https_proxy", "p:1"}, {"NO_PROXY", "example.com"}});
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ProxyTest);
