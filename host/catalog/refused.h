// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/error.h"

namespace tenon::catalog {

inline constexpr auto kDamagedText = "has a descriptor whose text is damaged";

// The Error of a plugin that is not taken: "The plugin FILE " and why, without a dot.
inline Error refused(const std::string& file, const std::string& why) {
    return makeError(ErrorKind::configuration, "plugin refused",
                     "The plugin " + file + " " + why + ".");
}

}  // namespace tenon::catalog
