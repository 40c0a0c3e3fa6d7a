// SPDX-License-Identifier: Apache-2.0
// Secrets in what a formula logged: nobody marked them there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenon/value.h"

namespace cloudelements {

class Hidden {
  public:
    // The secrets in `sent` are known wherever they turn up.
    explicit Hidden(tenon::Value sent);
    // The same value with its secrets made such. `name` is what it is called.
    [[nodiscard]] tenon::Value in(const tenon::Value& value, std::string_view name) const;

  private:
    [[nodiscard]] bool isIn(std::string_view text) const;

    tenon::Value sent_;  // keeps what is viewed below
    std::vector<std::string_view> known_;
};

// The text with ******** for what looks like a credential: "User …, Element …", "Bearer …".
std::string withoutCredentials(std::string text);

}  // namespace cloudelements
