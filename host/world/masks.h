// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::world {

// Texts that must not be shown, however many, in whatever mixture of encodings they are written
// (escapes.h, packed.h). Looking for all of them takes little more than for one, and is linear in
// the text. Not thread-safe.
class Masks {
  public:
    // A shorter text stands in too many other words to be taken out of them.
    static constexpr std::size_t kShortest = 4;

    // `text`, of kShortest bytes or more, is shown as `shown` from now on.
    void add(const std::string& text, const std::string& shown);
    // Where texts overlap, all that they cover becomes one mask. A text that was made to take long,
    // out of a secret that repeats itself, becomes one as a whole.
    [[nodiscard]] std::string apply(std::string_view text) const;

  private:
    struct Hidden {
        std::string text, shown;
    };
    struct Found {
        std::size_t begin = 0, end = 0;
        const std::string* shown = nullptr;
    };
    struct Search {
        bool withinShown;
        std::size_t steps;  // that may still be taken
    };
    // The texts that begin with what was read so far, by their places in sorted_.
    struct Candidates {
        std::size_t first, last, length;
    };
    [[nodiscard]] std::string apply(std::string_view text, bool withinShown) const;
    // All that is in the text and in what may be packed in it.
    void find(std::string_view text, Search& search, int level, std::vector<Found>& out) const;
    void findUnpacked(std::string_view text, Search& search, std::vector<Found>& out) const;
    // The longest that begins at the place.
    [[nodiscard]] Found longest(std::string_view text, std::size_t at, Search& search) const;
    [[nodiscard]] bool mayBegin(std::string_view text, std::size_t at) const;
    [[nodiscard]] bool narrow(Candidates& all, std::string_view bytes) const;

    std::bitset<1 << 16> beginnings_;  // by the first two bytes: most places are none
    std::deque<Hidden> texts_;
    std::size_t shortest_ = static_cast<std::size_t>(-1);  // of them: nothing shorter holds one
    std::vector<const Hidden*> sorted_;
};

}  // namespace tenon::world
