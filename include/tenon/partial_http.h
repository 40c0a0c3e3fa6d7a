// SPDX-License-Identifier: Apache-2.0
// For a step whose answer breaks off: what had come of it may hold what the remote side has made.
#pragma once

#include "tenon/context.h"

namespace tenon {
inline namespace v1 {

// An extension of Context. What comes so is kept by the host, as with Context::http().
// Thread: the call's.
class PartialHttp : public Http {
  public:
    static constexpr std::string_view kId = "tenon.partial-http/1";

    // Like send(). With an Error for a request that does more than look, `part` is the answer as
    // far as it had come: unpacked, its status 0 where it has none. A body whose head or chunks
    // cannot be read is all bytes from there on. Never a part of an Error: secrets are in it.
    virtual Result<HttpResponse> sendPartly(const HttpRequest& request, const Limits& limits,
                                            HttpResponse& part) = 0;
};

// `part` stays empty where the host does not tell.
// Thread: the call's.
inline Result<HttpResponse> sendPartly(Context& context, const HttpRequest& request,
                                       HttpResponse& part) {
    if (auto* http = static_cast<PartialHttp*>(context.extension(PartialHttp::kId)))
        return http->sendPartly(request, context.limits(), part);
    return context.http().send(request, context.limits());
}

}  // namespace v1
}  // namespace tenon
