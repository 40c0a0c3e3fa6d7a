// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "wire/message.h"

namespace cloudelements::sandbox {

// The part of a list of `total` items that the request's `pageSize` and `nextPage` (or `page`,
// counted from 1) ask for, with the platform's counts, and the token of the next page, in headers.
// Throws an Answer that says which parameter is wrong.
Answer page(const Request& request, std::size_t total,
            const std::function<tenon::Value(std::size_t)>& item);

}  // namespace cloudelements::sandbox
