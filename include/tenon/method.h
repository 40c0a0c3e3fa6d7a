// SPDX-License-Identifier: Apache-2.0
// What the methods of HTTP promise (RFC 9110, section 9.2). They are written in capitals.
#pragma once

#include <string_view>

namespace tenon {
inline namespace v1 {

// Does it ask for no more than a look?
constexpr bool isSafe(std::string_view method) {
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

// Does twice come to the same as once?
constexpr bool isIdempotent(std::string_view method) {
    return isSafe(method) || method == "PUT" || method == "DELETE";
}

}  // namespace v1
}  // namespace tenon
