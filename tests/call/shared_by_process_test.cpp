// SPDX-License-Identifier: Apache-2.0
// What the runs of one process share: each thing is fetched once, and nobody gets another's.
#include <cppunit/extensions/HelperMacros.h>

#include <latch>
#include <thread>

#include "call_world.h"
#include "fakes/mortal_journal.h"
#include "world/fetched.h"

namespace {

using calls::answer;
using calls::CallWorld;
using calls::headerOf;
using calls::jsonAnswer;
using calls::WebServer;

constexpr int kRuns = 50;

// Gives each client tokens of its own, a document and a schema.
class Hosts {
    std::atomic<int> given_ = 0;

  public:
    std::atomic<bool> refuses = false;
    std::latch answers{1};  // what it refuses
    WebServer server{[this](const std::string& request) {
        if (request.starts_with("GET /doc"))
            return jsonAnswer(R"({"openapi":"3.1.0","paths":{"/a":{"get":{"operationId":"get",)"
                              R"("responses":{}}}}})");
        if (request.starts_with("GET /schema")) return jsonAnswer(R"({"type":"integer"})");
        if (request.find("/oauth2/token ") == std::string::npos) return jsonAnswer("1");
        const auto text = request.substr(request.find("client_secret=") + 14);
        const auto secret = text.substr(0, text.find('&'));
        if (refuses) answers.wait();
        if (refuses)
            return answer("400 Bad Request",
                          R"({"error":"invalid_client","error_description":"not acc3ss t0k3n",)"
                          R"("access_token":"acc3ss t0k3n"})");
        return jsonAnswer("{\"access_token\":\"" + secret + " token " + std::to_string(++given_) +
                          "\"}");
    }};

    [[nodiscard]] int count(const std::string& beginning) const {
        return server.script().count(beginning);
    }
    [[nodiscard]] std::string authentication() const {
        return "{oauth2: {authority: '" + server.url() +
               "', grant: client_credentials, client: {id: me, secret: '${ .secret }'}}}";
    }
    [[nodiscard]] std::string call() const {
        return "  - a:\n      call: openapi\n      with:\n        document: {endpoint: '" +
               server.url() +
               "/doc'}\n        operationId: get\n        authentication: " + authentication() +
               "\n      output: {schema: {resource: {endpoint: '" + server.url() + "/schema'}}}\n";
    }
    [[nodiscard]] std::string post() const {
        return "  - a: {call: http, with: {method: post, endpoint: {uri: '" + server.url() +
               "/a', authentication: " + authentication() + "}}}\n";
    }
};

class SharedByProcessTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SharedByProcessTest);
    CPPUNIT_TEST(fetchesOnceForFiftyRuns);
    CPPUNIT_TEST(fetchesForEachRunWhereTheyShareNothing);
    CPPUNIT_TEST(givesNoTenantTheTokenOfAnother);
    CPPUNIT_TEST(masksTheTokenThatAnotherRunFetched);
    CPPUNIT_TEST(tellsNoRunTheSecretsOfAnother);
    CPPUNIT_TEST(recordsInEachRunWhatItWasTold);
    CPPUNIT_TEST(keepsATokenOfUnsaidLifeForAWhileOnly);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // A run in a process that has fetched this.
    static std::string run(tenon::world::Fetched* fetched, const std::string& tasks,
                           const std::string& secret = "s3cret",
                           tenon::world::Journal* journal = nullptr) {
        CallWorld world;
        world.fetched = fetched;
        if (journal) world.journal = journal;
        return world.given("{\"secret\": \"" + secret + "\"}").run(tasks);
    }

    void fetchesOnceForFiftyRuns() {
        Hosts hosts;
        tenon::world::Fetched fetched;
        std::latch all(kRuns);
        std::atomic<int> good = 0;
        {
            std::vector<std::jthread> runs;
            for (int i = 0; i < kRuns; ++i)
                runs.emplace_back([&] {
                    all.arrive_and_wait();
                    if (run(&fetched, hosts.call()) == "1") ++good;
                });
        }
        CPPUNIT_ASSERT_EQUAL(kRuns, good.load());
        CPPUNIT_ASSERT_EQUAL(1, hosts.count("POST /oauth2/token"));
        CPPUNIT_ASSERT_EQUAL(1, hosts.count("GET /doc"));
        CPPUNIT_ASSERT_EQUAL(1, hosts.count("GET /schema"));
        CPPUNIT_ASSERT_EQUAL(kRuns, hosts.count("GET /a"));
    }
    void fetchesForEachRunWhereTheyShareNothing() {
        Hosts hosts;
        for (int i = 0; i < 2; ++i) same("1", run(nullptr, hosts.call()));
        for (const std::string what : {"POST /oauth2/token", "GET /doc", "GET /schema", "GET /a"})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(what, 2, hosts.count(what));
    }
    void givesNoTenantTheTokenOfAnother() {
        Hosts hosts;
        tenon::world::Fetched fetched;
        for (const std::string secret : {"one", "two", "one", "two"})
            same("1", run(&fetched, hosts.post(), secret));
        same(
            "POST /oauth2/token\nPOST /a Bearer one token 1\n"
            "POST /oauth2/token\nPOST /a Bearer two token 2\n"
            "POST /a Bearer one token 1\nPOST /a Bearer two token 2\n",
            hosts.server.seen());
    }
    void masksTheTokenThatAnotherRunFetched() {
        Hosts hosts;
        tenon::world::Fetched fetched;
        const auto tasks = hosts.post() + "  - b: {set: {said: s3cret token 1}}\n";
        for (int i = 0; i < 2; ++i) same(R"({"said":"********"})", run(&fetched, tasks));
        CPPUNIT_ASSERT_EQUAL(1, hosts.count("POST /oauth2/token"));
    }
    // All get the error of the one that asked, whose answer holds a token that they do not know.
    void tellsNoRunTheSecretsOfAnother() {
        Hosts hosts;
        hosts.refuses = true;
        tenon::world::Fetched fetched;
        std::vector<std::string> told(kRuns);
        {
            std::vector<std::jthread> runs;
            for (auto& text : told) runs.emplace_back([&] { text = run(&fetched, hosts.post()); });
            while (fetched.tokens.asking() < kRuns) std::this_thread::yield();
            hosts.answers.count_down();
        }
        for (const auto& text : told)
            same(
                "authentication 401, token refused: http://localhost:PORT/oauth2/token gave the "
                "client \"me\" no access token (400 Bad Request, invalid_client: not ********). "
                "The call itself was not sent.",
                text);
        CPPUNIT_ASSERT_EQUAL(1, hosts.count("POST /oauth2/token"));
    }
    void recordsInEachRunWhatItWasTold() {
        Hosts hosts;
        tenon::world::Fetched fetched;
        std::string positions;
        for (int i = 0; i < 2; ++i) {
            fakes::Disk disk;
            for (int life = 0; life < 2; ++life) {
                fakes::MortalJournal journal(disk, 0);
                same("1", run(&fetched, hosts.call(), "s3cret", &journal));
            }
            for (const auto& [position, kept] : disk) positions += position + "\n";
        }
        const std::string once = "/do/0/a\n/documents/" + escaped(hosts.server.url() + "/doc") +
                                 "\n/schemas/" + escaped(hosts.server.url() + "/schema") + "\n";
        same(once + once, positions);
        CPPUNIT_ASSERT_EQUAL(1, hosts.count("GET /doc"));
        CPPUNIT_ASSERT_EQUAL(2, hosts.count("GET /a"));
    }
    static std::string escaped(std::string url) {
        for (auto at = url.find('/'); at != url.npos; at = url.find('/', at + 2))
            url.replace(at, 1, "~1");
        return url;
    }
    void keepsATokenOfUnsaidLifeForAWhileOnly() {
        Hosts hosts;
        tenon::world::Fetched fetched;
        CallWorld world;
        world.fetched = &fetched;
        world.given(R"({"secret": "s"})");
        for (int minutes = 0; minutes < 6; ++minutes) {
            same("1", world.run(hosts.post()));
            world.clock.pass(std::chrono::minutes(1));
        }
        CPPUNIT_ASSERT_EQUAL(2, hosts.count("POST /oauth2/token"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(SharedByProcessTest);

}  // namespace
