// SPDX-License-Identifier: Apache-2.0
// Drafts, whose names end by chance.
#pragma once

#include <regex>
#include <string>

namespace support {

// FILE.XXXXXX for each draft FILE.JZRd2l in a text; FILE.partial stays.
inline std::string withoutChance(const std::string& text, const std::string& file) {
    return std::regex_replace(text, std::regex(file + "\\.[A-Za-z0-9]{6}(?![A-Za-z0-9])"),
                              file + ".XXXXXX");
}

}  // namespace support
