// SPDX-License-Identifier: Apache-2.0
#include "run/duration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "tenon/json.h"
#include "text/excerpt.h"

namespace tenon::run {
namespace {

struct TimeUnit {
    std::string_view name, symbol;
    std::int64_t milliseconds;
};

constexpr std::array<TimeUnit, 5> units{{{"days", "d", 86'400'000},
                                         {"hours", "h", 3'600'000},
                                         {"minutes", "min", 60'000},
                                         {"seconds", "s", 1'000},
                                         {"milliseconds", "ms", 1}}};

// A century: more is a mistake, and adding it to a time must not overflow.
constexpr double kLongestDuration = 100.0 * 366 * 86'400'000;

std::optional<Milliseconds> milliseconds(double count) {
    if (!(count >= 0) || count > kLongestDuration) return std::nullopt;
    return Milliseconds(std::llround(count));
}

ReadDuration noDuration(std::string found) { return {std::nullopt, std::move(found)}; }

}  // namespace

std::optional<Milliseconds> isoDuration(std::string_view text) {
    if (!text.starts_with('P') || text.size() < 3 || text.ends_with('T')) return std::nullopt;
    text.remove_prefix(1);
    // In the order in which they may stand, before and after the T.
    struct Part {
        char letter;
        double milliseconds;
    };
    constexpr std::array<Part, 2> dates{{{'W', 7 * 86'400'000.0}, {'D', 86'400'000.0}}};
    constexpr std::array<Part, 3> times{{{'H', 3'600'000.0}, {'M', 60'000.0}, {'S', 1'000.0}}};
    const Part* next = dates.data();
    const Part* end = dates.data() + dates.size();
    double total = 0;
    while (!text.empty()) {
        if (text[0] == 'T') {
            if (end != dates.data() + dates.size()) return std::nullopt;
            next = times.data();
            end = times.data() + times.size();
            text.remove_prefix(1);
            continue;
        }
        double count = 0;
        const auto digits = std::min(text.find_first_not_of("0123456789."), text.size());
        const auto read = std::from_chars(text.data(), text.data() + digits, count);
        if (read.ec != std::errc() || read.ptr != text.data() + digits || digits == text.size())
            return std::nullopt;
        const auto* part =
            std::find_if(next, end, [&](const Part& p) { return p.letter == text[digits]; });
        if (part == end) return std::nullopt;
        total += count * part->milliseconds;
        next = part + 1;
        text.remove_prefix(digits + 1);
    }
    return milliseconds(total);
}

ReadDuration readDuration(const Value& value) {
    if (const auto* text = value.string()) {
        const auto read = isoDuration(*text);
        return read ? ReadDuration{read} : noDuration("\"" + *text + "\"");
    }
    if (!value.object() || value.object()->empty()) return noDuration(describe(value.kind()));
    double total = 0;
    for (const auto& [name, count] : *value.object()) {
        const std::string& key = name;
        const auto unit = std::find_if(units.begin(), units.end(),
                                       [&](const TimeUnit& u) { return u.name == key; });
        if (unit == units.end()) return noDuration("\"" + name + "\"");
        if (!count.integer() || *count.integer() < 0)
            return noDuration(text::beginningOf(json::write(count), 60) + " for \"" + name + "\"");
        total += static_cast<double>(*count.integer()) * static_cast<double>(unit->milliseconds);
    }
    const auto read = milliseconds(total);
    return read ? ReadDuration{read} : noDuration("more than a century");
}

Result<Milliseconds> durationOf(const Value& value) {
    const auto read = readDuration(value);
    if (read.time) return *read.time;
    return makeError(ErrorKind::configuration, "duration",
                     std::string("Wanted ") + kWantedDuration + ", found " + read.found + ".");
}

std::string describe(Milliseconds time) {
    std::string out;
    auto rest = time.count();
    for (const auto& unit : units) {
        const auto count = rest / unit.milliseconds;
        rest %= unit.milliseconds;
        if (count > 0)
            out +=
                (out.empty() ? "" : " ") + std::to_string(count) + " " + std::string(unit.symbol);
    }
    return out.empty() ? "0 ms" : out;
}

}  // namespace tenon::run
