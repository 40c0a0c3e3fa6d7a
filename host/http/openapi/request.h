// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/call.h"
#include "http/openapi/api.h"

namespace tenon::http::openapi {

// The request of one operation, from the document and the values that the task gives. Pure.
// Errors: `validation` for the values (missing, unknown or of the wrong kind; `with/parameters`),
// `configuration` for the document and the operation's name.
Result<HttpAsk> requestOf(const Api& api, const std::string& operationId, const Value& parameters);

}  // namespace tenon::http::openapi
