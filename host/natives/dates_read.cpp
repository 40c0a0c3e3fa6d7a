// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <charconv>

#include "natives/dates_text.h"

namespace tenon::expr {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 2> kHalves = {"am", "pm"};

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

using Count = std::optional<std::int64_t>;

// Goes through a text by a format and keeps what it finds there.
class DateReader {
  public:
    explicit DateReader(std::string_view text) : text_(text) {}

    bool read(std::string_view format);
    std::optional<ReadDate> result() const;

  private:
    bool field(char letter);
    bool date(char letter);
    bool time(char letter);
    bool zone(char letter);
    bool number(std::int64_t from, std::int64_t to, std::size_t digits, Count& out);
    bool offset();
    bool epoch();
    template <std::size_t n>
    bool name(const std::array<std::string_view, n>& names, std::size_t shortest, Count& out);
    bool starts(std::string_view word) const;
    void skipSpace() {
        while (at_ < text_.size() && isSpace(text_[at_])) ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Count year_, century_, ofCentury_, month_, day_, weekday_, yearday_, sundays_, mondays_;
    Count hour_, hourOfHalf_, half_, minute_, second_, offset_, epoch_, unused_;
};

bool DateReader::read(std::string_view format) {
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (isSpace(format[i])) {
            skipSpace();
            continue;
        }
        if (format[i] != '%') {
            if (at_ == text_.size() || text_[at_++] != format[i]) return false;
            continue;
        }
        i = format.find_first_not_of("_-0^#", i + 1);
        if (i < format.size() && (format[i] == 'E' || format[i] == 'O')) ++i;
        if (i >= format.size() || !field(format[i])) return false;
    }
    return true;
}

bool DateReader::field(char letter) {
    switch (letter) {
        case 'c':
            return read("%a %b %e %H:%M:%S %Y");
        case 'D':
        case 'x':
            return read("%m/%d/%y");
        case 'F':
            return read("%Y-%m-%d");
        case 'T':
        case 'X':
            return read("%H:%M:%S");
        case 'R':
            return read("%H:%M");
        case 'r':
            return read("%I:%M:%S %p");
        case 'n':
        case 't':
            skipSpace();
            return true;
        case '%':
            return at_ < text_.size() && text_[at_++] == '%';
        default:
            return date(letter) || time(letter) || zone(letter);
    }
}

bool DateReader::date(char letter) {
    switch (letter) {
        case 'Y':
            return number(0, 9999, 4, year_);
        case 'C':
            return number(0, 99, 2, century_);
        case 'y':
            return number(0, 99, 2, ofCentury_);
        case 'm':
            if (!number(1, 12, 2, month_)) return false;
            --*month_;
            return true;
        case 'b':
        case 'B':
        case 'h':
            return name(kMonths, 3, month_);
        case 'd':
        case 'e':
            return number(1, 31, 2, day_);
        case 'j':
            if (!number(1, 366, 3, yearday_)) return false;
            --*yearday_;
            return true;
        case 'a':
        case 'A':
            return name(kWeekdays, 3, weekday_);
        case 'u':
            if (!number(1, 7, 1, weekday_)) return false;
            *weekday_ %= 7;
            return true;
        case 'w':
            return number(0, 6, 1, weekday_);
        case 'U':
            return number(0, 53, 2, sundays_);
        case 'W':
            return number(0, 53, 2, mondays_);
        case 'V':  // of a year by weeks: read, and of no use without its days
            return number(0, 53, 2, unused_);
        case 'g':
            return number(0, 99, 2, unused_);
        case 'G':
            return number(0, 9999, 4, unused_);
        default:
            return false;
    }
}

bool DateReader::time(char letter) {
    switch (letter) {
        case 'H':
        case 'k':
            hourOfHalf_.reset();
            return number(0, 23, 2, hour_);
        case 'I':
        case 'l':
            return number(1, 12, 2, hourOfHalf_);
        case 'p':
        case 'P':
            return name(kHalves, 2, half_);
        case 'M':
            return number(0, 59, 2, minute_);
        case 'S':
            return number(0, 61, 2, second_);
        default:
            return false;
    }
}

bool DateReader::zone(char letter) {
    if (letter == 'z') return offset();
    if (letter == 's') return epoch();
    if (letter != 'Z') return false;
    // A name says nothing of an offset but for those of UTC.
    skipSpace();
    while (at_ < text_.size() && !isSpace(text_[at_])) ++at_;
    return true;
}

bool DateReader::number(std::int64_t from, std::int64_t to, std::size_t digits, Count& out) {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    std::int64_t value = 0;
    std::size_t read = 0;
    while (read < digits && at_ < text_.size() && isDigit(text_[at_]) &&
           (read == 0 || value * 10 <= to)) {
        value = value * 10 + (text_[at_++] - '0');
        ++read;
    }
    if (read == 0 || value < from || value > to) return false;
    out = value;
    return true;
}

// `Z`, or hours and minutes after a sign: +01, +0100, +01:00.
bool DateReader::offset() {
    skipSpace();
    if (at_ == text_.size()) return false;
    const char sign = text_[at_++];
    if (sign == 'Z') {
        offset_ = 0;
        return true;
    }
    Count hours, minutes = 0;
    const auto digits = [&](std::size_t at) { return at < text_.size() && isDigit(text_[at]); };
    if ((sign != '+' && sign != '-') || !digits(at_) || !digits(at_ + 1) ||
        !number(0, 99, 2, hours))
        return false;
    const std::size_t next = at_ < text_.size() && text_[at_] == ':' ? at_ + 1 : at_;
    if (digits(next) && digits(next + 1)) {
        at_ = next;
        if (!number(0, 59, 2, minutes)) return false;
    }
    offset_ = (sign == '-' ? -1 : 1) * (*hours * 3600 + *minutes * 60);
    return true;
}

bool DateReader::epoch() {
    std::int64_t seconds = 0;
    const auto read = std::from_chars(text_.data() + at_, text_.data() + text_.size(), seconds);
    if (read.ec != std::errc()) return false;
    at_ = static_cast<std::size_t>(read.ptr - text_.data());
    epoch_ = seconds;
    return true;
}

bool DateReader::starts(std::string_view word) const {
    if (text_.size() - at_ < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (lower(text_[at_ + i]) != word[i]) return false;
    return true;
}

template <std::size_t n>
bool DateReader::name(const std::array<std::string_view, n>& names, std::size_t shortest,
                      Count& out) {
    for (std::size_t i = 0; i < n; ++i) {
        if (!starts(names[i].substr(0, shortest))) continue;
        at_ += starts(names[i]) ? names[i].size() : shortest;
        out = static_cast<std::int64_t>(i);
        return true;
    }
    return false;
}

std::optional<ReadDate> DateReader::result() const {
    ReadDate out;
    out.end = at_;
    if (epoch_) {
        const auto parts = partsOf(*epoch_);
        if (!parts) return std::nullopt;
        out.parts = *parts;
        return out;
    }
    auto& parts = out.parts;
    parts.year = year_.value_or(1900);
    if (ofCentury_) {
        const auto known = century_.value_or(*ofCentury_ < 69 ? 20 : 19);
        parts.year = known * 100 + *ofCentury_;
    } else if (century_) {
        parts.year = *century_ * 100 + parts.year % 100;
    }
    parts.month = month_.value_or(0);
    parts.day = day_.value_or(0);
    parts.hour = hour_.value_or(0);
    if (hourOfHalf_) parts.hour = *hourOfHalf_ % 12 + 12 * half_.value_or(0);
    parts.minute = minute_.value_or(0);
    parts.second = second_.value_or(0);

    // A day that is counted from the beginning of the year.
    Count fromStart = yearday_;
    if (weekday_ && (sundays_ || mondays_)) {
        DateParts first{parts.year, 0, 1};
        setDays(first);
        const std::int64_t begin = sundays_ ? 0 : 1;
        const auto weeks = sundays_ ? *sundays_ : *mondays_;
        fromStart =
            (7 - (first.weekday - begin)) % 7 + (weeks - 1) * 7 + (*weekday_ - begin + 7) % 7;
    }
    if (fromStart && !(month_ && day_)) {
        const auto begin = secondsOf({parts.year, 0, 1, parts.hour, parts.minute, parts.second});
        parts = partsOf(begin + *fromStart * 86'400).value_or(parts);
    }
    setDays(parts);
    const bool dated = year_ || century_ || ofCentury_ || month_ || day_ || fromStart;
    if (weekday_ && !dated) parts.weekday = *weekday_;
    if (offset_.value_or(0) != 0) parts = partsOf(secondsOf(parts) - *offset_).value_or(parts);
    return out;
}

}  // namespace

std::optional<ReadDate> readDate(std::string_view text, std::string_view format) {
    DateReader reader(text);
    if (!reader.read(format)) return std::nullopt;
    return reader.result();
}

}  // namespace tenon::expr
