// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "http/auth/digest_challenge.h"
#include "http/url.h"
#include "run/auth/schemes.h"
#include "run/names.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

class Digest final : public Authorization {
  public:
    explicit Digest(http::DigestUser user) : user_(std::move(user)) {}

    // Without a parameter before the server's challenge is there.
    [[nodiscard]] Value describe() const override { return described("Digest", parameter_); }

    // Asks without credentials first. What is refused was not done, so any method may be repeated.
    Result<HttpResponse> send(Run& run, Http& http, HttpRequest& request,
                              const Limits& limits) override {
        auto response = http.send(request, run.requestLimits(limits));
        if (!response || response.value().status != 401) return response;
        const auto challenges = http::challengesOf(response.value().headers);
        const auto ours = std::find_if(challenges.begin(), challenges.end(), http::canAnswer);
        if (ours == challenges.end()) return unanswered(request, challenges);
        std::string cnonce = run.world.chance.uuid();
        std::erase(cnonce, '-');
        parameter_ = Secret(
            http::digestAnswer(*ours, user_, request.method, http::targetOf(request.url), cnonce));
        run.world.redactor.learn(parameter_);
        authorize(request, "Digest", parameter_);
        return http.send(request, run.requestLimits(limits));
    }

  private:
    static Error unanswered(const HttpRequest& request,
                            const std::vector<http::Challenge>& challenges) {
        std::string found;
        for (const auto& challenge : challenges) {
            found += (found.empty() ? "" : ", ") + challenge.scheme;
            for (const auto* name : {"algorithm", "qop"})
                if (const auto part = challenge.part(name); !part.empty())
                    found += " " + std::string(name) + "=" + part;
        }
        return makeError(ErrorKind::authentication, "HTTP status 401",
                         request.method + " " + http::shownUrl(request.url) +
                             " was answered with 401, but not with a challenge that Tenon can "
                             "answer: wanted digest with algorithm MD5 or SHA-256 and qop auth, "
                             "found " +
                             (found.empty() ? "none" : found) + ".");
    }

    http::DigestUser user_;
    Secret parameter_;
};

}  // namespace

std::unique_ptr<Authorization> makeDigest(const AuthorizationInput& input) {
    http::DigestUser user{input.settings.text("username"), input.settings.text("password")};
    input.run.world.redactor.learn(Secret(user.password));
    return std::make_unique<Digest>(std::move(user));
}

}  // namespace tenon::run
