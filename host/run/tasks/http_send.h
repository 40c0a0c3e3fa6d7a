// SPDX-License-Identifier: Apache-2.0
// What every call over HTTP shares: from `output` and `redirect` in the manifest, and from a
// request to the task's output.
#pragma once

#include <memory>
#include <optional>

#include "http/call.h"
#include "run/auth/authentication.h"

namespace tenon::run {

// `output` and `redirect`.
void loadHttpOutput(manifest::MapReader& with, http::HttpCall& call, manifest::Faults& faults);

// The authentication of the call at this position, with the values of now; null where there is
// none. `read`: do expressions read $authorization? Then it is complete.
Result<std::unique_ptr<Authorization>> authorization(
    const std::optional<Authentication>& authentication, Frame& frame, const expr::Scope& scope,
    const Position& position, bool read);

// `what`: the request as the manifest has it, its secrets Secrets. The authorization may be null;
// `ready`: what it needs was fetched.
Result<Outcome> sendHttp(Frame& frame, const Position& position, const http::HttpCall& call,
                         const Value& what, http::HttpAsk ask, Authorization* authorization,
                         bool ready);

}  // namespace tenon::run
