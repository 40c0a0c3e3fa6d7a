// SPDX-License-Identifier: Apache-2.0
// The Gregorian calendar, before its time as well. No leap seconds, no zones.
#pragma once

#include <cstdint>
#include <optional>

namespace tenon::expr {

// None is beyond an int; they may be out of range otherwise, and then count on: the 32nd of
// January is the 1st of February.
struct DateParts {
    std::int64_t year = 0, month = 0, day = 0;  // the month from 0
    std::int64_t hour = 0, minute = 0, second = 0;
    std::int64_t weekday = 0, yearday = 0;  // from Sunday, from 0
};

// Seconds since 1970 of the date and the time of day.
std::int64_t secondsOf(const DateParts& parts);
// Nothing where the year does not fit an int.
std::optional<DateParts> partsOf(std::int64_t seconds);
// Sets the two that follow from the date.
void setDays(DateParts& parts);

}  // namespace tenon::expr
