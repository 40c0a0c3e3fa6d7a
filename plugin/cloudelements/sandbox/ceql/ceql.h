// SPDX-License-Identifier: Apache-2.0
// Conditions on records: Comp_Name = 'Test' AND (Comp_Status IN ('Active', 'New') OR key > 50)
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/value.h"

namespace cloudelements::sandbox::ceql {

// The text says what is wrong, and where.
class Unreadable : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// One side of a comparison, looked at once.
struct Operand {
    std::string text;
    bool isNumber = false, isTime = false;
    double number = 0;
    std::int64_t time = 0;  // microseconds
};
Operand operandOf(std::string text);

class Condition {
  public:
    enum class Kind { all, any, equal, unequal, less, more, atMost, atLeast, like, in, null, some };

    [[nodiscard]] bool holds(const tenon::Object& record) const;
    // Every field that it names.
    void collect(std::vector<std::string>& fields) const;

    Kind kind = Kind::all;
    std::vector<Condition> parts;  // of all and any
    std::string field;             // of the others
    std::vector<Operand> with;
};

// Throws Unreadable. An empty text is a condition that every record meets.
Condition read(std::string_view text);

}  // namespace cloudelements::sandbox::ceql
