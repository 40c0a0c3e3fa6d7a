// SPDX-License-Identifier: Apache-2.0
// `call: http`: what a task gives for an answer, and which answers are errors.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"
#include "http/call.h"
#include "tenon/json.h"
#include "world/redactor.h"

using tenon::Done;
using tenon::Error;
using tenon::HttpResponse;
using tenon::http::HttpAsk;
using tenon::http::HttpCall;
using tenon::http::HttpOutput;

namespace json = tenon::json;

class HttpOutputTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(HttpOutputTest);
    CPPUNIT_TEST(givesJsonAsDataAndAllElseAsText);
    CPPUNIT_TEST(takesJsonByItsMediaType);
    CPPUNIT_TEST(readsJsonOfOthersLeniently);
    CPPUNIT_TEST(givesTheRawBodyInBase64);
    CPPUNIT_TEST(givesTheWholeResponse);
    CPPUNIT_TEST(keepsASecretOfTheRequestOne);
    CPPUNIT_TEST(takesEveryStatusBut2xxForAnError);
    CPPUNIT_TEST(takesRedirectsForAnswersWhereToldTo);
    CPPUNIT_TEST(saysWhatWasAnswered);
    CPPUNIT_TEST(cutsALongAnswer);
    CPPUNIT_TEST(saysWhatMayBeTriedAgain);
    CPPUNIT_TEST(saysWhereTheRemoteSideMayHaveActed);
    CPPUNIT_TEST(readsTheWishToWait);
    CPPUNIT_TEST(refusesJsonThatIsNone);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static HttpResponse answer(int status, std::string type = "", std::string body = "") {
        HttpResponse out{status, "", {}, std::move(body), false};
        if (!type.empty()) out.headers.push_back({"content-type", type});
        return out;
    }
    static HttpAsk asked(const std::string& method = "GET") {
        return {{.method = method, .url = "https://h/x?key=k"}, false};
    }
    static std::string output(const HttpResponse& response, const HttpCall& call = {}) {
        const auto result = httpOutput(call, asked(), response, {});
        return result ? json::write(result.value()) : result.error().detail;
    }
    static Error error(const HttpResponse& response, const std::string& method = "GET") {
        const auto result = httpOutput({}, asked(method), response, {});
        CPPUNIT_ASSERT(!result);
        return result.error();
    }

    void givesJsonAsDataAndAllElseAsText() {
        same(R"({"a":[1]})", output(answer(200, "application/json", R"({"a": [1]})")));
        same("12", output(answer(200, "application/json", "12")));
        same("null", output(answer(200, "application/json", "")));
        same(R"("{\"a\":1}")", output(answer(200, "text/plain", R"({"a":1})")));
        same(R"("")", output(answer(204)));
        same(R"("x")", output(answer(201, "", "x")));
    }
    void takesJsonByItsMediaType() {
        for (const char* type : {"application/json", "application/json; charset=utf-8",
                                 "application/problem+json", "text/json", "Application/JSON ;x=y"})
            same("1", output(answer(200, type, "1")));
        for (const char* type : {"text/html; note=/json", "application/xml", "application/jsonp",
                                 "application/json-seq"})
            same("\"1\"", output(answer(200, type, "1")));
    }
    void readsJsonOfOthersLeniently() {
        same(R"({"a":2})", output(answer(200, "application/json", R"({"a":1,"a":2})")));
    }
    void givesTheRawBodyInBase64() {
        const HttpCall call{.output = HttpOutput::raw};
        same("\"eyJhIjoxfQ==\"", output(answer(200, "application/json", R"({"a":1})"), call));
        same("\"\"", output(answer(200), call));
        const std::string line(100, 'x');
        CPPUNIT_ASSERT(output(answer(200, "", line), call).find('\n') == std::string::npos);
    }
    void givesTheWholeResponse() {
        HttpAsk ask = asked("POST");
        ask.request.headers = {{"Authorization", "Bearer t"}, {"X", "1"}};
        auto response = answer(201, "application/json", R"({"id":7})");
        response.headers.push_back({"Set-Cookie", "a=1"});
        response.headers.push_back({"Set-Cookie", "b=2"});
        const auto result = httpOutput({.output = HttpOutput::response}, ask, response, {});
        same(R"({"request":{"method":"POST","uri":"https://h/x?key=k","headers":)"
             R"({"Authorization":"********","X":"********"}},"statusCode":201,"headers":)"
             R"({"content-type":"application/json","set-cookie":"a=1, b=2"},"content":{"id":7}})",
             json::write(result.value()));
    }
    void keepsASecretOfTheRequestOne() {
        HttpAsk ask = asked();
        ask.secretUrl = true;
        const auto result = httpOutput({.output = HttpOutput::response}, ask, answer(200), {});
        CPPUNIT_ASSERT(result.value().find("request")->find("uri")->secret());
    }
    void takesEveryStatusBut2xxForAnError() {
        for (const int status : {200, 204, 299}) same("\"\"", output(answer(status)));
        for (const int status : {100, 199, 300, 304, 399, 400, 404, 500, 599})
            CPPUNIT_ASSERT_EQUAL(status, error(answer(status)).status);
    }
    void takesRedirectsForAnswersWhereToldTo() {
        const HttpCall call{.redirect = true};
        for (const int status : {200, 300, 302, 399}) same("\"\"", output(answer(status), call));
        same("GET https://h/x was answered with 400.", output(answer(400), call));
        same("GET https://h/x was answered with 199.", output(answer(199), call));
    }
    void saysWhatWasAnswered() {
        using tenon::ErrorKind;
        auto response = answer(404, "application/json", R"({"message":"no"})");
        response.reason = "Not Found";
        const auto found = error(response);
        same("HTTP status 404", found.title);
        same(R"(GET https://h/x was answered with 404 Not Found: {"message":"no"})", found.detail);
        CPPUNIT_ASSERT(found.kind == ErrorKind::communication);
        CPPUNIT_ASSERT(error(answer(401)).kind == ErrorKind::authentication);
        CPPUNIT_ASSERT(error(answer(403)).kind == ErrorKind::authorization);
    }
    void cutsALongAnswer() {
        same("GET https://h/x was answered with 500: " + std::string(400, 'x') + "…",
             error(answer(500, "", std::string(401, 'x'))).detail);
        same("GET https://h/x was answered with 500: " + std::string(400, 'x'),
             error(answer(500, "", std::string(400, 'x'))).detail);
    }
    void saysWhatMayBeTriedAgain() {
        for (const int status : {408, 425, 429, 500, 502, 503, 504})
            CPPUNIT_ASSERT_MESSAGE(std::to_string(status), error(answer(status)).retryable);
        for (const int status : {302, 400, 401, 403, 404, 409, 422})
            CPPUNIT_ASSERT_MESSAGE(std::to_string(status), !error(answer(status)).retryable);
    }
    void saysWhereTheRemoteSideMayHaveActed() {
        for (const char* method : {"POST", "PUT", "PATCH", "DELETE"}) {
            for (const int status : {302, 303, 308, 408, 500, 502, 504})
                CPPUNIT_ASSERT(error(answer(status), method).done == Done::maybe);
            for (const int status : {400, 404, 409, 429})
                CPPUNIT_ASSERT(error(answer(status), method).done == Done::no);
        }
        for (const char* method : {"GET", "HEAD", "OPTIONS"})
            CPPUNIT_ASSERT(error(answer(500), method).done == Done::no);
    }
    void readsTheWishToWait() {
        const auto wait = [](const std::string& value) {
            auto response = answer(429);
            response.headers.push_back({"retry-after", value});
            return error(response).retryAfter;
        };
        CPPUNIT_ASSERT(wait("7") == std::chrono::seconds(7));
        CPPUNIT_ASSERT(wait("0") == std::chrono::seconds(0));
        for (const char* value : {"", "-1", "1.5", "soon", "7s", "Wed, 21 Oct 2026 07:28:00 GMT"})
            CPPUNIT_ASSERT_MESSAGE(value, !wait(value));
        CPPUNIT_ASSERT(!error(answer(429)).retryAfter);
    }
    void refusesJsonThatIsNone() {
        auto response = answer(200, "application/json", "{\"a\":");
        auto found = error(response, "POST");
        same("malformed", found.title);
        same(
            "POST https://h/x: the answer says that it is JSON, but it is not: This is not JSON: "
            "unexpected end of text.",
            found.detail);
        CPPUNIT_ASSERT(found.done == Done::maybe);
        CPPUNIT_ASSERT(error(response).done == Done::no);
        response.endedByClose = true;
        same("truncated", error(response).title);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(HttpOutputTest);
