// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/error.h"

namespace tenon::run {

// The error of a template or an expression of a task, with the place inside the task named. Until
// it reaches the task, which knows where it stands itself, that is its `place`.
inline Error located(Error error, const std::string& place) {
    error.place = place + error.instance;
    error.detail = "In " + error.place + ": " + error.detail;
    error.instance.clear();
    return error;
}

}  // namespace tenon::run
