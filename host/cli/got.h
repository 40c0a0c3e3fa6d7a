// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "cli/failure.h"
#include "tenon/error.h"

namespace tenon::cli {

// What was asked of the runs that are kept. Failure where there is none: 66 for a run that is not
// there, 78 for all else.
template <class T>
T got(Result<T> result) {
    if (result) return std::move(result).value();
    throw Failure(result.error().title == "missing" ? kUnreadable : kConfiguration,
                  "tenon: " + result.error().detail + "\n");
}

}  // namespace tenon::cli
