// SPDX-License-Identifier: Apache-2.0
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeParser.h>
#include <Poco/NumberParser.h>

#include <algorithm>
#include <cmath>

#include "ceql/ceql.h"
#include "platform/box.h"
#include "tenon/json.h"

namespace cloudelements::sandbox::ceql {
namespace {

// % for any text, _ for any byte. Goes back to the last % only, so it ends soon.
bool isLike(std::string_view text, std::string_view pattern) {
    std::size_t t = 0, p = 0, star = pattern.npos, mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '%') {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && (pattern[p] == '_' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star != pattern.npos) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('%', p) == pattern.npos;
}

// "2017-06-12…" is long enough to be a date.
bool looksLikeTime(std::string_view text) {
    return text.size() >= 10 && text[4] == '-' && text[7] == '-';
}

int order(const Operand& a, const Operand& b) {
    if (a.isNumber && b.isNumber) return a.number < b.number ? -1 : a.number > b.number;
    if (a.isTime && b.isTime) return a.time < b.time ? -1 : a.time > b.time;
    const int order = a.text.compare(b.text);
    return order < 0 ? -1 : order > 0;
}

std::string textOfField(const tenon::Value& value) {
    return value.string() ? *value.string() : tenon::json::write(value);
}

}  // namespace

Operand operandOf(std::string text) {
    Operand out;
    out.isNumber = Poco::NumberParser::tryParseFloat(text, out.number) && std::isfinite(out.number);
    if (!out.isNumber && looksLikeTime(text)) {
        Poco::DateTime at;
        int zone = 0;
        out.isTime =
            Poco::DateTimeParser::tryParse(Poco::DateTimeFormat::ISO8601_FORMAT, text, at, zone);
        if (out.isTime) {
            at.makeUTC(zone);
            out.time = at.timestamp().epochMicroseconds();
        }
    }
    out.text = std::move(text);
    return out;
}

bool Condition::holds(const tenon::Object& record) const {
    const auto holdsPart = [&](const Condition& part) { return part.holds(record); };
    if (kind == Kind::all) return std::all_of(parts.begin(), parts.end(), holdsPart);
    if (kind == Kind::any) return std::any_of(parts.begin(), parts.end(), holdsPart);
    const auto* value = sandbox::field(record, field);
    const bool isNull = !value || value->isNull();
    if (kind == Kind::null || kind == Kind::some) return isNull == (kind == Kind::null);
    // As in SQL: what is not known compares with nothing.
    if (isNull) return false;
    if (kind == Kind::like) return isLike(textOfField(*value), with.front().text);
    const Operand found = operandOf(textOfField(*value));
    const auto isEqual = [&](const Operand& one) { return order(found, one) == 0; };
    if (kind == Kind::in) return std::any_of(with.begin(), with.end(), isEqual);
    const int side = order(found, with.front());
    switch (kind) {
        case Kind::equal:
            return side == 0;
        case Kind::unequal:
            return side != 0;
        case Kind::less:
            return side < 0;
        case Kind::more:
            return side > 0;
        case Kind::atMost:
            return side <= 0;
        default:
            return side >= 0;
    }
}

void Condition::collect(std::vector<std::string>& fields) const {
    if (!field.empty()) fields.push_back(field);
    for (const auto& part : parts) part.collect(fields);
}

}  // namespace cloudelements::sandbox::ceql
