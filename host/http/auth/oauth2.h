// SPDX-License-Identifier: Apache-2.0
// OAuth 2 (RFC 6749) without a person: the request for a token from the settings, and the token
// from the answer. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "http/auth/settings.h"
#include "tenon/http.h"

namespace tenon::http {

struct TokenRequest {
    HttpRequest request;
    std::string client;      // its id, for texts; empty if it has none
    bool secretUrl = false;  // did a secret go into the URL?
};

// `input` is what `{name}` in the URIs that stand in the manifest is replaced from. Throws
// StepError.
TokenRequest tokenRequest(const Settings& settings, const Value& input, bool writtenAuthority,
                          bool writtenToken);

struct TokenAnswer {
    Secret token;
    std::optional<std::chrono::seconds> expiresIn;
};

// All that the answer holds of secrets, whatever else is wrong with it.
Value tokensIn(const HttpResponse& response);

// Errors: `authentication` where the server does not accept the client or its user, which it says
// by 401 or in the answer's `error`; `communication` for what is no answer to the question.
Result<TokenAnswer> tokenAnswer(const TokenRequest& asked, const HttpResponse& response);

// For how long a token is sent: a little shorter than it lives, for it travels.
std::chrono::milliseconds worth(std::chrono::seconds expiresIn);

}  // namespace tenon::http
