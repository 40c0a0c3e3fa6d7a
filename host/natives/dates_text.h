// SPDX-License-Identifier: Apache-2.0
// Dates as texts by a format of the C library, in English wherever the process runs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "natives/dates_calendar.h"
#include "values/machine.h"

namespace tenon::expr {

// Fails where a field is to be a thousand characters wide or more.
bool writeDate(Machine& machine, const DateParts& parts, std::string_view format, std::string& out);

struct ReadDate {
    DateParts parts;
    std::size_t end = 0;  // of what the format matched
};
// An offset (`%z`) is taken off. Nothing where the text does not begin as the format says.
std::optional<ReadDate> readDate(std::string_view text, std::string_view format);

}  // namespace tenon::expr
