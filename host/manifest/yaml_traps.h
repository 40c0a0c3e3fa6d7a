// SPDX-License-Identifier: Apache-2.0
// What YAML, or yaml-cpp, takes without a word and its writer did not mean. `source`: the file from
// where the scalar begins.
#pragma once

#include <string_view>

namespace tenon::manifest {

// Is the quote that the scalar begins with closed? yaml-cpp takes the end of the file for the end
// of a quoted text. True where there is no quote.
bool closed(std::string_view source);

// Is the unquoted scalar an expression of which YAML took the end for a comment: `${ .a # b }`?
bool cutByComment(std::string_view source, std::string_view scalar);

}  // namespace tenon::manifest
