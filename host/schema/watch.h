// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace tenon::schema {

// What ends a comparison that takes too long.
struct TimeUp {};

// Asks every now and then whether the time is up; whatever loops or calls itself says what it did.
class Watch {
  public:
    explicit Watch(std::function<bool()> over) : over_(std::move(over)) {}
    // Throws TimeUp. `steps`: each of some ten nanoseconds.
    void work(std::size_t steps = 1) {
        done_ += steps;
        if (done_ < kBetween) return;
        done_ = 0;
        if (over_ && over_()) throw TimeUp{};
    }

  private:
    static constexpr std::size_t kBetween = 10'000;
    std::function<bool()> over_;
    std::size_t done_ = 0;
};

}  // namespace tenon::schema
