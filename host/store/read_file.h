// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "tenon/error.h"

namespace tenon::store {

// Waits until a file that may keep its reader waiting has something, or its end. False: no longer.
using Readable = std::function<bool(int file)>;

// A whole file, or standard input for "-"; 64 MB at most. Of a pipe, to its end. Errors:
// `configuration` where it cannot be read, `cancelled` where `readable` says so; the detail is one
// line, without a dot.
Result<std::string> readFile(const std::string& path, const Readable& readable);
// The same of what is no pipe and no device: it cannot keep its reader waiting.
Result<std::string> readPlainFile(const std::string& path);

}  // namespace tenon::store
