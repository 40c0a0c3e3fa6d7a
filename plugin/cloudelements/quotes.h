// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenon/value.h"

namespace cloudelements {

// Makes texts of the platform fit to stand in an Error: one line, not too long, and without the
// secrets that it was sent. The host masks secrets too, but of one that was cut in two it could not
// tell the half.
class Quotes {
  public:
    explicit Quotes(tenon::Value sent);
    [[nodiscard]] std::string of(std::string text) const;

  private:
    tenon::Value sent_;                      // keeps what is viewed below
    std::vector<std::string_view> secrets_;  // the longest first: it may hold a shorter one
};

}  // namespace cloudelements
