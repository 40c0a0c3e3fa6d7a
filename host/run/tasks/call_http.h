// SPDX-License-Identifier: Apache-2.0
// The pure halves of `call: http`: the request from evaluated values, the output from the answer.
#pragma once

#include <string>

#include "tenon/http.h"
#include "tenon/value.h"

namespace tenon::run {

enum class HttpOutput { content, raw, response };

// `with` of the task, evaluated: method, endpoint, headers, query, body. `{name}` in the endpoint
// is replaced from `input`. Errors: `validation`, naming the member of `with`.
Result<HttpRequest> httpRequest(const Value& with, const Value& input);

// Answers outside 200–299 (with `redirect`: 200–399) are Errors of kind `communication`, or
// `authentication` and `authorization` for 401 and 403, with the answer's status.
Result<Value> httpOutput(const HttpRequest& request, const HttpResponse& response,
                         HttpOutput format, bool redirect);

}  // namespace tenon::run
