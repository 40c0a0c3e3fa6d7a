// SPDX-License-Identifier: Apache-2.0
// HTTP without a network: keeps what was asked and answers what it was told to.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "tenon/http.h"

namespace fakes {

class FakeHttp final : public tenon::Http {
  public:
    struct Sent {
        tenon::HttpRequest request;
        tenon::Limits limits;
    };

    std::deque<tenon::Result<tenon::HttpResponse>> answers;  // one a request, the first one first
    std::vector<Sent> sent;

    void answer(int status, std::string body, std::vector<tenon::Header> headers = {}) {
        answers.emplace_back(
            tenon::HttpResponse{status, "", std::move(headers), std::move(body), false});
    }

    tenon::Result<tenon::HttpResponse> send(const tenon::HttpRequest& request,
                                            const tenon::Limits& limits) override {
        sent.push_back({request, limits});
        if (answers.empty())
            return tenon::makeError(tenon::ErrorKind::runtime, "no answer",
                                    "The fake was told of no further answer.");
        auto next = std::move(answers.front());
        answers.pop_front();
        return next;
    }
};

}  // namespace fakes
