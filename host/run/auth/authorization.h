// SPDX-License-Identifier: Apache-2.0
// What an authentication makes of one call: credentials in the Authorization header, however a
// scheme comes to them.
#pragma once

#include <optional>
#include <string>

#include "run/frame.h"

namespace tenon::run {

class Authorization {
  public:
    Authorization() = default;
    Authorization(const Authorization&) = delete;
    Authorization& operator=(const Authorization&) = delete;
    virtual ~Authorization() = default;

    // Is there something to fetch before the request?
    [[nodiscard]] virtual bool fetches() const { return false; }
    // Fetches it, unless what there is will do; send() does so where nobody did.
    virtual std::optional<Error> prepare(Run&, const Limits&) { return std::nullopt; }
    // Tells what it is made of from everything else, without saying it.
    std::string identity{};
    // $authorization as far as it is known: {scheme, parameter}.
    [[nodiscard]] virtual Value describe() const = 0;
    // Sends the request by `http` with its Authorization header, which stays in it.
    virtual Result<HttpResponse> send(Run& run, Http& http, HttpRequest& request,
                                      const Limits& limits) = 0;

  protected:
    static Value described(const char* scheme, const Secret& parameter) {
        return Object{{"scheme", scheme},
                      {"parameter", parameter.empty() ? Value() : Value(parameter)}};
    }
    // Replaces the header of an earlier try.
    static void authorize(HttpRequest& request, const char* scheme, const Secret& parameter) {
        std::erase_if(request.headers,
                      [](const Header& h) { return sameHeader(h.name, "Authorization"); });
        request.headers.push_back(
            {"Authorization", std::string(scheme) + " " + parameter.reveal()});
    }
};

}  // namespace tenon::run
