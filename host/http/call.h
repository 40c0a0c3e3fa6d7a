// SPDX-License-Identifier: Apache-2.0
// The pure halves of `call: http`: the request from evaluated values, the output from the answer.
#pragma once

#include <string>

#include "tenon/http.h"
#include "tenon/value.h"

namespace tenon::world {
class Redactor;
}

namespace tenon::http {

enum class HttpOutput { content, raw, response };

// What is known of a call when the manifest is loaded.
struct HttpCall {
    HttpOutput output = HttpOutput::content;
    bool redirect = false;
    bool written = true;  // the endpoint stands in the manifest; no expression gives it
};

struct HttpAsk {
    HttpRequest request;
    bool secretUrl = false;  // is a secret part of the URL?
};

// `with` of the task, evaluated: method, endpoint, headers, query, body. `{name}` in a written
// endpoint is replaced from `input`; in one that an expression gave it is data, and stays. Errors:
// `validation`, naming the member of `with`.
Result<HttpAsk> httpAsk(const HttpCall& call, const Value& with, const Value& input);

// Answers outside 200–299 (with `redirect`: 200–399) are Errors of kind `communication`, or
// `authentication` and `authorization` for 401 and 403, with the answer's status. Where the remote
// side may have acted, only what may be done twice is `retryable`, or what it says it did not
// begin.
Result<Value> httpOutput(const HttpCall& call, const HttpAsk& ask, const HttpResponse& response,
                         const world::Redactor& redactor);

}  // namespace tenon::http
