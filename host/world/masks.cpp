// SPDX-License-Identifier: Apache-2.0
#include "world/masks.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "tenon/secret.h"
#include "world/escapes.h"
#include "world/packed.h"

namespace tenon::world {
namespace {

// Base64 of base64 is seen through.
constexpr int kDeepestPacked = 2;

// An ordinary text takes less than two steps for each of its bytes.
constexpr std::size_t kFewSteps = 100'000, kStepsForByte = 32;

constexpr bool isPlain(char c) { return !beginsEscape(c) && c != '+'; }

std::size_t pairOf(char first, char second) {
    return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8 |
           static_cast<unsigned char>(second);
}

// What may be meant at the place: the byte itself, and each way to decode it.
std::vector<Unit> meanings(std::string_view text, std::size_t at) {
    std::vector<Unit> out{unitAt(text, at, 0)};
    for (int depth = 1; depth <= kDeepestEscape && beginsEscape(text[at]); ++depth) {
        const Unit unit = unitAt(text, at, depth);
        if (std::find(out.begin(), out.end(), unit) == out.end()) out.push_back(unit);
    }
    // A form's blank.
    for (std::size_t i = 0, size = out.size(); i < size; ++i)
        if (out[i].text() == "+") out.push_back({{' '}, 1, out[i].next});
    return out;
}

}  // namespace

void Masks::add(const std::string& text, const std::string& shown) {
    const auto at = std::lower_bound(
        sorted_.begin(), sorted_.end(), text,
        [](const Hidden* one, const std::string& wanted) { return one->text < wanted; });
    if (at != sorted_.end() && (*at)->text == text) return;
    shortest_ = std::min(shortest_, text.size());
    beginnings_.set(pairOf(text[0], text[1]));
    sorted_.insert(at, &texts_.emplace_back(Hidden{text, shown}));
}

bool Masks::narrow(Candidates& all, std::string_view bytes) const {
    for (const char c : bytes) {
        // The one that ends here was found before.
        while (all.first < all.last && sorted_[all.first]->text.size() == all.length) ++all.first;
        if (all.first == all.last) return false;
        const auto byteOf = [&](const Hidden* one) {
            return static_cast<unsigned char>(one->text[all.length]);
        };
        const auto wanted = static_cast<unsigned char>(c);
        if (byteOf(sorted_[all.first]) != wanted || byteOf(sorted_[all.last - 1]) != wanted) {
            const auto begin = sorted_.begin() + static_cast<std::ptrdiff_t>(all.first);
            const auto end = sorted_.begin() + static_cast<std::ptrdiff_t>(all.last);
            const auto low = std::partition_point(
                begin, end, [&](const Hidden* one) { return byteOf(one) < wanted; });
            const auto high = std::partition_point(
                low, end, [&](const Hidden* one) { return byteOf(one) == wanted; });
            all.first = static_cast<std::size_t>(low - sorted_.begin());
            all.last = static_cast<std::size_t>(high - sorted_.begin());
            if (low == high) return false;
        }
        ++all.length;
    }
    return true;
}

bool Masks::mayBegin(std::string_view text, std::size_t at) const {
    if (!isPlain(text[at])) return true;
    if (at + 1 >= text.size()) return false;
    return !isPlain(text[at + 1]) || beginnings_.test(pairOf(text[at], text[at + 1]));
}

Masks::Found Masks::longest(std::string_view text, std::size_t start, Search& search) const {
    Found best{start, start, nullptr};
    std::vector<std::pair<std::size_t, Candidates>> open{{start, {0, sorted_.size(), 0}}};
    std::set<std::tuple<std::size_t, std::size_t, std::size_t>> forks;  // each is gone once
    while (!open.empty()) {
        auto [at, all] = open.back();
        open.pop_back();
        for (;;) {
            if (search.steps == 0) return best;
            --search.steps;
            if (all.length > 0 && sorted_[all.first]->text.size() == all.length) {
                const auto& shown = sorted_[all.first]->shown;
                if (at > best.end && !(search.withinShown && shown != kMask))
                    best = {start, at, &shown};
            }
            if (at >= text.size()) break;
            if (isPlain(text[at])) {
                if (!narrow(all, text.substr(at, 1))) break;
                ++at;
                continue;
            }
            std::vector<std::pair<std::size_t, Candidates>> ways;
            for (const Unit& unit : meanings(text, at)) {
                Candidates next = all;
                if (narrow(next, unit.text())) ways.emplace_back(unit.next, next);
            }
            if (ways.empty()) break;
            if (ways.size() > 1)
                for (std::size_t i = 1; i < ways.size(); ++i)
                    if (forks.emplace(ways[i].first, ways[i].second.first, ways[i].second.length)
                            .second)
                        open.push_back(ways[i]);
            std::tie(at, all) = ways.front();
        }
    }
    return best;
}

void Masks::findUnpacked(std::string_view text, Search& search, std::vector<Found>& out) const {
    for (std::size_t at = 0; at < text.size() && search.steps > 0; ++at) {
        if (!mayBegin(text, at)) continue;
        const Found found = longest(text, at, search);
        if (found.shown) out.push_back(found);
    }
}

void Masks::find(std::string_view text, Search& search, int level, std::vector<Found>& out) const {
    if (text.size() < shortest_) return;  // nothing is longer when it is decoded
    findUnpacked(text, search, out);
    if (level == kDeepestPacked) return;
    static const std::string mask(kMask);
    const auto inside = [&](const Decoded& decoded, std::vector<Found>& into) {
        std::vector<Found> found;
        find(decoded.bytes, search, level + 1, found);
        for (const auto& one : found)
            into.push_back({decoded.begin[one.begin], decoded.end[one.end - 1], &mask});
    };
    eachPacked(text, shortest_, [&](const Decoded& decoded) { inside(decoded, out); });
    if (std::none_of(text.begin(), text.end(), beginsEscape)) return;
    const Decoded plain = unescaped(text);
    std::vector<Found> found;
    eachPacked(plain.bytes, shortest_, [&](const Decoded& decoded) { inside(decoded, found); });
    for (const auto& one : found)
        out.push_back({plain.begin[one.begin], plain.end[one.end - 1], &mask});
}

std::string Masks::apply(std::string_view text) const { return apply(text, false); }

// What is shown of a text may hold another one, but none that is shown in part itself.
std::string Masks::apply(std::string_view text, bool withinShown) const {
    if (sorted_.empty()) return std::string(text);
    std::vector<Found> all;
    Search search{withinShown, kFewSteps + kStepsForByte * text.size()};
    find(text, search, 0, all);
    if (search.steps == 0) return std::string(kMask);
    std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::string out;
    std::size_t done = 0;
    for (std::size_t i = 0; i < all.size();) {
        const Found first = all[i];
        std::size_t end = first.end;
        for (++i; i < all.size() && all[i].begin < end; ++i) end = std::max(end, all[i].end);
        out += text.substr(done, first.begin - done);
        if (end == first.end && *first.shown != kMask) {
            out += apply(*first.shown, true);
        } else {
            out += kMask;
        }
        done = end;
    }
    return out += text.substr(done);
}

}  // namespace tenon::world
