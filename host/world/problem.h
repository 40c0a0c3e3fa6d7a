// SPDX-License-Identifier: Apache-2.0
// Errors as the workflow language shows them: RFC 7807's members, and what a careful author needs
// beside them.
#pragma once

#include <string>
#include <string_view>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::world {

// {type, status, title, detail, instance}, without what is empty; `outcome`, "unknown" where the
// remote side may have acted and "done" where it has; `requestId` where it named the request.
Value problemOf(const Error& error);

// What it says to a person: its detail; of an error that a manifest raised without one its title,
// or else its type.
const std::string& headline(const Error& error);

// The error that an object of a manifest defines; its kind is that of its type, or `runtime`. If
// the object defines none: the Error (`configuration`) that says why.
Error errorOf(const Value& problem);

// The same type? Of a standard type all published spellings are one: either host, either path.
bool sameType(std::string_view a, std::string_view b);

}  // namespace tenon::world
