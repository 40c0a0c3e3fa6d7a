// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::catalog {

// The text of a plugin's descriptor (see tenon/abi.h), read from the file: no code of it runs.
// Errors (configuration): not a library, no descriptor, wrong magic, ABI or toolchain, a text that
// is not what it must be. Each names the file.
Result<Value> readDescriptor(const std::string& file);

// The same with the schemas of the steps left unread (outline.h).
struct Descriptor {
    Value about;  // where a schema stood: its index
    std::vector<std::string> schemas;
};
Result<Descriptor> readOutline(const std::string& file);

}  // namespace tenon::catalog
