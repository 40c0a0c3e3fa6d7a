// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace tenon::net {

// Undoes gzip. Throws Fault: tooLarge beyond `most` bytes, truncated or malformed where the data
// is; `out` then holds what came before.
void gunzip(const std::string& packed, std::size_t most, std::string& out);

}  // namespace tenon::net
