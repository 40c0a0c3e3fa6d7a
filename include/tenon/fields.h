// SPDX-License-Identifier: Apache-2.0
// One field list per struct. From it come the reader with strict type checks, the writer and the
// JSON Schema (made by the compiler: see abi.h); secrets are marked by their type.
//
//   struct Inputs {
//       std::string name;
//       std::int64_t pageSize{};
//       static constexpr auto fields() {
//           return std::tuple{
//               required("name", &Inputs::name, "Name of the thing"),
//               optional("pageSize", &Inputs::pageSize, "Things a page", 25).unit("things")};
//       }
//   };
//
// Members may be std::string, bool, integers of any width (one that is out of its range is a
// problem), double, Secret, Value (any JSON), a struct with fields(), and std::optional,
// std::vector or std::map<std::string, …> of these. What is none of them, a name that stands twice,
// a default of another type and their like are one line each where the struct is compiled: see
// field_type.h and field_checks.h.
//
// What is left out has the default that fields() gives it, or else the one that the struct itself
// gives: `std::int64_t pageSize = 25;`. Help and JSON Schema show the first always, the second
// where the compiler knows it: see own_default.h.
#pragma once

#include <vector>

#include "tenon/field_read.h"
#include "tenon/field_write.h"

namespace tenon {
inline namespace v1 {

// Reads a struct strictly: exact types, nothing missing, nothing unknown. Every problem is added to
// `problems`; the struct is only good if none was.
// Thread: any.
template <HasFields T>
T readFields(const Value& value, std::vector<Problem>& problems) {
    T out{};
    fields::read(value, out, fields::Place(), problems);
    return out;
}

// Secrets stay secrets in the Value; empty optionals become null.
// Thread: any.
template <HasFields T>
Value writeFields(const T& from) {
    return fields::write(from);
}

}  // namespace v1
}  // namespace tenon
