// SPDX-License-Identifier: Apache-2.0
// HTTP as the host lends it to a step: one request, one whole answer or one typed Error.
// The host keeps connections, checks certificates, bounds sizes and holds the deadline.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/error.h"

namespace tenon {
inline namespace v1 {

// Thread: a value's.
struct Header {
    std::string name;
    std::string value;
};

// Thread: a value's.
struct HttpRequest {
    std::string method = "GET";
    std::string url{};  // absolute, http or https, percent-encoded
    std::vector<Header> headers{};
    std::string body{};
    // May the host send it again if a kept-alive connection broke before the first answer byte?
    // Unset: GET, HEAD, PUT, DELETE and OPTIONS may, everything else may not.
    std::optional<bool> idempotent{};
    std::size_t maxBody = 8u << 20;  // bytes of the answer's body, after unpacking
    bool followRedirects = false;    // same scheme, host and port only, GET and HEAD only
    // Is a secret anywhere in it? It goes over https then, or to where the user allows plain http
    // (Context::mayUsePlainHttp); elsewhere it is not sent ("request refused").
    bool secret = false;
};

// Thread: a value's.
struct HttpResponse {
    int status = 0;
    std::string reason;
    std::vector<Header> headers;  // values as sent: never pass one on without a check
    std::string body;             // unpacked
    bool endedByClose = false;    // nothing but the connection's end says that the body is whole

    // The first header of that name, in any case; nullptr if there is none.
    [[nodiscard]] const std::string* header(std::string_view name) const;
};

// How long the answer's Retry-After asks to wait: seconds, or a date as it is after the answer's
// own Date. Nothing where there is none, or none that can be read.
// Thread: any.
std::optional<std::chrono::seconds> retryAfter(const HttpResponse& response);

// When to give up. Both hold together.
// Thread: a value's.
struct Limits {
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    std::stop_token stop{};
};

// send() returns at the deadline or when `stop` is requested, whichever comes first, whatever the
// remote side does. It does not throw.
// Errors: `timeout` ("deadline"), `cancelled`, `communication` ("connect", "tls", "connection
// closed", "truncated", "malformed", "too large"), `configuration` ("request refused": nothing was
// sent). Error::done says whether the remote side may have acted. Any HTTP status is an answer, no
// Error. What Context::http() lends keeps what was answered for its call; Host::http() is for any
// thread.
// Thread: the call's.
class Http {
  public:
    Http() = default;
    Http(const Http&) = delete;
    Http& operator=(const Http&) = delete;
    virtual ~Http() = default;
    virtual Result<HttpResponse> send(const HttpRequest& request, const Limits& limits) = 0;
};

// Do two header names name the same header? ASCII, any case.
// Thread: any.
constexpr bool sameHeader(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

inline const std::string* HttpResponse::header(std::string_view name) const {
    for (const auto& h : headers)
        if (sameHeader(h.name, name)) return &h.value;
    return nullptr;
}

}  // namespace v1
}  // namespace tenon
