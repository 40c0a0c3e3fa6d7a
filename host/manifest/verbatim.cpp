// SPDX-License-Identifier: Apache-2.0
#include "manifest/verbatim.h"

#include <algorithm>

namespace tenon::manifest {
namespace {

std::string_view takeLine(std::string_view& text) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// Behind | or >, the lines stand below, all of them behind the same blanks.
std::optional<Verbatim> block(std::string_view written, Place place, std::string_view text) {
    takeLine(written);
    const auto begin = written.find_first_not_of(" \r\n");
    if (begin == written.npos) return std::nullopt;
    const auto indent = begin - (written.rfind('\n', begin) + 1);  // npos + 1 is 0
    while (!text.empty()) {
        const auto theirs = takeLine(written);
        if (takeLine(text) != theirs.substr(std::min(indent, theirs.size()))) return std::nullopt;
    }
    const int column = static_cast<int>(indent) + 1;
    return Verbatim{{place.line + 1, column}, column};
}

}  // namespace

std::optional<Verbatim> verbatim(std::string_view written, Place place, std::string_view text) {
    if (written.starts_with('|') || written.starts_with('>')) return block(written, place, text);
    const bool quoted = written.starts_with('"') || written.starts_with('\'');
    written.remove_prefix(quoted ? 1 : 0);
    if (text.find('\n') != text.npos || !written.starts_with(text)) return std::nullopt;
    return Verbatim{{place.line, place.column + (quoted ? 1 : 0)}, 1};
}

}  // namespace tenon::manifest
