// SPDX-License-Identifier: Apache-2.0
// Calls with an authentication, as the server sees them.
#include <cppunit/extensions/HelperMacros.h>

#include "call_world.h"

namespace {

using calls::answer;
using calls::CallWorld;
using calls::headerOf;
using calls::jsonAnswer;
using calls::WebServer;

class AuthenticationTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(AuthenticationTest);
    CPPUNIT_TEST(sendsUserAndPassword);
    CPPUNIT_TEST(sendsABearerToken);
    CPPUNIT_TEST(takesSettingsFromASecret);
    CPPUNIT_TEST(takesAnAuthenticationByItsName);
    CPPUNIT_TEST(answersADigestChallengeOnce);
    CPPUNIT_TEST(refusesAChallengeThatItCannotAnswer);
    CPPUNIT_TEST(tellsWhatAuthorizedTheCall);
    CPPUNIT_TEST(hidesCredentialsThatComeBack);
    CPPUNIT_TEST(refusesToSendThemInTheClear);
    CPPUNIT_TEST(refusesSettingsThatDoNotFit);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // One call of /a with this authentication; `more` are further lines of the task.
    static std::string call(const WebServer& server, const std::string& authentication,
                            const std::string& more = "", const std::string& method = "get") {
        return "  - a:\n      call: http\n      with:\n        method: " + method +
               "\n        endpoint: {uri: '" + server.url() +
               "/a?b=c', authentication: " + authentication + "}\n" + more;
    }
    static std::string ok(const std::string&) { return jsonAnswer("1"); }

    void sendsUserAndPassword() {
        WebServer server(ok);
        CallWorld world;
        world.given(R"({"user":"Aladdin","password":"open sesame"})");
        same("1", world.run(call(server,
                                 "{basic: {username: '${ .user }', password: '${ .password }'}}")));
        same("1", world.run(call(server, "{basic: {username: me, password: 1234}}")));
        same("GET /a?b=c Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\nGET /a?b=c Basic bWU6MTIzNA==\n",
             server.seen());
    }

    void sendsABearerToken() {
        WebServer server(ok);
        CallWorld world;
        world.given(R"({"token":"abcd"})");
        same("1", world.run(call(server, "{bearer: {token: '${ .token }'}}")));
        same("1", world.run(call(server, "{bearer: '${ .token }'}")));
        same("GET /a?b=c Bearer abcd\nGET /a?b=c Bearer abcd\n", server.seen());
    }

    void takesSettingsFromASecret() {
        WebServer server(ok);
        CallWorld world;
        world.secrets.given = {
            {"user", tenon::Object{{"username", "me"}, {"password", "pass word"}}},
            {"token", tenon::Object{{"token", "abcd"}}},
            {"text", "efgh"}};
        const std::string use = "use: {secrets: [user, token, text]}\n";
        same("1", world.run(call(server, "{basic: {use: user}}"), use));
        same("1", world.run(call(server, "{bearer: {use: token}}"), use));
        same("1", world.run(call(server, "{bearer: {use: text}}"), use));
        same("GET /a?b=c Basic bWU6cGFzcyB3b3Jk\nGET /a?b=c Bearer abcd\nGET /a?b=c Bearer efgh\n",
             server.seen());
    }

    void takesAnAuthenticationByItsName() {
        WebServer server(ok);
        CallWorld world;
        world.given(R"({"token":"abcd"})");
        const std::string use =
            "use: {authentications: {mine: {bearer: {token: '${ .token }'}}}}\n";
        same("1", world.run(call(server, "{use: mine}"), use));
        same("1", world.run(call(server, "mine"), use));
        same("GET /a?b=c Bearer abcd\nGET /a?b=c Bearer abcd\n", server.seen());
    }

    static std::string challenge(const std::string& rest = "") {
        return answer("401 Unauthorized", "",
                      {"WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"" + rest});
    }

    void answersADigestChallengeOnce() {
        WebServer server([](const std::string& request) {
            return headerOf(request, "Authorization").empty() ? challenge(", qop=\"auth\"")
                                                              : jsonAnswer("1");
        });
        CallWorld world;
        const std::string digest = "{digest: {username: me, password: pass}}";
        same("1", world.run(call(server, digest, "        body: {x: 1}\n", "post")));
        same(
            "POST /a?b=c\n"
            "POST /a?b=c Digest username=\"me\", realm=\"r\", nonce=\"n\", uri=\"/a?b=c\", "
            "response=\"ab4dc681f37b2af3756a19ec3dea1d56\", "
            "cnonce=\"0a4f113b000040008000000000000000\", qop=auth, nc=00000001\n",
            server.seen());

        WebServer never([](const std::string&) { return challenge(); });
        same(
            "authentication 401, HTTP status 401: GET http://localhost:PORT/a was answered with "
            "401 Unauthorized.",
            world.run(call(never, digest)));
        CPPUNIT_ASSERT_EQUAL(std::size_t{2}, never.script().requests().size());
    }

    void refusesAChallengeThatItCannotAnswer() {
        CallWorld world;
        const std::string digest = "{digest: {username: me, password: pass}}";
        const std::string start =
            "authentication 401, HTTP status 401: GET http://localhost:PORT/a was answered with "
            "401, but not with a challenge that Tenon can answer: wanted digest with algorithm "
            "MD5 or SHA-256 and qop auth, found ";
        WebServer other([](const std::string&) { return challenge(", algorithm=SHA-512-256"); });
        same(start + "digest algorithm=SHA-512-256.", world.run(call(other, digest)));
        WebServer none([](const std::string&) { return answer("401 Unauthorized", ""); });
        same(start + "none.", world.run(call(none, digest)));
    }

    void tellsWhatAuthorizedTheCall() {
        WebServer server(ok);
        CallWorld world;
        const std::string told =
            "      output: {as: '${ $authorization }'}\n"
            "      export: {as: '${ {scheme: $authorization.scheme} }'}\n"
            "  - b: {set: {last: '${ . }', context: '${ $context }', now: '${ $authorization "
            "}'}}\n";
        same(R"({"last":{"scheme":"Bearer","parameter":"********"},)"
             R"("context":{"scheme":"Bearer"},"now":null})",
             world.run(call(server, "{bearer: {token: abcd}}", told)));
        same("1", world.run(call(server, "{basic: {username: a, password: b}}",
                                 "        headers: {X: '${ $authorization.scheme }', "
                                 "Y: '${ $authorization.parameter }'}\n")));
        const auto last = server.script().requests().back();
        same("Basic YTpi", headerOf(last, "X") + " " + headerOf(last, "Y"));
        same("null", world.run("  - a:\n      call: http\n      with: {method: get, endpoint: '" +
                               server.url() + "/'}\n      output: {as: '${ $authorization }'}\n"));
    }

    void hidesCredentialsThatComeBack() {
        WebServer server([](const std::string& request) {
            return answer("500 Oops", "You sent " + headerOf(request, "Authorization") +
                                          " made of me:pass word");
        });
        CallWorld world;
        same(
            "communication 500, retryable, HTTP status 500: GET http://localhost:PORT/a was "
            "answered with 500 Oops: You sent Basic ******** made of ********",
            world.run(call(server, "{basic: {username: me, password: pass word}}")));
        same(
            "communication 500, retryable, HTTP status 500: GET http://localhost:PORT/a was "
            "answered with 500 Oops: You sent Bearer ******** made of ********",
            world.run(call(server, "{bearer: {token: abcd}}")));
        CPPUNIT_ASSERT(world.observer.texts.find("abcd") == std::string::npos);
    }

    void refusesToSendThemInTheClear() {
        CallWorld world;
        same(
            "configuration 400, request refused: request: a secret would go to "
            "h.example over plain http, where the network can read it; use https, or allow plain "
            "http to h.example by name. Nothing was sent.",
            world.run("  - a:\n      call: http\n      with:\n        method: get\n"
                      "        endpoint: {uri: 'http://h.example/', authentication: "
                      "{bearer: {token: abcd}}}\n"));
    }

    void refusesSettingsThatDoNotFit() {
        WebServer server(ok);
        CallWorld world;
        world.secrets.given = {{"user", tenon::Object{{"username", "me"}}}, {"text", "t"}};
        const std::string use = "use: {secrets: [user, text]}\n";
        const std::string start = "validation 400, invalid authentication: In ";
        same(
            start + "with/endpoint/authentication/bearer: \"token\" is an object; wanted a string.",
            world.run(call(server, "{bearer: {token: {a: 1}}}")));
        same(start +
                 "with/endpoint/authentication/basic: \"username\" holds a colon, which basic "
                 "authentication cannot send.",
             world.run(call(server, "{basic: {username: 'a:b', password: c}}")));
        same(start + "the secret \"user\": \"password\" is missing.",
             world.run(call(server, "{basic: {use: user}}"), use));
        same(start + "the secret \"text\": \"username\" is missing.",
             world.run(call(server, "{digest: {use: text}}"), use));
        same(
            "validation 400, invalid request: In with: the authentication makes the header "
            "Authorization, and it is given beside it. Take one of the two away.",
            world.run(
                call(server, "{bearer: {token: abcd}}", "        headers: {authorization: x}\n")));
        world.given(R"({"e":{"uri":"http://h/","authentication":{}}})");
        same(
            "validation 400, invalid request: In with/endpoint: an expression cannot give an "
            "authentication; write it in the manifest",
            world.run("  - a:\n      call: http\n      with: {method: get, endpoint: "
                      "'${ .e }'}\n"));
        same("", server.seen());
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(AuthenticationTest);

}  // namespace
