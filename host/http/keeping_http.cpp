// SPDX-License-Identifier: Apache-2.0
#include "http/keeping_http.h"

#include "http/url.h"
#include "text/base64.h"
#include "text/readable.h"

namespace tenon::http {
namespace {

// As a text where it is one, whatever its Content-Type says.
Value bodyOf(const HttpResponse& answer) {
    const auto text = text::decoded(answer.body, text::MediaType::of(answer).charset);
    if (text && text->find('\0') == std::string::npos) return Secret(*text);
    return Object{{"base64", Secret(text::base64(answer.body))}};
}

std::size_t sizeOf(const Value& body) {
    const auto* packed = body.find("base64");
    const auto* secret = packed ? packed->secret() : body.secret();
    return secret ? secret->reveal().size() : 0;
}

}  // namespace

Result<HttpResponse> KeepingHttp::send(const HttpRequest& request, const Limits& limits) {
    HttpResponse part;
    return sendPartly(request, limits, part);
}

Result<HttpResponse> KeepingHttp::sendPartly(const HttpRequest& request, const Limits& limits,
                                             HttpResponse& part) {
    auto* http = dynamic_cast<PartialHttp*>(&http_);
    auto result = http ? http->sendPartly(request, limits, part) : http_.send(request, limits);
    if (!isSafe(request.method)) add(result ? result.value() : part);
    return result;
}

void KeepingHttp::add(const HttpResponse& answer) {
    if (answer.body.empty()) return;
    if (raw_.isNull()) {
        raw_ = bodyOf(answer);
        return;
    }
    Array all = raw_.array() ? *raw_.array() : Array{raw_};
    all.push_back(bodyOf(answer));
    std::size_t size = 0;
    for (const auto& one : all) size += sizeOf(one);
    for (; all.size() > 1 && size > kMost; all.erase(all.begin())) size -= sizeOf(all.front());
    raw_ = std::move(all);
}

}  // namespace tenon::http
