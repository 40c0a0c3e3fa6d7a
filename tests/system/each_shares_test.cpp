// SPDX-License-Identifier: Apache-2.0
// What the runs of `--each` fetch once for all of them: the tokens of each tenant, the document
// that a call is described in.
#include "each_fixture.h"
#include "scenarios/stub_server.h"

class EachSharesTest : public EachFixture {
    CPPUNIT_TEST_SUITE(EachSharesTest);
    CPPUNIT_TEST(fetchesOnceForAllRuns);
    CPPUNIT_TEST(fetchesOnceForAllRunsThatAreKept);
    CPPUNIT_TEST_SUITE_END();

    static scenarios::Answer json(const std::string& body) {
        return {.headers = {{"Content-Type", "application/json"}}, .body = body};
    }
    // A token is made of the client's secret.
    scenarios::StubServer server_{
        nullptr, [](const scenarios::Received& request) {
            if (request.target == "/oauth2/token")
                return json(R"({"expires_in":3600,"access_token":"token of )" +
                            request.body.substr(request.body.find("client_secret=") + 14) + "\"}");
            if (request.target == "/doc")
                return json(
                    R"({"openapi":"3.1.0","paths":{"/orders":{"post":{"operationId":"order",)"
                    R"("responses":{}}}}})");
            for (const auto& header : request.headers)
                if (tenon::sameHeader(header.name, "Authorization"))
                    return json("\"by " + header.value + "\"");
            return json("null");
        }};

    [[nodiscard]] int count(const std::string& target) const {
        int count = 0;
        for (const auto& request : server_.received()) count += request.target == target;
        return count;
    }
    [[nodiscard]] std::vector<std::string> each() const {
        const std::string host = "http://127.0.0.1:" + std::to_string(server_.port());
        const auto manifest = write("m.yaml",
                                    "do:\n"
                                    "  - order:\n"
                                    "      call: openapi\n"
                                    "      with:\n"
                                    "        document: {endpoint: " +
                                        host +
                                        "/doc}\n"
                                        "        operationId: order\n"
                                        "        authentication:\n"
                                        "          oauth2:\n"
                                        "            authority: " +
                                        host +
                                        "\n"
                                        "            grant: client_credentials\n"
                                        "            client: {id: me, secret: '${ .tenant }'}\n");
        std::string inputs;
        for (int i = 0; i < 50; ++i)
            inputs += R"({"name":"n)" + std::to_string(i) + R"(","tenant":")" +
                      (i % 2 == 0 ? "globex" : "initech") + "\"}\n";
        return {"run",    manifest, "--each",   folder_.write("t.jsonl", inputs),
                "--by",   "name",   "--output", folder_.path("out"),
                "--jobs", "8"};
    }
    void fetchedOnce() const {
        CPPUNIT_ASSERT_EQUAL(2, count("/oauth2/token"));
        CPPUNIT_ASSERT_EQUAL(1, count("/doc"));
        CPPUNIT_ASSERT_EQUAL(50, count("/orders"));
        const auto out = folder_.read("out");
        CPPUNIT_ASSERT_EQUAL(25, times(out, R"("output":"by Bearer token of globex")"));
        CPPUNIT_ASSERT_EQUAL(25, times(out, R"("output":"by Bearer token of initech")"));
    }

    void fetchesOnceForAllRuns() {
        same(counts(50, 0, 0, 50), support::program(each()).out);
        fetchedOnce();
    }
    void fetchesOnceForAllRunsThatAreKept() {
        same(counts(50, 0, 0, 50), kept(each()).out);
        fetchedOnce();
        for (const auto* run : {"m.n0", "m.n49"}) {
            std::string positions;
            const auto told = shown(run);
            for (const auto& step : *told.find("steps")->array())
                positions += *step.find("position")->string() + "\n";
            same("/documents/http:~1~1127.0.0.1:" + std::to_string(server_.port()) +
                     "~1doc\n/do/0/order/@token\n/do/0/order\n",
                 positions);
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(EachSharesTest);
