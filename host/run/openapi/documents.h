// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "http/openapi/api.h"
#include "run/auth/authorization.h"
#include "run/openapi/extras.h"

namespace tenon::run::openapi {

struct Source {
    std::string url;      // or the name of a file beside the manifest
    bool secret = false;  // does the URL hold one?
    Authorization* authorization = nullptr;
    std::string opener{};  // tells the authorization from every other
    DocumentHeaders headers{};
};

// The document at the place, fetched once in a run whoever asks, and from the record in a run that
// is resumed.
Result<Value> document(Frame& frame, const Position& position, const Source& source);

}  // namespace tenon::run::openapi
