// SPDX-License-Identifier: Apache-2.0
// The order of all values: null, false, true, numbers, texts, arrays, objects. A secret is a text.
// Values share their parts, so that a small one may be a tree without end to whoever walks through
// it: comparing goes on as long as the machine does.
#pragma once

#include <compare>

#include "values/machine.h"

namespace tenon::expr {

// Compares as long as the machine goes on. After that nothing stands before anything, so that a
// sort ends soon, and `going` is false.
class Comparing {
  public:
    explicit Comparing(Machine& machine) : machine_(machine) {}

    [[nodiscard]] bool going() const { return going_; }
    // NaN stands before all numbers and is less than itself, so that it equals nothing. Integers
    // and reals are compared by what they are; objects by their sorted names first.
    std::partial_ordering order(const Value& a, const Value& b);
    bool equal(const Value& a, const Value& b) { return order(a, b) == 0 && going_; }
    // For sorting: NaN does not stand before NaN.
    bool before(const Value& a, const Value& b) {
        sorting_ = true;
        const auto by = order(a, b);
        sorting_ = false;
        return by < 0 && going_;
    }

  private:
    std::partial_ordering arrays(const Array& a, const Array& b);
    std::partial_ordering objects(const Object& a, const Object& b);
    bool spend(std::size_t steps) { return going_ = going_ && machine_.spend(steps); }

    Machine& machine_;
    bool going_ = true;
    bool sorting_ = false;
};

// One comparison, for where the machine goes on or not by itself.
inline bool equal(Machine& machine, const Value& a, const Value& b) {
    return Comparing(machine).equal(a, b);
}
// So many keys a path may have, and so many levels are read from a text, compared and merged.
inline constexpr std::uint32_t kLongestPath = 10'000;
inline constexpr std::uint32_t kDeepestCompared = kLongestPath + 1;

}  // namespace tenon::expr
