// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/router.h"

namespace cloudelements::sandbox {

struct World;

// What the platform answers and the sandbox does not, although it would fit a path that is.
class Absent {
  public:
    Absent();

    // `path`: below /elements/api-v2.
    [[nodiscard]] bool has(const std::string& path) const {
        return all_.find("", path).pathIsKnown;
    }

  private:
    Router all_;
};

// Is that the path of a formula as a resource?
bool isFormula(const std::string& path, const World& world);

}  // namespace cloudelements::sandbox
