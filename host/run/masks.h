// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tenon::run {

// Texts that must not be shown, however many: looking for all of them takes little more than for
// one. Not thread-safe.
class Masks {
  public:
    // A shorter text stands in too many other words to be taken out of them.
    static constexpr std::size_t kShortest = 4;

    // `text`, of kShortest bytes or more, is shown as `shown` from now on.
    void add(const std::string& text, const std::string& shown);
    // Where texts overlap, all that they cover becomes one mask.
    [[nodiscard]] std::string apply(std::string_view text) const;

  private:
    using ByText = std::unordered_map<std::string, std::string>;
    struct Match {
        std::size_t size = 0;
        const std::string* shown = nullptr;
    };
    [[nodiscard]] std::string apply(std::string_view text, bool withinShown) const;
    // The longest text that `text` begins with.
    [[nodiscard]] Match longest(std::string_view text, bool withinShown) const;

    std::bitset<1 << 16> beginnings_;  // by the first two bytes: most places are none
    // By the first four bytes, then by length, the longest first.
    std::unordered_map<std::uint32_t, std::map<std::size_t, ByText, std::greater<>>> texts_;
};

}  // namespace tenon::run
