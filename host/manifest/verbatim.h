// SPDX-License-Identifier: Apache-2.0
// Texts that the file has as they are, so that each of their characters has a place in it.
#pragma once

#include <optional>
#include <string_view>

#include "manifest/node.h"

namespace tenon::manifest {

// `written`: the file from where the scalar begins, which is at that place. Nothing where it is
// written with escapes, or folded.
std::optional<Verbatim> verbatim(std::string_view written, Place place, std::string_view text);

}  // namespace tenon::manifest
