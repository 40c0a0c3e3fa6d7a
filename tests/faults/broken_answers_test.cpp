// SPDX-License-Identifier: Apache-2.0
// An answer to a create that breaks off after id and token had come: they are in the run's record,
// whoever asked and however the server frames and ends; they are not on the screen; and it is said
// that nobody knows the outcome. TENON_FAULTS=full tries every byte.
#include <signal.h>

#include <filesystem>

#include "gzip.h"
#include "manifest_fixture.h"
#include "script_server.h"
#include "support/handed.h"
#include "support/running.h"
#include "support/sweep.h"

namespace fs = std::filesystem;

class BrokenAnswersTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(BrokenAnswersTest);
    CPPUNIT_TEST(keepsWhatHadComeWhereverItBreaksOff);
    CPPUNIT_TEST(keepsWhatHadComeWhenTheRunIsStopped);
    CPPUNIT_TEST(keepsAnAnswerThatIsNoSuccess);
    CPPUNIT_TEST(keepsWhatIsNoText);
    CPPUNIT_TEST(saysSoWhereNothingIsKept);
    CPPUNIT_TEST(saysWhatOfAnInstanceHadCome);
    CPPUNIT_TEST_SUITE_END();

    using Line = support::Line;
    static inline const std::string kToken = "tok-BUIWhN8NTPaeyYo7Kblo91CJ1tCG";
    static inline const std::string kBody = R"({"name": "Sales", "id": 427902, "token": ")" +
                                            kToken + R"(", "valid": true, "tags": []})";
    static inline const std::size_t kTokenEnd = kBody.find(kToken) + kToken.size() + 1;

    // The bytes of an answer, and where the token has come whole.
    struct Answer {
        std::string name, bytes;
        std::size_t enough;
    };
    static std::string head(const std::string& more, const std::string& status = "200 OK") {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + more + "\r\n\r\n";
    }
    static std::string length(std::size_t size) {
        return "Content-Length: " + std::to_string(size);
    }
    static std::vector<Answer> answers() {
        const std::string sized = head(length(kBody.size()));
        const std::string chunked = head("Transfer-Encoding: chunked");
        const std::string closed = head("Connection: close");
        std::string bytewise = chunked;
        std::size_t enough = 0;
        for (std::size_t i = 0; i < kBody.size(); ++i) {
            bytewise += std::string("1\r\n") + kBody[i] + "\r\n";
            if (i + 1 == kTokenEnd) enough = bytewise.size();
        }
        const std::string packed = support::gzip(kBody);
        const std::string zipped = head("Content-Encoding: gzip\r\n" + length(packed.size()));
        return {{"length", sized + kBody, sized.size() + kTokenEnd},
                {"chunks", bytewise + "0\r\n\r\n", enough},
                {"until close", closed + kBody, closed.size() + kTokenEnd},
                {"gzip", zipped + packed, zipped.size() + packed.size() - 8}};
    }

    static std::string step(const std::string& url) {
        return "{call: CreateSageCRMInstance, with: {connection: {baseUrl: '" + url +
               "/elements/api-v2', user: user-secret, organization: organization-secret}, name: "
               "Sales, subdomain: crm, username: sage, password: pass-secret, lookFor: 0, verify: "
               "false}}";
    }
    static std::string http(const std::string& url) {
        return "{call: http, with: {method: post, endpoint: '" + url + "/x', body: {a: 1}}}";
    }
    std::string openapi(const std::string& url) {
        static_cast<void>(folder_.write("api.yaml",
                                        "openapi: 3.0.3\n"
                                        "info: {title: A, version: 1.0.0}\n"
                                        "servers: [{url: '" +
                                            url +
                                            "'}]\n"
                                            "paths: {/x: {post: {operationId: make, responses: "
                                            "{'200': {description: It}}}}}\n"));
        return "{call: openapi, with: {document: {endpoint: api.yaml}, operationId: make}}";
    }
    static std::string plain(const std::string& url) {
        return "{call: Post, with: {url: '" + url + "/x'}}";
    }
    std::vector<std::string> callers(const std::string& url) {
        return {step(url), http(url), openapi(url), plain(url),
                "{call: http, with: {method: post, endpoint: {uri: '" + url +
                    "/x', authentication: {basic: {username: u, password: p-secret}}}}}"};
    }

    struct Came {
        int code = -1;
        std::string said, left;
    };
    std::vector<std::string> words(const std::string& task, bool output) const {
        const auto path = manifest("do:\n  - make: " + task + "\n");
        std::vector<std::string> out{TENON_PROGRAM, "run", path, "--plugins", ENDS_FOLDER};
        if (output) out.insert(out.end(), {"--output", folder_.path("out.json")});
        return out;
    }
    std::string left() {
        std::string out;
        for (const auto* name : {"out.json", "out.json.partial"}) {
            std::ifstream in(folder_.path(name));
            out += std::string(std::istreambuf_iterator<char>(in), {});
            fs::remove(folder_.path(name));
        }
        return out;
    }
    Came run(const std::string& task, bool output = true) {
        const auto ended = support::run(words(task, output));
        return {ended.code, ended.out + ended.err, left()};
    }
    static void kept(const Came& came, const std::string& what) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(what + came.said, 3, came.code);
        CPPUNIT_ASSERT_MESSAGE(what + came.left, came.left.find(kToken) != std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(what + came.left, came.left.find("427902") != std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(what + came.said, came.said.find(kToken) == std::string::npos);
    }

    void keepsWhatHadComeWhereverItBreaksOff() {
        support::Handed<std::string> bytes;
        std::atomic<bool> resets = false;
        support::ScriptServer server(nullptr, [&](Line& line) {
            line.request();
            line.send(bytes.get());
            line.waitUntilHeard();
            if (resets) line.reset();
        });
        const std::string url = "http://127.0.0.1:" + std::to_string(server.port());
        for (const auto& answer : answers())
            for (const auto& caller : callers(url))
                for (const std::size_t step : {std::size_t(1), answer.bytes.size()})
                    for (std::size_t at = answer.enough; at < answer.bytes.size(); at += step) {
                        if (step == 1 && !support::inFull()) at = answer.bytes.size() - 1;
                        bytes = answer.bytes.substr(0, at);
                        resets = at % 2 == 1;
                        const auto came = run(caller);
                        const std::string what =
                            answer.name + " at " + std::to_string(at) + " " + caller + ": ";
                        // What ends with the connection may be whole, and be read.
                        if (answer.name == "until close" && came.code == 0) {
                            CPPUNIT_ASSERT_MESSAGE(what, came.left.find(kToken) != came.left.npos);
                            continue;
                        }
                        kept(came, what);
                    }
    }
    void keepsWhatHadComeWhenTheRunIsStopped() {
        support::Handed<std::string> bytes;
        support::ScriptServer server(nullptr, [&](Line& line) {
            line.request();
            line.send(bytes.get());
            line.waitUntilHeard();
            child_.wait(0);
            ::kill(child_, SIGINT);
            line.hold();
        });
        const std::string url = "http://127.0.0.1:" + std::to_string(server.port());
        for (const auto& answer : answers())
            for (const auto& caller : callers(url)) {
                bytes = answer.bytes.substr(0, answer.enough);
                child_ = 0;
                support::Running run(words(caller, true));
                child_ = run.process();
                child_.notify_all();
                const int code = run.wait();
                kept({code, run.all(), left()}, answer.name + " " + caller + ": ");
            }
    }
    void keepsAnAnswerThatIsNoSuccess() {
        support::Handed<std::string> bytes;
        support::ScriptServer server(nullptr,
                                     [&](Line& line) { line.request(), line.send(bytes.get()); });
        const std::string url = "http://127.0.0.1:" + std::to_string(server.port());
        const std::string large = kBody + std::string(1000, ' ') + "x";
        for (const std::string status : {"303 See Other", "408 Late", "500 No", "502 No", "599 No"})
            for (const auto& body : {kBody, large})
                for (const auto& caller : callers(url)) {
                    if (caller.starts_with("{call: Post")) continue;  // it judges nothing
                    bytes = head(length(body.size()), status) + body;
                    kept(run(caller), status + " " + caller + ": ");
                }
    }
    void keepsWhatIsNoText() {
        support::Handed<std::string> bytes;
        support::ScriptServer server(nullptr,
                                     [&](Line& line) { line.request(), line.send(bytes.get()); });
        const std::string url = "http://127.0.0.1:" + std::to_string(server.port());
        const std::string packed("\x1f\x8c\x08\x00\xff", 5);
        bytes = head("Content-Encoding: gzip\r\n" + length(packed.size() + 1)) + packed;
        const auto came = run(http(url));
        CPPUNIT_ASSERT_EQUAL(3, came.code);
        CPPUNIT_ASSERT_MESSAGE(came.left,
                               came.left.find(R"("base64": "H4wIAP8=")") != std::string::npos);
    }
    void saysSoWhereNothingIsKept() {
        support::ScriptServer server(nullptr, [&](Line& line) {
            line.request();
            line.send(head(length(kBody.size())) + kBody.substr(0, kTokenEnd));
        });
        const std::string url = "http://127.0.0.1:" + std::to_string(server.port());
        auto came = run(http(url), false);
        CPPUNIT_ASSERT_EQUAL(3, came.code);
        CPPUNIT_ASSERT_MESSAGE(
            came.said, came.said.find("note: what came back of it was kept nowhere: --output FILE "
                                      "keeps it, --show-secrets shows it\n") != std::string::npos);
        auto shown = words(http(url), false);
        shown.emplace_back("--show-secrets");
        const auto ended = support::run(shown);
        CPPUNIT_ASSERT_MESSAGE(ended.err, ended.err.find("  what came back: {\n  \"/do/0/make\": "
                                                         "\"{\\\"name\\\"") != std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(ended.err, ended.err.find(kToken) != std::string::npos);
    }
    void saysWhatOfAnInstanceHadCome() {
        support::Handed<std::string> bytes;
        support::ScriptServer server(nullptr,
                                     [&](Line& line) { line.request(), line.send(bytes.get()); });
        const std::string url = "http://127.0.0.1:" + std::to_string(server.port());
        const auto said = [&](std::size_t size) {
            bytes = head(length(kBody.size())) + kBody.substr(0, size);
            return run(step(url)).said;
        };
        const std::string id = "What came of the answer holds the id 427902";
        for (std::size_t size = kTokenEnd - 9; size < kBody.size(); size += 5) {
            const auto wanted = id + (size > kTokenEnd ? " and the token of an instance. "
                                                       : " of an instance, but no whole token. ");
            const auto found = said(size);
            CPPUNIT_ASSERT_MESSAGE(found, found.find(wanted) != std::string::npos);
        }
        CPPUNIT_ASSERT(said(kBody.find("7902")).find(id) == std::string::npos);
    }

    std::atomic<pid_t> child_ = 0;
};

CPPUNIT_TEST_SUITE_REGISTRATION(BrokenAnswersTest);
