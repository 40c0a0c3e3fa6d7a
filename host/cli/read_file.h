// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "manifest/node.h"

namespace tenon::cli {

// A whole file, or standard input for "-". Failure (66) if it cannot be read.
std::string readFile(const std::string& path);

// The same as YAML or JSON. Failure (65) with one line a fault.
manifest::Node readDocument(const std::string& path);

}  // namespace tenon::cli
