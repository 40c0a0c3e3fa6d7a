// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/error.h"

namespace support {

// All that an Error says, to be compared at once: "configuration 400, plugin refused: The plugin…".
inline std::string whole(const tenon::Error& error) {
    return std::string(tenon::name(error.kind)) + " " + std::to_string(error.status) +
           (error.retryable ? ", retryable" : "") +
           (error.done == tenon::Done::maybe ? ", maybe done" : "") + ", " + error.title + ": " +
           error.detail;
}

}  // namespace support
