// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/platform/platform_error.h"

#include "tenon/json.h"

namespace cloudelements {
namespace {

using tenon::Done;
using tenon::ErrorKind;

ErrorKind kindOf(int status) {
    switch (status) {
        case 401:
            return ErrorKind::authentication;
        case 403:
            return ErrorKind::authorization;
        case 408:
            return ErrorKind::timeout;
        default:
            return ErrorKind::communication;
    }
}

// `itsOwn`: the platform said something itself. A bare 502 comes from a gateway before it, which
// knows nothing of the provider. `providers`: the provider said something.
std::string adviceFor(int status, bool itsOwn, bool providers, const Advice& advice) {
    const auto said = [](const std::string& text) { return text.empty() ? text : " " + text; };
    switch (status) {
        case 301:
        case 302:
        case 303:
        case 307:
        case 308:
            return " It wants the request elsewhere: check connection.baseUrl.";
        case 401:
            if (advice.token && providers)
                return " The provider does not take the credentials that the instance was made "
                       "with: give it others with UpdateElementInstance.";
            return advice.token ? " Check connection.user, connection.organization and token: an "
                                  "instance that was deleted has none."
                                : " Check connection.user and connection.organization.";
        case 403:
            if (advice.token && providers)
                return " The provider does not allow this to the user that the instance was made "
                       "with.";
            if (advice.token)
                return " The instance is switched off (EnableElementInstance switches it on), or "
                       "the credentials in connection do not allow this.";
            return " The credentials in connection are known but do not allow this: check the "
                   "rights of that user.";
        case 404:
            return said(advice.notFound);
        case 502:
            return itsOwn ? said(advice.unreachable) : "";
        default:
            return "";
    }
}

std::string sentence(std::string text) {
    if (!text.ends_with('.') && !text.ends_with('!') && !text.ends_with('?')) text += '.';
    return text;
}

// The texts in an error's body; empty where there are none.
class Body {
  public:
    Body(const tenon::HttpResponse& answer, const Quotes& quotes) : quotes_(quotes) {
        if (auto body = tenon::json::read(answer.body, tenon::json::Reading::lenient))
            body_ = std::move(body).value();
        requestId = text("requestId");
        if (const auto* header = answer.header("Elements-Request-Id"); header && requestId.empty())
            requestId = quotes_.of(*header);
    }
    [[nodiscard]] std::string text(const char* name) const {
        const auto* member = body_.find(name);
        return member && member->string() ? quotes_.of(*member->string()) : std::string();
    }

    std::string requestId;

  private:
    const Quotes& quotes_;
    tenon::Value body_;
};

}  // namespace

tenon::Error platformError(const tenon::HttpResponse& answer, const Quotes& quotes,
                           const Advice& advice) {
    const Body body(answer, quotes);
    const std::string said = body.text("message");
    const std::string provider = body.text("providerMessage");
    auto error = tenon::makeError(kindOf(answer.status), "refused by the platform", "");
    error.status = answer.status;
    error.requestId = body.requestId;
    error.retryAfter = retryAfter(answer);
    // 408, 5xx: a gateway may have given up on a request that still goes on behind it. 3xx: where
    // it leads may be what was asked for, made.
    if (answer.status < 400 || answer.status == 408 || answer.status >= 500)
        error.done = Done::maybe;
    error.retryable = answer.status == 429;

    error.detail = "The platform answered " + std::to_string(answer.status);
    error.detail += said.empty() ? "." : ": " + sentence(said);
    if (!provider.empty()) error.detail += " " + advice.provider + " said: " + sentence(provider);
    const bool itsOwn = !said.empty() || !provider.empty() || !body.requestId.empty();
    if (!advice.isQuiet)
        error.detail += adviceFor(answer.status, itsOwn, !provider.empty(), advice);
    return error;
}

bool saysNoneFound(const tenon::HttpResponse& answer) {
    const auto body = tenon::json::read(answer.body, tenon::json::Reading::lenient);
    const auto* message = body ? body.value().find("message") : nullptr;
    const auto* text = message ? message->string() : nullptr;
    return text && text->starts_with("No ") && text->find(" found") != text->npos;
}

std::string requestIdOf(const tenon::HttpResponse& answer, const Quotes& quotes) {
    return Body(answer, quotes).requestId;
}

}  // namespace cloudelements
