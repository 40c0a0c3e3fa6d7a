// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/value.h"

namespace cloudelements::sandbox {

struct Instance;
struct Resources;

// The API of an instance as a Swagger 2.0 document: its own objects, and what is mapped for it.
tenon::Value swaggerOf(const Instance& instance, const Resources& resources);
// One operation of it, with where it stands; null if there is none of that id.
tenon::Value operationOf(const tenon::Value& swagger, const std::string& operationId);

}  // namespace cloudelements::sandbox
