// SPDX-License-Identifier: Apache-2.0
#include "manifest/yaml_traps.h"

#include <algorithm>

namespace tenon::manifest {

bool closed(std::string_view source) {
    constexpr std::string_view blanks = " \t\r\n";
    while (source.starts_with('&') || source.starts_with('!')) {
        source.remove_prefix(std::min(source.find_first_of(blanks), source.size()));
        source.remove_prefix(std::min(source.find_first_not_of(blanks), source.size()));
    }
    if (!source.starts_with('"') && !source.starts_with('\'')) return true;
    const char quote = source[0];
    for (std::size_t i = 1; i < source.size(); ++i) {
        if (quote == '"' && source[i] == '\\') {
            ++i;
        } else if (source[i] == quote) {
            if (quote == '"' || source.substr(i + 1, 1) != "'") return true;
            ++i;
        }
    }
    return false;
}

bool cutByComment(std::string_view source, std::string_view scalar) {
    if (!scalar.starts_with("${") || !source.starts_with(scalar)) return false;
    source.remove_prefix(scalar.size());
    source.remove_prefix(std::min(source.find_first_not_of(" \t"), source.size()));
    return source.starts_with('#') && std::count(scalar.begin(), scalar.end(), '{') !=
                                          std::count(scalar.begin(), scalar.end(), '}');
}

}  // namespace tenon::manifest
