// SPDX-License-Identifier: Apache-2.0
// What the tests of the HTTP client share: requests to a scripted server, plain and over TLS, and
// what comes of them as one text.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include "certificates.h"
#include "net/client.h"
#include "script_server.h"

class ClientFixture : public CppUnit::TestFixture {
  protected:
    using Limits = tenon::Limits;
    using Line = support::Line;
    using ScriptServer = support::ScriptServer;
    using HttpClient = tenon::net::HttpClient;
    using HttpRequest = tenon::HttpRequest;

    inline static const std::string kOk = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    // No connection is idle for too long, however long the machine takes between two requests.
    static tenon::net::ClientOptions trusting() {
        tenon::net::ClientOptions options;
        options.clock = [] { return std::chrono::steady_clock::time_point{}; };
        options.caFile = support::Certificates::get().ca();
        options.environment = [](std::string_view) { return std::nullopt; };
        return options;
    }

    // Runs the code against a plain server and against one with TLS.
    static void both(const ScriptServer::Script& script,
                     const std::function<void(HttpClient&, ScriptServer&)>& code) {
        for (const bool tls : {false, true}) {
            ScriptServer server(tls ? support::Certificates::get().server("good") : nullptr,
                                script);
            HttpClient client(trusting());
            code(client, server);
        }
    }

    static HttpRequest get(const ScriptServer& server, const std::string& target = "/") {
        return {.method = "GET", .url = server.url(target)};
    }
    static HttpRequest post(const ScriptServer& server, std::string body = "{}") {
        return {.method = "POST", .url = server.url(), .body = std::move(body)};
    }

    static Limits within(std::chrono::milliseconds time) {
        return {std::chrono::steady_clock::now() + time, {}};
    }
    // Longer than any test that goes well needs.
    static Limits patiently() { return within(std::chrono::seconds(60)); }

    // The status and the body, or the Error's title.
    static std::string outcome(HttpClient& client, const HttpRequest& request,
                               const Limits& limits = patiently()) {
        const auto result = client.send(request, limits);
        if (result) return std::to_string(result.value().status) + " " + result.value().body;
        const bool maybe = result.error().done == tenon::Done::maybe;
        return result.error().title + (maybe ? ", maybe done" : "");
    }

    // The status and the body, or the Error's title and its whole text, with URL and PORT for the
    // request's own.
    static std::string told(HttpClient& client, const HttpRequest& request,
                            const Limits& limits = patiently()) {
        const auto result = client.send(request, limits);
        if (result) return std::to_string(result.value().status) + " " + result.value().body;
        std::string text = result.error().title + ": " + result.error().detail;
        replace(text, request.url, "URL");
        const auto colon = request.url.rfind(':');
        replace(text, request.url.substr(colon, request.url.find('/', colon) - colon), ":PORT");
        return text;
    }

    // What comes of a GET when the server answers with these bytes and closes; and the same client
    // goes on working.
    static void answered(const std::string& expected, const std::string& bytes) {
        both([&](Line& line) { line.send(line.request().starts_with("GET /first") ? bytes : kOk); },
             [&](HttpClient& client, ScriptServer& server) {
                 same(expected, told(client, get(server, "/first")));
                 same("200 ok", told(client, get(server, "/second")));
             });
    }

  private:
    static void replace(std::string& text, const std::string& old, const std::string& with) {
        for (auto at = text.find(old); at != text.npos; at = text.find(old, at + with.size()))
            text.replace(at, old.size(), with);
    }
};
