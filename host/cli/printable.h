// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenon::cli {

// The text without what a terminal would obey, such as colours and cursor moves in what a remote
// side said: control characters become U+FFFD. Line breaks and tabs stay.
std::string printable(std::string_view text);

// JSON, in which such characters stand in strings only: there they are written as \u….
std::string printableJson(std::string_view text);

// To standard error, as printable() has it.
void say(std::string_view text);

// printable() on one line: line breaks and tabs become blanks.
std::string oneLine(std::string_view text);

// A column: with blanks behind the text where it is narrower.
std::string padded(std::string text, std::size_t width);

}  // namespace tenon::cli
