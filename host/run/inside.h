// SPDX-License-Identifier: Apache-2.0
// "${" inside a longer text, which is no expression: a text like any other as a rule, and certainly
// a mistake where no such text can stand.
#pragma once

#include <string>

#include "manifest/node.h"

namespace tenon::run {

// What is wrong with the text, which is no expression, and the form to write; "" without a "${".
std::string insideProblem(const std::string& text);

// Where what is written there can hold none: a method, an id of an operation, a URI.
void refuseInside(const manifest::Node* node, manifest::Faults& faults);

}  // namespace tenon::run
