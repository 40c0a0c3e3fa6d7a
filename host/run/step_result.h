// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <string>

#include "run/names.h"
#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::world {
class Redactor;
}

namespace tenon::run {

// What a step gave, as its host hands it on. It need not be UTF-8, and all that Tenon writes is;
// the texts of an Error are bounded; and whether the call was stopped is not a step's to say.
// `who`: "The step X".
Result<Value> handedOn(const Result<Value>& given, const std::string& who,
                       const std::stop_token& stop, const Redactor& redactor);

}  // namespace tenon::run
