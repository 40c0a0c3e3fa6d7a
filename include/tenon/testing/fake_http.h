// SPDX-License-Identifier: Apache-2.0
// HTTP without a network: keeps what was asked and answers what it was told to.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "tenon/http.h"

namespace tenon::testing {

class FakeHttp final : public Http {
  public:
    struct Sent {
        HttpRequest request;
        Limits limits;
    };

    std::deque<Result<HttpResponse>> answers;  // one a request, the first one first
    std::vector<Sent> sent;

    void answer(int status, std::string body, std::vector<Header> headers = {}) {
        answers.emplace_back(HttpResponse{status, "", std::move(headers), std::move(body), false});
    }

    Result<HttpResponse> send(const HttpRequest& request, const Limits& limits) override {
        sent.push_back({request, limits});
        if (answers.empty())
            return makeError(ErrorKind::runtime, "no answer",
                             "The fake was told of no further answer.");
        auto next = std::move(answers.front());
        answers.pop_front();
        return next;
    }
};

}  // namespace tenon::testing
