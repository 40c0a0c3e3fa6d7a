// SPDX-License-Identifier: Apache-2.0
// HTTP without a network: keeps what was asked and answers what it was told to.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "tenon/partial_http.h"

namespace tenon::testing {

// Thread: one at a time.
class FakeHttp final : public PartialHttp {
  public:
    struct Sent {
        HttpRequest request;
        Limits limits;
    };

    std::deque<Result<HttpResponse>> answers;  // one a request, the first one first
    std::deque<HttpResponse> parts;  // one for each of them that is an Error, as far as they go
    std::vector<Sent> sent;

    void answer(int status, std::string body, std::vector<Header> headers = {}) {
        answers.emplace_back(HttpResponse{status, "", std::move(headers), std::move(body), false});
    }

    // An answer that breaks off after this much of it.
    void breakOff(int status, std::string body) {
        auto error = makeError(ErrorKind::communication, "connection closed",
                               "The connection was closed before the answer was complete.");
        error.done = Done::maybe;
        answers.emplace_back(std::move(error));
        parts.push_back({status, "", {}, std::move(body), false});
    }

    Result<HttpResponse> send(const HttpRequest& request, const Limits& limits) override {
        HttpResponse part;
        return sendPartly(request, limits, part);
    }
    // As a host does, it tells nothing of what only looks.
    Result<HttpResponse> sendPartly(const HttpRequest& request, const Limits& limits,
                                    HttpResponse& part) override {
        sent.push_back({request, limits});
        if (answers.empty())
            return makeError(ErrorKind::runtime, "no answer",
                             "The fake was told of no further answer.");
        auto next = std::move(answers.front());
        answers.pop_front();
        if (next || parts.empty()) return next;
        const auto& method = request.method;
        if (method != "GET" && method != "HEAD" && method != "OPTIONS") part = parts.front();
        parts.pop_front();
        return next;
    }
};

}  // namespace tenon::testing
