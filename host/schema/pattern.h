// SPDX-License-Identifier: Apache-2.0
// The one engine for regular expressions on texts that come from outside: PCRE, counted.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "schema/watch.h"

namespace tenon::schema {

// Any thread may use it.
class Pattern {
  public:
    // The pattern, or what is wrong with it.
    static std::variant<Pattern, std::string> read(const std::string& text);

    // `tooMuch`: it takes more than 5,000,000 steps to find out, or the text is no UTF-8.
    enum class Answer { yes, no, tooMuch };
    // Does it match somewhere in the text?
    [[nodiscard]] Answer matches(std::string_view text, Watch& watch) const;

  private:
    std::shared_ptr<const void> code_;
};

}  // namespace tenon::schema
