// SPDX-License-Identifier: Apache-2.0
// A token is fetched before the call that it is for is begun: whatever happens to its request, the
// call was not sent, in this life of the run and in all others.
#include <cppunit/extensions/HelperMacros.h>

#include "call_world.h"
#include "fakes/mortal_journal.h"
#include "tenon/json.h"

namespace {

using calls::answer;
using calls::CallWorld;
using calls::headerOf;
using calls::jsonAnswer;
using calls::WebServer;
using fakes::Disk;
using fakes::MortalJournal;

// An authorization server that gives t1, t2, …, and a resource.
class TokenOffice {
    std::atomic<int> refuses_ = 0, given_ = 0;

  public:
    WebServer server{[this](const std::string& request) {
        if (request.find("/oauth2/token ") == std::string::npos) return jsonAnswer("1");
        if (refuses_ > 0) return --refuses_, answer("503 Service Unavailable", "");
        return jsonAnswer("{\"access_token\":\"t" + std::to_string(++given_) +
                          "\",\"expires_in\":3600}");
    }};

    void refuse(int times) { refuses_ = times; }
    [[nodiscard]] int posts() const { return server.script().count("POST /b"); }
    [[nodiscard]] std::string use() const {
        return "use:\n  authentications:\n    mine:\n      oauth2:\n        authority: '" +
               server.url() +
               "'\n        grant: client_credentials\n        client: {id: me, secret: s}\n";
    }
    [[nodiscard]] std::string post(const std::string& more = "") const {
        return "b: {call: http, with: {method: post, endpoint: {uri: '" + server.url() +
               "/b', authentication: {use: mine}}}" + more + "}";
    }
};

class TokenLivesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(TokenLivesTest);
    CPPUNIT_TEST(isFetchedBeforeTheCallIsBegun);
    CPPUNIT_TEST(isFetchedInsideWhatMayBeAskedTwice);
    CPPUNIT_TEST(isNoPartOfTheRecord);
    CPPUNIT_TEST(isWaitedForByNoCallThatWasBegun);
    CPPUNIT_TEST(isAskedForAgainByARetry);
    CPPUNIT_TEST(comesOnceWheneverTheRunDies);
    CPPUNIT_TEST(comesOnceWhereItWasNotThereAtFirst);
    CPPUNIT_TEST(isFetchedAnewForWhoReadsIt);
    CPPUNIT_TEST(leavesARunThatReadsItAndCannotHaveIt);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // One life of a run. Its output or its Error, or why it was left.
    static std::string live(const TokenOffice& office, const std::string& task, Disk& disk,
                            const std::string& death = "") {
        const bool later = !disk.empty();
        MortalJournal journal(disk, death);
        CallWorld world;
        if (later) world.clock.pass(std::chrono::hours(1));
        world.journal = &journal;
        try {
            return world.run("  - " + task + "\n", office.use());
        } catch (const tenon::world::Leave& left) {
            return "left: " + calls::withoutPorts(left.why.detail);
        }
    }

    void isFetchedBeforeTheCallIsBegun() {
        TokenOffice office;
        CallWorld world;
        fakes::FakeJournal journal;
        world.journal = &journal;
        same("1", world.run("  - " + office.post() + "\n", office.use()));
        same(
            "began /do/0/b/@token\ngave /do/0/b/@token\n"
            "began /do/0/b\ngave /do/0/b\n",
            journal.log);
        same("POST /oauth2/token\nPOST /b Bearer t1\n", office.server.seen());
    }
    void isFetchedInsideWhatMayBeAskedTwice() {
        TokenOffice office;
        CallWorld world;
        fakes::FakeJournal journal;
        world.journal = &journal;
        same("1", world.run("  - a: {call: http, with: {method: get, endpoint: {uri: '" +
                                office.server.url() + "/a', authentication: {use: mine}}}}\n",
                            office.use()));
        same("began /do/0/a\ngave /do/0/a\n", journal.log);
    }
    void isNoPartOfTheRecord() {
        TokenOffice office;
        Disk disk;
        same("1", live(office, office.post(), disk));
        std::string found;
        for (const auto& [position, kept] : disk)
            found += position + " " +
                     tenon::json::write(kept.answer->result.value(), tenon::json::Secrets::reveal) +
                     "\n";
        same("/do/0/b 1\n/do/0/b/@token true\n", found);
    }
    void isWaitedForByNoCallThatWasBegun() {
        TokenOffice office;
        office.refuse(1);
        CallWorld world;
        fakes::FakeJournal journal;
        world.journal = &journal;
        same(
            "communication 503, retryable, HTTP status 503: http://localhost:PORT/oauth2/token "
            "gave the client \"me\" no access token (503 Service Unavailable). The call itself "
            "was not sent.",
            world.run("  - " + office.post() + "\n", office.use()));
        same("began /do/0/b/@token\ngave /do/0/b/@token\n", journal.log);
    }
    void isAskedForAgainByARetry() {
        TokenOffice office;
        office.refuse(2);
        Disk disk;
        same("1", live(office, retried(office), disk));
        same("POST /oauth2/token\nPOST /oauth2/token\nPOST /oauth2/token\nPOST /b Bearer t1\n",
             office.server.seen());
    }
    static std::string retried(const TokenOffice& office) {
        return "t: {try: [{" + office.post() +
               "}], catch: {retry: {delay: {seconds: 1}, limit: {attempt: {count: 3}}}}}";
    }

    // Every moment but the middle of the call itself.
    void comesOnceWheneverTheRunDies() {
        for (const std::string death :
             {"before /do/0/b/@token was begun", "after /do/0/b/@token was begun",
              "before the answer of /do/0/b/@token was kept",
              "after the answer of /do/0/b/@token was kept", "before /do/0/b was begun",
              "after the answer of /do/0/b was kept"}) {
            TokenOffice office;
            Disk disk;
            same("left: The process died " + death, live(office, office.post(), disk, death));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(death, std::string("1"),
                                         live(office, office.post(), disk));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(death, 1, office.posts());
        }
    }
    void comesOnceWhereItWasNotThereAtFirst() {
        for (const std::string death : {"after the answer of /do/0/t/try#2/0/b/@token was kept",
                                        "after the answer of /do/0/t/try#2/0/b was kept"}) {
            TokenOffice office;
            office.refuse(1);
            Disk disk;
            const auto task = retried(office);
            same("left: The process died " + death, live(office, task, disk, death));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(death, std::string("1"), live(office, task, disk));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(death, 1, office.posts());
            CPPUNIT_ASSERT_EQUAL_MESSAGE(death, std::string("1"), live(office, task, disk));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(death, 1, office.posts());
        }
    }
    void isFetchedAnewForWhoReadsIt() {
        TokenOffice office;
        Disk disk;
        const auto task = office.post(
            ", output: {as: '${ $authorization.parameter | length }'}, timeout: "
            "{after: {seconds: 5}}");
        for (int i = 0; i < 2; ++i) same("2", live(office, task, disk));
        same("POST /oauth2/token\nPOST /b Bearer t1\nPOST /oauth2/token\n", office.server.seen());
    }
    void leavesARunThatReadsItAndCannotHaveIt() {
        TokenOffice office;
        Disk disk;
        const auto task = office.post(", output: {as: '${ $authorization.scheme }'}");
        same("\"Bearer\"", live(office, task, disk));
        office.refuse(1);
        same(
            "left: The call at /do/0/b was made in an earlier life of the run, and expressions "
            "read its $authorization. http://localhost:PORT/oauth2/token gave the client \"me\" no "
            "access token (503 Service Unavailable). The call itself was not sent.",
            live(office, task, disk));
        same("\"Bearer\"", live(office, task, disk));
        CPPUNIT_ASSERT_EQUAL(1, office.posts());
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(TokenLivesTest);

}  // namespace
