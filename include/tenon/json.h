// SPDX-License-Identifier: Apache-2.0
// Values from JSON text and back. Integers are exact both ways; one that fits no 64 bits is carried
// digit for digit (Value::wide).
#pragma once

#include <string>
#include <string_view>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon {
inline namespace v1 {
namespace json {

// Thread: a value's.
enum class Secrets { mask, reveal };
// lenient, for answers of others: of two members with one name the last one counts. strict refuses
// them.
enum class Reading { strict, lenient };

// One JSON value with nothing after it, nested 128 deep at most. The Error is `validation`.
// Thread: any.
Result<Value> read(std::string_view text, Reading reading = Reading::strict);

// One line. What JSON cannot say: NaN is written as null, an infinity as the largest real.
// Thread: any.
std::string write(const Value& value, Secrets secrets = Secrets::mask);

// Lines, indented by two blanks.
// Thread: any.
std::string pretty(const Value& value, Secrets secrets = Secrets::mask);

}  // namespace json
}  // namespace v1
}  // namespace tenon
