// SPDX-License-Identifier: Apache-2.0
#include "text/excerpt.h"

namespace tenon::text {
namespace {

bool within(const std::string& text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

}  // namespace

std::string beginningOf(const std::string& masked, std::size_t most) {
    if (masked.size() <= most) return masked;
    std::size_t end = most;
    while (end > 0 && within(masked, end)) --end;
    return masked.substr(0, end) + "…";
}

std::string endOf(const std::string& masked, std::size_t most) {
    if (masked.size() <= most) return masked;
    std::size_t begin = masked.size() - most;
    while (within(masked, begin)) ++begin;
    return "…" + masked.substr(begin);
}

}  // namespace tenon::text
