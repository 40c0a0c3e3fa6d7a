// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "tenon/field.h"

namespace tenon {
inline namespace v1 {

// For a step where one input decides whether the same call twice comes to the same as once:
//
//   static constexpr tenon::IdempotentWhen idempotentWhen{"method", {{"GET", "PUT"}, 2}};
//
// The input is a text, and its default counts where it is left out.
// Thread: a value's.
struct IdempotentWhen {
    std::string_view field;
    Choices texts;
};

}  // namespace v1
}  // namespace tenon
