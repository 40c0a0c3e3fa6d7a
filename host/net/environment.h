// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <string>

#include "net/client_options.h"

namespace tenon::net {

// An environment variable; empty if it is not set.
inline std::string variable(const ClientOptions& options, const char* name) {
    if (options.environment) return options.environment(name).value_or("");
    const char* value = std::getenv(name);
    return value ? value : "";
}

}  // namespace tenon::net
