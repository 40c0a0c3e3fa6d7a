// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenon/quote.h"
#include "tenon/value.h"

namespace cloudelements {

// Of all secrets in a value those that may be taken out of a text: a shorter one stands in too many
// other words. What they view is the value's.
std::vector<std::string_view> secretsIn(const tenon::Value& value);

// Makes texts of the platform fit to stand in an Error: one line, not too long, and without the
// secrets that it was sent. A host that can does it, for it knows secrets in any encoding.
class Quotes {
  public:
    // `host`: nullptr where it cannot.
    explicit Quotes(tenon::Value sent, tenon::Quote* host = nullptr);
    [[nodiscard]] std::string of(std::string text) const;

  private:
    [[nodiscard]] std::string masked(std::string text) const;

    tenon::Quote* host_;
    tenon::Value sent_;                      // keeps what is viewed below
    std::vector<std::string_view> secrets_;  // the longest first: it may hold a shorter one
};

}  // namespace cloudelements
