// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenon::text {

// The candidate that is nearest to a misspelt word; empty if none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

// `; did you mean "NAME"?`, or nothing.
std::string didYouMean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace tenon::text
