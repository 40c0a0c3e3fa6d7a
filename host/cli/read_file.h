// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "manifest/json.h"

namespace tenon::cli {

// A whole file, or standard input for "-"; 64 MB at most. A pipe is read to its end, or until the
// process is told to stop. Failure (66) if it cannot be read, 130 if it was stopped.
std::string readFile(const std::string& path);
// The same of what is no pipe and no device: it cannot keep its reader waiting.
std::string readPlainFile(const std::string& path);

// Waits until there is something to read, or an end. False where the process is to stop.
bool readable(int file);

// The file as YAML or JSON. Failure (65) with one line a fault.
manifest::Node readDocument(const std::string& path, std::size_t most = manifest::kMostValues);
// The same of what it holds.
manifest::Node parseDocument(const std::string& path, std::string_view text,
                             std::size_t most = manifest::kMostValues);

}  // namespace tenon::cli
