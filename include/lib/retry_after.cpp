// SPDX-License-Identifier: Apache-2.0
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeParser.h>
#include <Poco/Exception.h>
#include <Poco/RegularExpression.h>

#include <algorithm>
#include <charconv>

#include "tenon/http.h"

namespace tenon {
inline namespace v1 {
namespace {

std::optional<Poco::DateTime> dateIn(const std::string* text) {
    Poco::DateTime date;
    int zone = 0;
    // The parser alone takes "today" for a day of the year 0.
    static const Poco::RegularExpression form(
        "^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$");
    if (!text || !form.match(*text)) return std::nullopt;
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
    unsigned seconds = 0;
    const auto end = text->data() + text->size();
    const auto parsed = std::from_chars(text->data(), end, seconds);
    if (parsed.ec == std::errc() && parsed.ptr == end) return std::chrono::seconds(seconds);
    const auto until = dateIn(text), now = dateIn(response.header("Date"));
    if (!until || !now) return std::nullopt;
    return std::chrono::seconds(
        std::max<std::int64_t>((*until - *now).totalMicroseconds() / 1'000'000, 0));
}

}  // namespace v1
}  // namespace tenon
