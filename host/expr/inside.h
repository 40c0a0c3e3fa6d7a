// SPDX-License-Identifier: Apache-2.0
// "${" inside a longer text, which is no expression: a text like any other as a rule, and certainly
// a mistake where no such text can stand.
#pragma once

#include <string>

namespace tenon::expr {

// What is wrong with the text, which is no expression, and the form to write; "" without a "${".
std::string insideProblem(const std::string& text);

}  // namespace tenon::expr
