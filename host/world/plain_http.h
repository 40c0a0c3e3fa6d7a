// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/context.h"

namespace tenon::world {

// Where secrets may go over plain http: to this machine, and to hosts that the user allows by name.
class PlainHttp {
  public:
    PlainHttp() = default;
    explicit PlainHttp(std::vector<std::string> hosts) : hosts_(std::move(hosts)) {}

    [[nodiscard]] bool mayGoTo(std::string_view host) const {
        return isLoopback(host) || std::find(hosts_.begin(), hosts_.end(), host) != hosts_.end();
    }

  private:
    std::vector<std::string> hosts_;
};

}  // namespace tenon::world
