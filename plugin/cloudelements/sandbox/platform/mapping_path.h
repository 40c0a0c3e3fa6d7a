// SPDX-License-Identifier: Apache-2.0
// Paths of a transformation: a.b, Products[0].id, Products[?(@.id==2)].name, lines[*].price
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tenon/value.h"

namespace cloudelements::sandbox {

struct PathStep {
    enum class Kind { member, index, every, matching };
    Kind kind = Kind::member;
    std::string name;  // of the member, or of the one that must match
    std::string wanted{};
    std::size_t index = 0;
};

// Nothing where the text is no path.
std::optional<std::vector<PathStep>> pathOf(const std::string& text);
// What is there; null if nothing is. [*] gives an array.
tenon::Value valueAt(const tenon::Value& from, const std::vector<PathStep>& path);
// `into` with the value set there; objects and arrays are made on the way. A path that looks for
// something ([*], [?(…)]) is left alone.
tenon::Value withValueAt(const tenon::Value& into, const std::vector<PathStep>& path,
                         const tenon::Value& value);

}  // namespace cloudelements::sandbox
