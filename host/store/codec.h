// SPDX-License-Identifier: Apache-2.0
// Data, errors and answers as bytes, without any loss: a secret stays one, 1.0 stays a real, a text
// need not be UTF-8, members keep their order. JOURNAL.md has the bytes. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tenon/error.h"
#include "tenon/value.h"
#include "world/journal.h"

namespace tenon::store {

// Secrets stand in the bytes as they are.
// `left`: as if each of its secrets were empty.
enum class Secrets { kept, left };
std::string encode(const Value& value, Secrets secrets = Secrets::kept);
std::string encode(const Error& error);
std::string encode(const world::Answer& answer);

// The Error of bytes that encode() did not write: runtime, "damaged". They cost no more memory than
// data of their size does.
Result<Value> decodeValue(std::string_view bytes);
// What was decoded, or of what was not, the same Error: `into` is left alone then.
std::optional<Error> decodeError(std::string_view bytes, Error& into);
Result<world::Answer> decodeAnswer(std::string_view bytes);

}  // namespace tenon::store
