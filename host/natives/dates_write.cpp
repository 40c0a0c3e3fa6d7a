// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <climits>
#include <clocale>
#include <ctime>

#include "natives/dates_text.h"
#include "natives/room.h"

namespace tenon::expr {
namespace {

constexpr std::size_t kWidest = 999;

std::tm asTm(const DateParts& parts) {
    std::tm tm{};
    const auto shortened = [](std::int64_t value) {
        return static_cast<int>(value < INT_MIN ? INT_MIN : value > INT_MAX ? INT_MAX : value);
    };
    tm.tm_year = shortened(parts.year - 1900);
    tm.tm_mon = shortened(parts.month);
    tm.tm_mday = shortened(parts.day);
    tm.tm_hour = shortened(parts.hour);
    tm.tm_min = shortened(parts.minute);
    tm.tm_sec = shortened(parts.second);
    tm.tm_wday = shortened(parts.weekday);
    tm.tm_yday = shortened(parts.yearday);
    tm.tm_zone = "GMT";
    return tm;
}

// `%-5d` and the like, from its percent sign on.
struct Field {
    std::string_view text;
    std::size_t width = 0;
};

Field fieldAt(std::string_view format) {
    std::size_t at = format.find_first_not_of("_-0^#+", 1);
    Field field;
    for (; at < format.size() && format[at] >= '0' && format[at] <= '9'; ++at)
        field.width = std::min<std::size_t>(field.width * 10 + (format[at] - '0'), kWidest + 1);
    if (at < format.size() && (format[at] == 'E' || format[at] == 'O')) ++at;
    field.text = format.substr(0, at < format.size() ? at + 1 : format.npos);
    return field;
}

}  // namespace

bool writeDate(Machine& machine, const DateParts& parts, std::string_view format,
               std::string& out) {
    static const auto english = ::newlocale(LC_ALL_MASK, "C", nullptr);
    const std::tm tm = asTm(parts);
    const auto write = [&](std::string_view text) {
        if (!roomForText(machine, text.size())) return false;
        out += text;
        return true;
    };
    while (!format.empty()) {
        const auto percent = std::min(format.find('%'), format.size());
        if (!write(format.substr(0, percent))) return false;
        format.remove_prefix(percent);
        if (format.empty()) break;
        const auto field = fieldAt(format);
        format.remove_prefix(field.text.size());
        if (field.width > kWidest)
            return machine.fail("strftime/1: a field is a thousand characters wide or more");
        char buffer[kWidest + 200];
        std::size_t size = 0;
        if (field.text.back() == 's') {  // the library's is of its own zone
            const auto seconds = std::to_string(secondsOf(parts));
            size = seconds.copy(buffer, sizeof buffer);
        } else {
            const std::string one(field.text);
            size = ::strftime_l(buffer, sizeof buffer, one.c_str(), &tm, english);
        }
        if (!write({buffer, size})) return false;
        if (field.text.back() == '\0' && !write({"", 1})) return false;
    }
    return true;
}

}  // namespace tenon::expr
