// SPDX-License-Identifier: Apache-2.0
// The keywords that look at one value alone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/watch.h"
#include "tenon/value.h"

namespace tenon::schema {

// What is wrong with a value, to be read after its name: "is a string; wanted an integer". Never
// quotes the value.
using Check = std::function<std::optional<std::string>(const Value&, Watch&)>;

// Made from what stands at the keyword in a schema, which is known to be of the right form.
struct Keyword {
    std::string_view name;
    Check (*make)(const Value& wanted);
};

const std::vector<Keyword>& keywords();

// The name of such a keyword in a schema that was read: no member of a person's schema has it.
inline std::string ownName(std::string_view keyword) { return "=" + std::string(keyword); }

// A schema that nothing fits has only this keyword; its text is what is said then.
inline constexpr std::string_view kNever = "never";

}  // namespace tenon::schema
