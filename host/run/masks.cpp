// SPDX-License-Identifier: Apache-2.0
#include "run/masks.h"

#include <cstring>

#include "tenon/secret.h"

namespace tenon::run {
namespace {

template <class Number>
Number beginningOf(std::string_view text) {
    Number out = 0;
    std::memcpy(&out, text.data(), sizeof out);
    return out;
}

}  // namespace

void Masks::add(const std::string& text, const std::string& shown) {
    beginnings_.set(beginningOf<std::uint16_t>(text));
    texts_[beginningOf<std::uint32_t>(text)][text.size()].emplace(text, shown);
}

Masks::Match Masks::longest(std::string_view text, bool withinShown) const {
    if (!beginnings_.test(beginningOf<std::uint16_t>(text))) return {};
    const auto found = texts_.find(beginningOf<std::uint32_t>(text));
    if (found == texts_.end()) return {};
    for (const auto& [size, all] : found->second) {
        if (size > text.size()) continue;
        const auto one = all.find(std::string(text.substr(0, size)));
        if (one == all.end() || (withinShown && one->second != kMask)) continue;
        return {size, &one->second};
    }
    return {};
}

std::string Masks::apply(std::string_view text) const { return apply(text, false); }

// What is shown of a text may hold another one, but none that is shown in part itself.
std::string Masks::apply(std::string_view text, bool withinShown) const {
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = 0; at + kShortest <= text.size();) {
        const Match match = longest(text.substr(at), withinShown);
        if (!match.shown) {
            ++at;
            continue;
        }
        std::size_t end = at + match.size;
        bool whole = true;
        for (std::size_t inside = at + 1; inside < end && inside + kShortest <= text.size();
             ++inside) {
            const Match other = longest(text.substr(inside), withinShown);
            if (!other.shown || inside + other.size <= end) continue;
            end = inside + other.size;
            whole = false;
        }
        out += text.substr(done, at - done);
        if (whole && *match.shown != kMask) {
            out += apply(*match.shown, true);
        } else {
            out += kMask;
        }
        at = done = end;
    }
    return out += text.substr(done);
}

}  // namespace tenon::run
