// SPDX-License-Identifier: Apache-2.0
// Authentications that are refused when the manifest is loaded.
#include <cppunit/extensions/HelperMacros.h>

#include "call_world.h"

namespace {

class AuthenticationFaultsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(AuthenticationFaultsTest);
    CPPUNIT_TEST(refusesWhatIsNoAuthentication);
    CPPUNIT_TEST(refusesSchemesWithoutTheirParts);
    CPPUNIT_TEST(refusesWhatDoesNotRun);
    CPPUNIT_TEST(refusesNamesOfNothing);
    CPPUNIT_TEST(looksIntoWhatNoTaskUses);
    CPPUNIT_TEST_SUITE_END();

    static std::string faults(const std::string& authentication, const std::string& more = "") {
        std::string out = calls::faultsOf(
            "  - a:\n      call: http\n      with:\n        method: get\n        endpoint:\n"
            "          uri: https://h/\n          authentication: " +
                authentication + "\n",
            more);
        // Only what stands below the authentication is said here.
        const std::string place = "/do/0/a/with/endpoint/authentication";
        for (auto at = out.find(place); at != std::string::npos; at = out.find(place)) {
            const auto line = out.rfind('\n', at);
            const auto begin = line == std::string::npos ? 0 : line + 1;
            out.replace(begin, at + place.size() - begin, "");
        }
        return out;
    }
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void refusesWhatIsNoAuthentication() {
        same(": wanted an authentication, or the name of one, found an array\n", faults("[a]"));
        same(": an authentication is one of basic, bearer, digest, oauth2; found none\n",
             faults("{}"));
        same("/basc: \"basc\" is not known in \"authentication\"; did you mean \"basic\"?\n",
             faults("{basc: {username: a, password: b}}"));
        same(": an authentication is one scheme; this one has both \"basic\" and \"bearer\"\n",
             faults("{basic: {username: a, password: b}, bearer: {token: a}}"));
    }

    void refusesSchemesWithoutTheirParts() {
        same("/basic: the authentication needs \"password\"\n", faults("{basic: {username: a}}"));
        same("/digest: wanted an object, found a string\n", faults("{digest: a}"));
        same(
            "/bearer: the authentication needs \"token\"\n"
            "/bearer/tokn: \"tokn\" is not known in the authentication; did you mean "
            "\"token\"?\n",
            faults("{bearer: {tokn: a}}"));
        same("/oauth2: oauth2 needs \"grant\"\n", faults("{oauth2: {authority: 'https://h'}}"));
        same("/oauth2: oauth2 needs \"username\"\n/oauth2: oauth2 needs \"password\"\n",
             faults("{oauth2: {authority: 'https://h', grant: password}}"));
    }

    void refusesWhatDoesNotRun() {
        same("/oidc: \"oidc\" is part of the language, but Tenon does not run it\n",
             faults("{oidc: {authority: 'https://h', grant: password}}"));
        const std::string start = "{oauth2: {authority: 'https://h', ";
        same(
            "/oauth2/grant: \"refresh_token\" is part of the language, but Tenon does not run "
            "it; wanted client_credentials or password\n",
            faults(start + "grant: refresh_token}}"));
        same(
            "/oauth2/grant: wanted client_credentials or password, found "
            "\"client-credentials\"; did you mean \"client_credentials\"?\n",
            faults(start + "grant: client-credentials}}"));
        same(
            "/oauth2/client/authentication: \"private_key_jwt\" is part of the language, but "
            "Tenon does not run it; wanted client_secret_post or client_secret_basic or none\n"
            "/oauth2/client/assertion: \"assertion\" is part of the language, but Tenon does not "
            "run it\n"
            "/oauth2/issuers: \"issuers\" is part of the language, but Tenon does not run it\n",
            faults(start + "grant: client_credentials, client: {id: a, authentication: "
                           "private_key_jwt, assertion: b}, issuers: [a]}}"));
    }

    void refusesNamesOfNothing() {
        same("/use: there is no \"min\" in use.authentications; did you mean \"mine\"?\n",
             faults("{use: min}", "use: {authentications: {mine: {bearer: {token: a}}}}\n"));
        same(
            "/basic/use: the secret \"usr\" is not declared; add it to use.secrets; did you mean "
            "\"user\"?\n",
            faults("{basic: {use: usr}}", "use: {secrets: [user]}\n"));
        same("/bearer/use: the secret \"token\" is not declared; add it to use.secrets\n",
             faults("{bearer: {use: token}}"));
        same("/use: wanted a string, found an integer; put the value of \"use\" in quotes\n",
             faults("{use: 1}"));
    }

    void looksIntoWhatNoTaskUses() {
        same(
            "2:36: /use/authentications/a/basic: the authentication needs \"password\"\n"
            "2:56: /use/authentications/b/use: \"use\" is not known in \"authentication\"\n",
            calls::faultsOf("  - a: {set: {x: 1}}\n",
                            "use: {authentications: {a: {basic: {username: u}}, b: {use: a}}}\n"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(AuthenticationFaultsTest);

}  // namespace
