// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenon::catalog {

// A descriptor's text without the schemas of its steps, which are nearly all of it, and which a
// host needs of the few steps that a manifest names: where an `inputs` or `outputs` of a step
// stood, stands its index in `schemas`. Nothing is checked here but quotes and brackets.
struct Outline {
    std::string text;
    std::vector<std::string_view> schemas;  // of the whole text
};

Outline outlineOf(std::string_view text);

}  // namespace tenon::catalog
