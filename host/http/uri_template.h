// SPDX-License-Identifier: Apache-2.0
// What the language knows of RFC 6570: `{name}` in a URI that stands in the manifest.
#pragma once

#include <string>
#include <string_view>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::http {

// A text as a part of a URL: everything but letters, digits and -._~ in percent-encoding.
std::string percentEncoded(const std::string& text);

// As a form has it (RFC 6749, appendix B): a blank is +, and only letters, digits and *-._ stay.
std::string formEncoded(const std::string& text);

// Is the segment of a path "." or "..", in whatever spelling? Such a one leads elsewhere.
bool isDots(std::string_view segment);

// What is wrong with a URI that is written in the manifest, and the form to write; "" for nothing.
std::string uriProblem(const std::string& uri);

// Each `{name}` replaced by the member of that name, which is taken as it stands: {pet.id} is the
// member "pet.id". In the query, a missing one and null are empty. Before it they are refused, for
// an address that lacks a part is another one, and so are values that make a segment . or .. of it
// (`validation`). `secret` becomes true where a secret went in. `where` is the place in the task,
// for the Error, which is `expression` where a member is no scalar.
Result<std::string> expandUri(const std::string& uri, const Value& input, const std::string& where,
                              bool& secret);

// Why an address that an expression gave is refused: one of its segments is . or ..
std::string dotsIn(std::string_view url);

}  // namespace tenon::http
