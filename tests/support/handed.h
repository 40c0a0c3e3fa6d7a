// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <utility>

namespace support {

// What a test changes from one round to the next while a server's thread reads it. That the rounds
// come one after the other is known to the processes between the two, and to no sanitizer.
template <class T>
class Handed {
  public:
    Handed() = default;
    Handed& operator=(T value) {
        const std::scoped_lock lock(mutex_);
        value_ = std::move(value);
        return *this;
    }
    [[nodiscard]] T get() const {
        const std::scoped_lock lock(mutex_);
        return value_;
    }

  private:
    mutable std::mutex mutex_;
    T value_{};
};

}  // namespace support
