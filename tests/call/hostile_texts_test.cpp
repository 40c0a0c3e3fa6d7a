// SPDX-License-Identifier: Apache-2.0
// Long texts that a reader may have to look through again and again, for every reader of texts from
// outside. Each is linear, or this would not end before the test's time is up.
#include <cppunit/extensions/HelperMacros.h>

#include <functional>

#include "http/auth/digest_challenge.h"
#include "http/openapi/api.h"
#include "http/uri_template.h"
#include "http/url.h"
#include "net/url.h"
#include "run/duration.h"
#include "support/sweep.h"
#include "tenon/http.h"
#include "tenon/json.h"
#include "text/readable.h"

using tenon::HttpResponse;
using tenon::Object;
using tenon::Value;

namespace {

constexpr std::size_t kLong = 1'200'000;
constexpr std::size_t kShort = 50'000;  // for those that do much for each byte

HttpResponse with(const char* header, const std::string& text) {
    HttpResponse out;
    out.headers.push_back({header, text});
    return out;
}

using Reader = std::function<void(const std::string&)>;

// Only that it comes back counts.
template <class T>
void over(const T&) {}

// What the pointer "/a//a//a…" leads far down into.
const Value& nested() {
    static const Value all = [] {
        Value out = 1;
        for (int i = 0; i < 200; ++i) out = Object{{i % 2 ? "a" : "", std::move(out)}};
        return out;
    }();
    return all;
}

struct Case {
    const char* name;
    Reader reads;
    std::size_t size = kShort;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"URI template, checked", [](const auto& t) { tenon::http::uriProblem(t); }, kLong},
        {"URI template, expanded",
         [](const auto& t) {
             bool secret = false;
             over(tenon::http::expandUri(t, tenon::Object{{"a", "x"}}, "endpoint", secret));
         },
         kLong},
        {"dots of a path", [](const auto& t) { tenon::http::dotsIn("http://h/" + t); }, kLong},
        {"percent encoding", [](const auto& t) { tenon::http::percentEncoded(t); }},
        {"form encoding", [](const auto& t) { tenon::http::formEncoded(t); }},
        {"query", [](const auto& t) { tenon::http::withQuery("http://h/" + t, t); }, kLong},
        {"shown URL", [](const auto& t) { tenon::http::shownUrl("http://h/" + t); }},
        {"URL",
         [](const auto& t) {
             try {
                 tenon::net::parseUrl("http://h/" + t);
             } catch (const std::exception&) {
             }
         }},
        {"Location",
         [](const auto& t) { tenon::net::redirected(tenon::net::parseUrl("http://h/"), t); }},
        {"ISO 8601 duration", [](const auto& t) { tenon::run::isoDuration(t); }},
        {"duration", [](const auto& t) { over(tenon::run::durationOf(Value("P" + t))); }},
        {"Retry-After", [](const auto& t) { tenon::retryAfter(with("Retry-After", t)); }},
        {"Content-Type",
         [](const auto& t) { tenon::text::MediaType::of(with("Content-Type", t)); }},
        {"charset", [](const auto& t) { tenon::text::decoded(t, "utf-8"); }},
        {"name of a charset", [](const auto& t) { tenon::text::decoded("x", t); }},
        {"readable", [](const auto& t) { tenon::text::readable(t); }},
        {"challenge",
         [](const auto& t) {
             tenon::http::challengesOf({{"WWW-Authenticate", "Digest " + t}});
         }},
        {"JSON pointer",
         [](const auto& t) {
             for (const auto& to : {"#" + t, "#/" + t, "#/a/" + t + "/a"}) try {
                     const tenon::http::openapi::Api api{nested(), ""};
                     over(api.resolved(Object{{"$ref", to}}));
                 } catch (const std::exception&) {
                 }
         },
         kLong},
        {"JSON", [](const auto& t) { over(tenon::json::read(t)); }},
        {"lenient JSON",
         [](const auto& t) { over(tenon::json::read(t, tenon::json::Reading::lenient)); }},
    };
    return all;
}

const std::vector<std::string>& parts() {
    static const std::vector<std::string> all{
        "{",   "}",    "{a",       "{}",       "{a}", "${",   "${a",  "%",     "%2e",
        "../", "/",    "?",        "&",        "=",   ";",    ",",    "\"",    "\\\"",
        "0",   "P1",   "1D",       "-",        " ",   "\r\n", "a=\"", "a, b ", "[",
        ":",   "\xff", "\xe2\x82", "\xc3\xa4", "~",   "~1",   "/a/"};
    return all;
}

}  // namespace

class HostileTextsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(HostileTextsTest);
    CPPUNIT_TEST(areReadInTime);
    CPPUNIT_TEST_SUITE_END();

    void areReadInTime() {
        for (const auto& part : parts()) {
            std::string text;
            while (text.size() < kLong) text += part;
            const std::string beginning = text.substr(0, kShort);
            for (const auto& one : cases())
                if (support::tried()) one.reads(one.size == kLong ? text : beginning);
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(HostileTextsTest);
