// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/openapi/api.h"
#include "run/tasks/call_http.h"

namespace tenon::run::openapi {

// The request of one operation, from the document and the values that the task gives. Pure.
// Errors: `validation` for the values (missing, unknown or of the wrong kind; `with/parameters`),
// `configuration` for the document and the operation's name.
Result<HttpAsk> requestOf(const Api& api, const std::string& operationId, const Value& parameters);

}  // namespace tenon::run::openapi
