// SPDX-License-Identifier: Apache-2.0
// What the language knows of RFC 6570: `{name}` in a URI that stands in the manifest.
#pragma once

#include <string>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::run {

// A text as a part of a URL: everything but letters, digits and -._~ in percent-encoding.
std::string percentEncoded(const std::string& text);

// Each `{name}` replaced by the member of that name, which is taken as it stands: {pet.id} is the
// member "pet.id". A missing one and null are empty. `secret` becomes true where a secret went in.
// `where` is the place in the task, for the Error (`expression`) of a member that is no scalar.
Result<std::string> expandUri(const std::string& uri, const Value& input, const std::string& where,
                              bool& secret);

}  // namespace tenon::run
