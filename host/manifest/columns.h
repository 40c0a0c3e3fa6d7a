// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace tenon::manifest {

// Finds the column of a byte, counted in characters. Cheap where the bytes are asked in order.
class Columns {
  public:
    explicit Columns(std::string_view text) : text_(text) {}
    int at(std::size_t lineBegin, std::size_t byte);

  private:
    std::string_view text_;
    std::size_t lineBegin_ = 0;
    std::size_t byte_ = 0;
    int column_ = 1;
};

}  // namespace tenon::manifest
