// SPDX-License-Identifier: Apache-2.0
// How a parameter's value is written: collectionFormat of Swagger 2.0, style and explode of
// OpenAPI 3.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "http/openapi/api.h"

namespace tenon::http::openapi {

// A scalar as text. Throws StepError (`validation`) that names the parameter.
std::string scalarText(const Parameter& parameter, const Value& value);

// For a path or a header: one text. In a path it is percent-encoded, piece by piece.
std::string oneText(const Api& api, const Parameter& parameter, const Value& value);

// For a query, a form or cookies: pairs of names and values, percent-encoded.
std::vector<std::pair<std::string, std::string>> pairsOf(const Api& api, const Parameter& parameter,
                                                         const Value& value);

[[noreturn]] void refuseParameter(const Parameter& parameter, const std::string& text);

}  // namespace tenon::http::openapi
