// SPDX-License-Identifier: Apache-2.0
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeParser.h>
#include <Poco/Exception.h>

#include <algorithm>
#include <string_view>

#include "tenon/http.h"

namespace tenon {
inline namespace v1 {
namespace {

// Who asks for a longer wait is answered with this one: nobody waits for weeks.
constexpr std::int64_t kLongest = 24 * 60 * 60;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// RFC 9110, delta-seconds: digits, and of any size.
std::optional<std::int64_t> delta(std::string_view text) {
    if (text.empty() || !std::all_of(text.begin(), text.end(), isDigit)) return std::nullopt;
    std::int64_t seconds = 0;
    for (const char c : text) seconds = std::min(10 * seconds + (c - '0'), kLongest);
    return seconds;
}

// "Www, 00 Mmm 0000 00:00:00 GMT". Poco's parser alone takes "today" for a day of the year 0.
bool looksLikeADate(std::string_view text) {
    constexpr std::string_view form = "Aaa, 00 Aaa 0000 00:00:00 GMT";
    if (text.size() != form.size()) return false;
    const auto fits = [](char c, char wanted) {
        return wanted == '0'   ? isDigit(c)
               : wanted == 'A' ? c >= 'A' && c <= 'Z'
               : wanted == 'a' ? c >= 'a' && c <= 'z'
                               : c == wanted;
    };
    return std::equal(text.begin(), text.end(), form.begin(), fits);
}

std::optional<Poco::DateTime> dateIn(const std::string* text) {
    if (!text || !looksLikeADate(*text)) return std::nullopt;
    Poco::DateTime date;
    int zone = 0;
    try {
        Poco::DateTimeParser::parse(Poco::DateTimeFormat::HTTP_FORMAT, *text, date, zone);
        return date;
    } catch (const Poco::Exception&) {
        return std::nullopt;
    }
}

}  // namespace

std::optional<std::chrono::seconds> retryAfter(const HttpResponse& response) {
    const std::string* text = response.header("Retry-After");
    if (!text) return std::nullopt;
    if (const auto seconds = delta(*text)) return std::chrono::seconds(*seconds);
    const auto until = dateIn(text), now = dateIn(response.header("Date"));
    if (!until || !now) return std::nullopt;
    const std::int64_t seconds = (*until - *now).totalMicroseconds() / 1'000'000;
    return std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, kLongest));
}

}  // namespace v1
}  // namespace tenon
