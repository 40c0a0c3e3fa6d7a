// SPDX-License-Identifier: Apache-2.0
#include "cli/printable.h"

namespace tenon::cli {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

std::string replaced(std::string_view text, bool keepLines) {
    std::string out;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool space = text[i] == '\n' || text[i] == '\t';
        // U+0080 to U+009F are two bytes.
        const bool wide = byte(i) == 0xc2 && i + 1 < text.size() && byte(i + 1) < 0xa0;
        if (space) {
            out += keepLines ? text[i] : ' ';
        } else if (wide || byte(i) < 0x20 || byte(i) == 0x7f) {
            out += kReplacement;
            i += wide;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace

std::string printable(std::string_view text) { return replaced(text, true); }

std::string oneLine(std::string_view text) { return replaced(text, false); }

}  // namespace tenon::cli
