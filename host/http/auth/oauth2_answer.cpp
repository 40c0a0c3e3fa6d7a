// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <charconv>

#include "http/auth/oauth2.h"
#include "http/url.h"
#include "tenon/json.h"

namespace tenon::http {
namespace {

std::string textOf(const Value& answer, std::string_view member) {
    const auto* value = answer.find(member);
    return value && value->string() ? *value->string() : "";
}

// Seconds as a number, or as the text of one, which some servers send.
std::optional<std::chrono::seconds> secondsOf(const Value& answer) {
    const auto* value = answer.find("expires_in");
    if (!value) return std::nullopt;
    std::int64_t seconds = 0;
    if (const auto* integer = value->integer()) {
        seconds = *integer;
    } else if (const auto* real = value->real(); real && *real < 1e9) {
        seconds = static_cast<std::int64_t>(*real);
    } else if (const auto* text = value->string()) {
        const auto end = text->data() + text->size();
        if (std::from_chars(text->data(), end, seconds).ptr != end) return std::nullopt;
    } else {
        return std::nullopt;
    }
    return std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, 1'000'000'000));
}

// RFC 6749, 5.2: what the server says of the client or the user, not of the request.
bool speaksOfCredentials(int status, const std::string& code) {
    return status == 401 || code == "invalid_client" || code == "invalid_grant" ||
           code == "unauthorized_client";
}

Error refused(const TokenRequest& asked, const HttpResponse& response, const Value& answer) {
    const std::string code = textOf(answer, "error");
    const std::string more = textOf(answer, "error_description");
    const bool credentials = speaksOfCredentials(response.status, code);
    const std::string client =
        asked.client.empty() ? "a client without an id" : "the client \"" + asked.client + "\"";
    std::string why =
        std::to_string(response.status) + (response.reason.empty() ? "" : " " + response.reason);
    if (!code.empty()) why += ", " + code + (more.empty() ? "" : ": " + more);
    while (why.ends_with('.')) why.pop_back();
    Error error =
        makeError(credentials ? ErrorKind::authentication : ErrorKind::communication,
                  credentials ? "token refused" : "HTTP status " + std::to_string(response.status),
                  shownUrl(asked.request.url) + " gave " + client + " no access token (" + why +
                      "). The call itself was not sent.");
    if (!credentials) error.status = response.status;
    error.retryable = response.status == 408 || response.status == 425 || response.status == 429 ||
                      response.status >= 500;
    return error;
}

Error malformed(const TokenRequest& asked, const std::string& text) {
    return makeError(ErrorKind::communication, "malformed",
                     shownUrl(asked.request.url) + " did not answer with an access token: " + text +
                         ". The call itself was not sent.");
}

// Servers put a token where the type belongs.
std::string shownType(const std::string& type) {
    constexpr std::size_t longest = 16;
    const bool word =
        type.size() <= longest && std::all_of(type.begin(), type.end(), [](unsigned char c) {
            return std::isalpha(c) || c == '-' || c == '_';
        });
    return word ? type : "no word";
}

}  // namespace

Value tokensIn(const HttpResponse& response) {
    const auto answer = json::read(response.body, json::Reading::lenient);
    Array out;
    if (!answer) return out;
    for (const auto* member : {"access_token", "refresh_token", "id_token", "device_code"})
        if (auto token = textOf(answer.value(), member); !token.empty())
            out.emplace_back(Secret(std::move(token)));
    return out;
}

Result<TokenAnswer> tokenAnswer(const TokenRequest& asked, const HttpResponse& response) {
    const auto read = json::read(response.body, json::Reading::lenient);
    const Value answer = read ? read.value() : Value();
    if (response.status < 200 || response.status > 299) return refused(asked, response, answer);
    if (!answer.object()) return malformed(asked, "it is no JSON object");
    const std::string token = textOf(answer, "access_token");
    if (token.empty()) return malformed(asked, "\"access_token\" is missing");
    const std::string type = textOf(answer, "token_type");
    if (!type.empty() && !sameHeader(type, "Bearer"))
        return malformed(
            asked, "its \"token_type\" is " + shownType(type) + ", and Tenon sends Bearer only");
    return TokenAnswer{Secret(token), secondsOf(answer)};
}

std::chrono::milliseconds worth(std::chrono::seconds expiresIn) {
    constexpr std::chrono::milliseconds most = std::chrono::seconds(30);
    const std::chrono::milliseconds whole = expiresIn;
    return whole - std::min(most, whole / 10);
}

}  // namespace tenon::http
