// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenon::store {

// Writes the whole text; errno of what went wrong, 0 if nothing did.
int writeAll(int file, std::string_view text);

struct Made {
    int problem = 0;     // errno
    std::string left{};  // where the text is all the same, as far as it could be written
};

// Makes the file at `path`, whole or not at all, for its owner only; never replaces one. What could
// not be moved to `path` stays under another name, what could not be written is removed.
Made makeWhole(const std::string& path, std::string_view text);

}  // namespace tenon::store
