// SPDX-License-Identifier: Apache-2.0
// What goes into the body of a request, and what is wanted back.
#pragma once

#include "http/openapi/style.h"
#include "tenon/http.h"

namespace tenon::http::openapi {

// The value of the one parameter that is the body, in the first media type of the operation's that
// Tenon writes: JSON, a form, a text.
void setBody(const Api& api, const Operation& operation, const Parameter& parameter,
             const Value& value, HttpRequest& request);

// Swagger 2.0's formData, percent-encoded.
void setForm(const Api& api, const Operation& operation,
             const std::vector<std::pair<std::string, std::string>>& fields, HttpRequest& request);

// The header Accept: JSON where the operation answers with it, else all that it answers with.
void setAccept(const Api& api, const Operation& operation, HttpRequest& request);

}  // namespace tenon::http::openapi
