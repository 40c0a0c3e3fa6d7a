// SPDX-License-Identifier: Apache-2.0
#include "schema/formats.h"

#include <Poco/DateTime.h>

#include <optional>

namespace tenon::schema {
namespace {

// The digits of a number with just so many of them.
std::optional<int> digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    int number = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, std::string_view oneOf) {
    if (text.empty() || oneOf.find(text.front()) == oneOf.npos) return false;
    text.remove_prefix(1);
    return true;
}

bool takeDate(std::string_view& text) {
    const auto year = digits(text, 4);
    if (!year || !take(text, "-")) return false;
    const auto month = digits(text, 2);
    if (!month || !take(text, "-")) return false;
    const auto day = digits(text, 2);
    return day && Poco::DateTime::isValid(*year, *month, *day);
}

bool takeHourAndMinute(std::string_view& text) {
    const auto hour = digits(text, 2);
    if (!hour || *hour > 23 || !take(text, ":")) return false;
    const auto minute = digits(text, 2);
    return minute && *minute < 60;
}

bool takeTime(std::string_view& text) {
    if (!takeHourAndMinute(text) || !take(text, ":")) return false;
    const auto second = digits(text, 2);
    if (!second || *second > 60) return false;
    if (take(text, ".")) {
        if (!digits(text, 1)) return false;
        while (digits(text, 1)) {
        }
    }
    return take(text, "Zz") || (take(text, "+-") && takeHourAndMinute(text));
}

}  // namespace

bool hasFormat(std::string_view text, std::string_view format) {
    if (format == "date") return takeDate(text) && text.empty();
    if (format == "time") return takeTime(text) && text.empty();
    if (format == "date-time")
        return takeDate(text) && take(text, "Tt") && takeTime(text) && text.empty();
    return true;
}

}  // namespace tenon::schema
