// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/ports.h"

namespace tenon::machine {

// The clocks of this machine. Any thread.
class SystemClock final : public world::Clock {
  public:
    [[nodiscard]] std::chrono::steady_clock::time_point now() const override;
    [[nodiscard]] std::chrono::system_clock::time_point wall() const override;
    void wait(const Limits& until) override;
};

}  // namespace tenon::machine
