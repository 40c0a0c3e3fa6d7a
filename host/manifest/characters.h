// SPDX-License-Identifier: Apache-2.0
// The characters of a file: what is one, and where it stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "manifest/node.h"

namespace tenon::manifest {

// The first byte of the text that cannot stand in a UTF-8 file, as a fault.
std::optional<Fault> notText(std::string_view text);

// JSON writes a character beyond U+FFFF as two escapes, \ud83d\ude00, which YAML does not know: the
// same text with \U0001f600. Texts that are no JSON come back as they are.
std::string withoutPairs(std::string_view text);

}  // namespace tenon::manifest
