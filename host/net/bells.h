// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

namespace tenon::net {

// Eventfds by which waits are ended, kept from one request to the next: making one costs as much as
// sending. Any thread.
class Bells {
  public:
    Bells() { idle_.reserve(kMost); }
    ~Bells();
    Bells(const Bells&) = delete;
    Bells& operator=(const Bells&) = delete;

    // One that does not ring. Throws Fault (connect).
    int take();
    // One that did not ring, of which nobody knows any more.
    void put(int bell) noexcept;

  private:
    static constexpr std::size_t kMost = 64;  // idle at once

    std::mutex mutex_;
    std::vector<int> idle_;
};

}  // namespace tenon::net
