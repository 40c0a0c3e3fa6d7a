// SPDX-License-Identifier: Apache-2.0
#include "natives/dates.h"

#include <algorithm>
#include <climits>
#include <cmath>

#include "natives/dates_calendar.h"
#include "natives/dates_text.h"
#include "natives/room.h"
#include "values/number.h"

namespace tenon::expr {
namespace {

constexpr std::int64_t DateParts::*kParts[] = {
    &DateParts::year,   &DateParts::month,  &DateParts::day,     &DateParts::hour,
    &DateParts::minute, &DateParts::second, &DateParts::weekday, &DateParts::yearday};
constexpr std::size_t kSecond = 5;

Array partsArray(const DateParts& parts) {
    Array out;
    for (const auto part : kParts) out.emplace_back(parts.*part);
    return out;
}

// A time as parts, and the fraction of its second.
bool readTime(Machine& machine, const Value& time, DateParts& parts, double& fraction) {
    std::optional<DateParts> read;
    if (const auto* i = time.integer()) {
        fraction = 0;
        read = partsOf(*i);
    } else if (const auto* r = time.real(); r && std::fabs(*r) < 1e18) {
        const double whole = std::floor(*r);
        fraction = *r - whole;
        read = partsOf(static_cast<std::int64_t>(whole));
    }
    if (!read) return machine.fail("error converting number of seconds since epoch to datetime");
    parts = *read;
    return true;
}

// False for what is no date. An array may be short; the days of the week and of the year follow
// from the date where they are not there.
bool readParts(const Array& array, DateParts& parts) {
    const auto given = std::min(array.size(), std::size(kParts));
    for (std::size_t i = 0; i < given; ++i) {
        if (array[i].wide()) return false;
        const auto number = real(array[i]);
        if (!number || std::isnan(*number)) return false;
        parts.*kParts[i] = static_cast<std::int64_t>(std::clamp<double>(*number, INT_MIN, INT_MAX));
    }
    DateParts days = parts;
    setDays(days);
    if (given < 7) parts.weekday = days.weekday;
    if (given < 8) parts.yearday = days.yearday;
    return true;
}

bool gmtime(Call& call) {
    if (!call.in.isNumber()) return call.machine.fail("gmtime() requires numeric inputs");
    DateParts parts;
    double fraction = 0;
    if (!readTime(call.machine, call.in, parts, fraction)) return false;
    if (!roomFor(call.machine, std::size(kParts))) return false;
    Array out = partsArray(parts);
    if (fraction > 0) out[kSecond] = static_cast<double>(parts.second) + fraction;
    call.out = std::move(out);
    return true;
}

bool mktime(Call& call) {
    const auto* array = call.in.array();
    if (!array) return call.machine.fail("mktime requires array inputs");
    DateParts parts;
    if (!readParts(*array, parts))
        return call.machine.fail("mktime requires parsed datetime inputs");
    call.out = secondsOf(parts);
    return true;
}

bool strftime(Call& call) {
    const Value& format = call.arguments[0];
    const auto* array = call.in.array();
    constexpr const char* kNoDate = "strftime/1 requires parsed datetime inputs";
    if (!array && !call.in.isNumber()) return call.machine.fail(kNoDate);
    DateParts parts;
    double fraction = 0;
    if (!array && !readTime(call.machine, call.in, parts, fraction)) return false;
    const auto* text = textOf(format);
    if (!text) return call.machine.fail("strftime/1 requires a string format");
    if (array && !readParts(*array, parts)) return call.machine.fail(kNoDate);
    std::string written;
    if (!writeDate(call.machine, parts, *text, written)) return false;
    call.out = like(format, std::move(written));
    return true;
}

// A text as it stands in a message: whole, without secrets.
std::string told(Machine& machine, const Value& text) {
    const auto* confidant = machine.scope().confidant;
    const Value known = confidant ? confidant->value(text) : text;
    const auto* plain = known.string();
    return "\"" + (plain ? *plain : "********") + "\"";
}

bool strptime(Call& call) {
    const Value& format = call.arguments[0];
    const auto *text = textOf(call.in), *by = textOf(format);
    if (!text || !by) return call.machine.fail("strptime/1 requires string inputs and arguments");
    if (!call.machine.spend(1 + by->size() + text->size() / 100)) return false;
    const auto read = readDate(*text, *by);
    const std::string_view rest = read ? std::string_view(*text).substr(read->end) : "";
    if (!read || (!rest.empty() && rest[0] != ' ' && (rest[0] < '\t' || rest[0] > '\r')))
        return call.machine.fail("date " + told(call.machine, call.in) + " does not match format " +
                                 told(call.machine, format));
    if (!roomFor(call.machine, std::size(kParts) + 1)) return false;
    Array out = partsArray(read->parts);
    if (!rest.empty()) {
        if (!roomForText(call.machine, rest.size())) return false;
        out.push_back(like(call.in, std::string(rest)));
    }
    call.out = std::move(out);
    return true;
}

constexpr Native kDateNatives[] = {
    {"gmtime", 0, gmtime},
    {"mktime", 0, mktime},
    {"strftime", 1, strftime},
    {"strptime", 1, strptime},
};

}  // namespace

Natives dateNatives() { return kDateNatives; }

}  // namespace tenon::expr
