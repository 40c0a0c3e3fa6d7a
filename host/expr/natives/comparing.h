// SPDX-License-Identifier: Apache-2.0
// The order of values where it may take long: values share their parts, so that a small one may be
// a tree without end to whoever walks through it.
#pragma once

#include "expr/machine.h"

namespace tenon::expr {

// Compares as long as the machine goes on. After that nothing stands before anything, so that a
// sort ends soon, and `going` is false.
class Comparing {
  public:
    explicit Comparing(Machine& machine) : machine_(machine) {}

    [[nodiscard]] bool going() const { return going_; }
    // As `compare` has it.
    std::partial_ordering order(const Value& a, const Value& b);
    bool equal(const Value& a, const Value& b) { return order(a, b) == 0 && going_; }
    // As `sortsBefore` has it: NaN does not stand before NaN.
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

}  // namespace tenon::expr
