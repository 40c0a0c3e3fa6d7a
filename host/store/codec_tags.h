// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace tenon::store {

// The first byte of all that is encoded.
inline constexpr std::uint8_t kCodecVersion = 1;

// What stands before each value. In journals: none ever changes its meaning.
enum class Tag : std::uint8_t {
    null = 0,
    no = 1,
    yes = 2,
    integer = 3,
    real = 4,
    string = 5,
    secret = 6,
    array = 7,
    object = 8,
    wide = 9,
};

}  // namespace tenon::store
