// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/partial_http.h"
#include "tenon/value.h"

namespace tenon::http {

// HTTP for one act. What is answered to requests that do more than look is kept for the case that
// the act ends in an Error: whole answers, for nobody may be able to read them, and what had come
// of those that broke off.
class KeepingHttp final : public PartialHttp {
  public:
    // Of more the oldest are given up; a step that reads so much has kept what it wants itself.
    static constexpr std::size_t kMost = 64u << 20;

    // `raw`: one body, or an array of them; of one that is no text {base64: …}. What a step keeps
    // itself takes their place.
    KeepingHttp(Http& http, Value& raw) : http_(http), raw_(raw) {}

    Result<HttpResponse> send(const HttpRequest& request, const Limits& limits) override;
    Result<HttpResponse> sendPartly(const HttpRequest& request, const Limits& limits,
                                    HttpResponse& part) override;

  private:
    void add(const HttpResponse& answer);

    Http& http_;
    Value& raw_;
};

}  // namespace tenon::http
