// SPDX-License-Identifier: Apache-2.0
// Reading members of bodies. Each throws an Answer (400) that names what is wrong.
#pragma once

#include <string>

#include "wire/message.h"

namespace cloudelements::sandbox {

// The tags of HTML taken out; each byte is looked at twice at most.
std::string withoutTags(std::string_view text);

// A text that must be there and not empty.
const std::string& requiredText(const tenon::Value& body, const char* key);
const tenon::Object& requiredObject(const tenon::Value& body, const char* key);
// An array; an empty one if it is not there or null.
const tenon::Array& arrayOf(const tenon::Value& body, const char* key);
// The text of a string or number; empty for anything else or nothing.
std::string textOf(const tenon::Value* value);
// As texts stand in a configuration: null and texts as they are, the rest as JSON.
tenon::Value asConfigured(const tenon::Value& value);
// `base` with the members of `changes` set.
tenon::Object merged(const tenon::Object& base, const tenon::Object& changes);

}  // namespace cloudelements::sandbox
