// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "run/auth/authorization.h"
#include "run/openapi/api.h"

namespace tenon::run::openapi {

struct Source {
    std::string url;
    bool secret = false;  // does the URL hold one?
    Authorization* authorization = nullptr;
};

// The document at the URL, fetched once in a run whoever asks, and from the record in a run that is
// resumed.
Result<Value> document(Frame& frame, const Position& position, const Source& source);

}  // namespace tenon::run::openapi
