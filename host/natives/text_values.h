// SPDX-License-Identifier: Apache-2.0
// Values as texts, and texts as values.
#pragma once

#include "natives/native.h"

namespace tenon::expr {

Natives textValueNatives();

// Before a value is written: an array that stands in itself many times over is small, and its text
// is not. False where the machine has had enough.
bool affordText(Machine& machine, const Value& value);

// A number that was read from a secret's text cannot be a secret: what it looks like is learned.
void learnNumber(Machine& machine, const std::string& text, const Value& number);

// A text in a message, without quotes, without secrets, cut.
std::string bare(const Machine& machine, const Value& text);

}  // namespace tenon::expr
