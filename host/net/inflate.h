// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace tenon::net {

// Undoes gzip. Throws Fault: tooLarge beyond `most` bytes, truncated or malformed where the data
// is.
std::string gunzip(const std::string& packed, std::size_t most);

}  // namespace tenon::net
