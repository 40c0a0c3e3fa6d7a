// SPDX-License-Identifier: Apache-2.0
// What the headers say of a step.
#pragma once

#include <string>
#include <string_view>

namespace pages {

// The comment at the head of a header, without the line of the licence and the marks. If `name` is
// given, also the comment right before `class NAME`, `struct NAME` or `using NAME`, after an empty
// line.
std::string commentOf(std::string_view header, std::string_view name);

// Does the header declare it?
bool declares(std::string_view header, std::string_view name);

}  // namespace pages
