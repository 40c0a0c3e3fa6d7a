// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/error.h"

namespace tenon::run {

// The error of a template or an expression of a task, with the place inside the task named.
inline Error located(Error error, const std::string& place) {
    error.detail = "In " + place + error.instance + ": " + error.detail;
    error.instance.clear();
    return error;
}

}  // namespace tenon::run
