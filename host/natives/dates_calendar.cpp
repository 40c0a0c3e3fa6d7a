// SPDX-License-Identifier: Apache-2.0
#include "natives/dates_calendar.h"

#include <climits>

namespace tenon::expr {
namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kEraDays = 146'097;  // of 400 years
constexpr std::int64_t kToEpoch = 719'468;  // days from March 1st of the year 0 to 1970

std::int64_t floorDivided(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

// Since 1970. Years are counted from March, so that the leap day is their last.
std::int64_t daysTo(std::int64_t year, std::int64_t month, std::int64_t day) {
    year += floorDivided(month, 12);
    month -= floorDivided(month, 12) * 12;
    if (month < 2) --year;
    const auto era = floorDivided(year, 400);
    const auto ofEra = year - era * 400;
    const auto fromMarch = (153 * ((month + 10) % 12) + 2) / 5;
    return era * kEraDays + ofEra * 365 + ofEra / 4 - ofEra / 100 + fromMarch + day - 1 - kToEpoch;
}

}  // namespace

std::int64_t secondsOf(const DateParts& parts) {
    return daysTo(parts.year, parts.month, parts.day) * kDay + parts.hour * 3600 +
           parts.minute * 60 + parts.second;
}

std::optional<DateParts> partsOf(std::int64_t seconds) {
    constexpr std::int64_t kMost = 100'000'000'000'000'000;  // more than fit, and none overflows
    if (seconds < -kMost || seconds > kMost) return std::nullopt;
    const auto days = floorDivided(seconds, kDay);
    const auto rest = seconds - days * kDay;
    const auto sinceMarch = days + kToEpoch;
    const auto era = floorDivided(sinceMarch, kEraDays);
    const auto ofEra = sinceMarch - era * kEraDays;
    const auto yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36'524 - ofEra / 146'096) / 365;
    const auto ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const auto month = (5 * ofYear + 2) / 153;  // from March
    DateParts parts;
    parts.month = (month + 2) % 12;
    parts.year = era * 400 + yearOfEra + (parts.month < 2 ? 1 : 0);
    parts.day = ofYear - (153 * month + 2) / 5 + 1;
    parts.hour = rest / 3600;
    parts.minute = rest / 60 % 60;
    parts.second = rest % 60;
    if (parts.year < INT_MIN || parts.year > INT_MAX) return std::nullopt;
    setDays(parts);
    return parts;
}

void setDays(DateParts& parts) {
    const auto days = daysTo(parts.year, parts.month, parts.day);
    parts.weekday = days + 4 - floorDivided(days + 4, 7) * 7;
    parts.yearday = days - daysTo(parts.year, 0, 1);
}

}  // namespace tenon::expr
