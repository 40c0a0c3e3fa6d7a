// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "tenon/error.h"

struct sqlite3;

namespace tenon::store {

// An error of the folder and what is in it.
inline Error stateError(const char* title, std::string text) {
    return makeError(ErrorKind::configuration, title, std::move(text));
}

// What a call of SQLite's says went wrong, as a person is told it.
Error faultOf(sqlite3* handle, const std::string& folder);
// Also where the room for a file is bounded otherwise.
Error diskFull(const std::string& folder);
Error journalGone(const std::string& folder);

}  // namespace tenon::store
