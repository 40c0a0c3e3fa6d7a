// SPDX-License-Identifier: Apache-2.0
// A test that cannot be made here says so. A program that skipped all that it ran exits as ctest is
// told for "skipped", so such a test has a fixture of its own.
#pragma once

#include <iostream>
#include <string>

namespace support {

inline constexpr int kSkipped = 77;

inline int& skipped() {
    static int count = 0;
    return count;
}

// The test is to return then.
inline void skip(const std::string& why) {
    ++skipped();
    std::cout << "\nskipped: " << why << std::endl;
}

}  // namespace support
