// SPDX-License-Identifier: Apache-2.0
// What may be done twice and what may not: where nobody knows whether a request was acted on, it is
// not blindly repeated.
#include <atomic>

#include <cppunit/extensions/HelperMacros.h>

#include "call_world.h"
#include "http/call.h"
#include "net/fault.h"
#include "net/net_error.h"
#include "world/redactor.h"

namespace {

class RepeatTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RepeatTest);
    CPPUNIT_TEST(judgesStatuses);
    CPPUNIT_TEST(judgesBrokenConnections);
    CPPUNIT_TEST(believesTheCallerWhoKnowsTheRequest);
    CPPUNIT_TEST(retriesOnlyWhatMayBeDoneTwice);
    CPPUNIT_TEST_SUITE_END();

    static std::string judged(const tenon::Error& error) {
        return std::string(error.done == tenon::Done::maybe ? "maybe done" : "not done") +
               (error.retryable ? ", retryable" : "");
    }
    static std::string ofStatus(const std::string& method, int status) {
        tenon::http::HttpAsk ask;
        ask.request = {.method = method, .url = "https://h/"};
        return judged(tenon::http::httpOutput({}, ask, {status, "", {}, "", false}, {}).error());
    }

    void judgesStatuses() {
        struct Row {
            int status;
            const char* get;
            const char* put;
            const char* post;
        };
        const Row rows[] = {
            {400, "not done", "not done", "not done"},
            {401, "not done", "not done", "not done"},
            {404, "not done", "not done", "not done"},
            {408, "not done, retryable", "maybe done, retryable", "maybe done"},
            {425, "not done, retryable", "not done, retryable", "not done, retryable"},
            {429, "not done, retryable", "not done, retryable", "not done, retryable"},
            {500, "not done, retryable", "maybe done, retryable", "maybe done"},
            {502, "not done, retryable", "maybe done, retryable", "maybe done"},
            {503, "not done, retryable", "maybe done, retryable", "maybe done"},
            {504, "not done, retryable", "maybe done, retryable", "maybe done"},
        };
        for (const auto& row : rows) {
            const std::string status = std::to_string(row.status);
            for (const auto* method : {"GET", "HEAD", "OPTIONS"})
                CPPUNIT_ASSERT_EQUAL_MESSAGE(status, std::string(row.get),
                                             ofStatus(method, row.status));
            for (const auto* method : {"PUT", "DELETE"})
                CPPUNIT_ASSERT_EQUAL_MESSAGE(status, std::string(row.put),
                                             ofStatus(method, row.status));
            for (const auto* method : {"POST", "PATCH"})
                CPPUNIT_ASSERT_EQUAL_MESSAGE(status, std::string(row.post),
                                             ofStatus(method, row.status));
        }
    }

    void judgesBrokenConnections() {
        using tenon::net::FaultKind;
        struct Row {
            FaultKind kind;
            bool sent;
            const char* get;
            const char* put;
            const char* post;
        };
        const Row rows[] = {
            {FaultKind::refused, false, "not done", "not done", "not done"},
            {FaultKind::connect, false, "not done, retryable", "not done, retryable",
             "not done, retryable"},
            {FaultKind::tls, false, "not done", "not done", "not done"},
            {FaultKind::deadline, false, "not done, retryable", "not done, retryable",
             "not done, retryable"},
            {FaultKind::deadline, true, "not done, retryable", "maybe done, retryable",
             "maybe done"},
            {FaultKind::closed, true, "not done, retryable", "maybe done, retryable", "maybe done"},
            {FaultKind::truncated, true, "not done, retryable", "maybe done, retryable",
             "maybe done"},
            {FaultKind::malformed, true, "not done", "maybe done", "maybe done"},
            {FaultKind::tooLarge, true, "not done", "maybe done", "maybe done"},
            {FaultKind::cancelled, true, "not done", "maybe done", "maybe done"},
        };
        int number = 0;
        for (const auto& row : rows) {
            const std::string at = "row " + std::to_string(++number);
            const auto of = [&](const char* method) {
                return judged(tenon::net::netError(tenon::net::Fault(row.kind, "it broke"),
                                                   {.method = method}, "https://h/", row.sent));
            };
            for (const auto* method : {"GET", "HEAD", "OPTIONS"})
                CPPUNIT_ASSERT_EQUAL_MESSAGE(at, std::string(row.get), of(method));
            for (const auto* method : {"PUT", "DELETE"})
                CPPUNIT_ASSERT_EQUAL_MESSAGE(at, std::string(row.put), of(method));
            for (const auto* method : {"POST", "PATCH"})
                CPPUNIT_ASSERT_EQUAL_MESSAGE(at, std::string(row.post), of(method));
        }
    }

    void believesTheCallerWhoKnowsTheRequest() {
        const auto of = [](const char* method, bool idempotent) {
            return judged(tenon::net::netError(
                tenon::net::Fault(tenon::net::FaultKind::closed, "it broke"),
                {.method = method, .idempotent = idempotent}, "https://h/", true));
        };
        CPPUNIT_ASSERT_EQUAL(std::string("maybe done, retryable"), of("POST", true));
        CPPUNIT_ASSERT_EQUAL(std::string("maybe done"), of("PUT", false));
    }

    void retriesOnlyWhatMayBeDoneTwice() {
        const std::pair<std::pair<const char*, const char*>, const char*> rows[] = {
            {{"get", "500 Oops"}, "GET / GET / "},    {{"put", "500 Oops"}, "PUT / PUT / "},
            {{"post", "500 Oops"}, "POST / "},        {{"patch", "504 Late"}, "PATCH / "},
            {{"post", "503 Busy"}, "POST / "},        {{"post", "429 Slow"}, "POST / POST / "},
            {{"post", "404 None"}, "POST / POST / "},
        };
        for (const auto& [what, expected] : rows) {
            std::atomic<int> count = 0;
            calls::WebServer server([&, status = std::string(what.second)](const std::string&) {
                return ++count == 1 ? calls::answer(status, "") : calls::jsonAnswer("1");
            });
            calls::CallWorld world;
            world.run("  - a:\n      try: [{b: {call: http, with: {method: " +
                      std::string(what.first) + ", endpoint: '" + server.url() +
                      "/'}}}]\n      catch: {retry: {limit: {attempt: {count: 1}}}}\n");
            std::string seen = server.seen();
            for (auto& c : seen) c = c == '\n' ? ' ' : c;
            CPPUNIT_ASSERT_EQUAL_MESSAGE(what.second, std::string(expected), seen);
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(RepeatTest);

}  // namespace
