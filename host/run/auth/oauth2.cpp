// SPDX-License-Identifier: Apache-2.0
#include "http/auth/oauth2.h"

#include "http/url.h"
#include "run/auth/fingerprint.h"
#include "run/auth/schemes.h"
#include "run/names.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

// For so long a token is taken to live of which nobody said it. One that is refused costs a call
// that must not be sent twice, in every run that shares it.
constexpr std::chrono::minutes kUnsaid{5};

class OAuth2 final : public Authorization {
  public:
    explicit OAuth2(http::TokenRequest request) : request_(std::move(request)) {
        request_.request.secret = true;
        const auto& to = request_.request;
        std::string all = to.url + "\n" + to.body;
        for (const auto& header : to.headers) all += "\n" + header.value;
        key_ = fingerprint(all);
    }

    [[nodiscard]] Value describe() const override {
        return described("Bearer", token_ ? token_->text : Secret());
    }

    [[nodiscard]] bool fetches() const override { return true; }

    // The token that there is, unless it is old; of all who ask at once one fetches.
    std::optional<Error> prepare(Run& run, const Limits& limits) override {
        const auto young = [&](const Token& token) { return run.world.clock.now() < token.until; };
        if (token_ && young(*token_)) return std::nullopt;
        fresh_ = false;
        auto token = run.fetched.tokens.get(key_, limits, young, [&](std::size_t) -> Result<Token> {
            fresh_ = true;
            auto fetched = fetch(run, limits);
            // Other runs may hear of it, and do not know this one's secrets.
            if (!fetched) return run.world.redactor.error(fetched.error());
            return fetched;
        });
        if (!token) return token.error();
        run.world.redactor.learn(token.value().text);
        token_ = std::move(token).value();
        return std::nullopt;
    }

    Result<HttpResponse> send(Run& run, Http& http, HttpRequest& request,
                              const Limits& limits) override {
        auto response = once(run, http, request, limits);
        if (!response || response.value().status != 401) return response;
        const Secret refused = token_->text;
        run.fetched.tokens.forget(key_, [&](const Token& kept) { return kept.text == refused; });
        token_.reset();
        // One that was kept may have been taken back meanwhile. A new one is not asked for twice.
        if (fresh_ || !isIdempotent(request.method)) return response;
        return once(run, http, request, limits);
    }

  private:
    Result<HttpResponse> once(Run& run, Http& http, HttpRequest& request, const Limits& limits) {
        // One that was fetched for this very call is sent: in its middle nothing is fetched.
        if (!token_)
            if (auto error = prepare(run, limits)) return *error;
        authorize(request, "Bearer", token_->text);
        return http.send(request, run.requestLimits(limits));
    }

    Result<Token> fetch(Run& run, const Limits& limits) const {
        const auto began = run.world.clock.now();
        auto response = run.world.http.send(request_.request, run.requestLimits(limits));
        if (!response) {
            Error error = response.error();
            error.detail =
                "There is no access token. " + error.detail + " The call itself was not sent.";
            error.done = Done::no;  // a token that nobody uses is nothing done
            return error;
        }
        run.world.redactor.learn(http::tokensIn(response.value()));
        auto answer = http::tokenAnswer(request_, response.value());
        if (!answer) return answer.error();
        Token token{std::move(answer.value().token)};
        token.until = began + http::worth(answer.value().expiresIn.value_or(kUnsaid));
        return token;
    }

    http::TokenRequest request_;
    std::string key_;  // of the token: all that decides which it is
    std::optional<Token> token_;
    bool fresh_ = false;  // did this call itself fetch it?
};

}  // namespace

std::unique_ptr<Authorization> makeOAuth2(const AuthorizationInput& input) {
    const auto& settings = input.settings;
    auto request =
        http::tokenRequest(settings, input.input, input.writtenAuthority, input.writtenToken);
    Array secrets;
    for (const auto& header : request.request.headers)
        if (sameHeader(header.name, "Authorization"))
            secrets.emplace_back(Secret(header.value.substr(6)));
    if (const auto text = settings.optionalText("password")) secrets.emplace_back(Secret(*text));
    if (const auto text = settings.part("client").optionalText("secret"))
        secrets.emplace_back(Secret(*text));
    input.run.world.redactor.learn(std::move(secrets));
    return std::make_unique<OAuth2>(std::move(request));
}

}  // namespace tenon::run
