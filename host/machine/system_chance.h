// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/ports.h"

namespace tenon::machine {

// Any thread.
class SystemChance final : public world::Chance {
  public:
    double fraction() override;
    std::string uuid() override;
};

}  // namespace tenon::machine
