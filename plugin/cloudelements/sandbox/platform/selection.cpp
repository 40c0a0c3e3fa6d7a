// SPDX-License-Identifier: Apache-2.0
#include "platform/selection.h"

#include <Poco/String.h>
#include <Poco/StringTokenizer.h>

#include <algorithm>

#include "ceql/ceql.h"
#include "platform/box.h"
#include "platform/page.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using Poco::StringTokenizer;
using tenon::Object;

namespace {

struct Order {
    std::string field;
    bool isDown = false;
};

void checkField(const Listed& from, const std::string& name, const char* parameter) {
    if (!from.hasField(name))
        throw refusal(400, std::string("The parameter '") + parameter + "' names the field '" +
                               name + "', which " + from.kind + " do not have");
}

ceql::Condition conditionOf(const Request& request, const Listed& from) {
    try {
        auto out = ceql::read(request.parameter("where"));
        std::vector<std::string> fields;
        out.collect(fields);
        for (const auto& field : fields) checkField(from, field, "where");
        return out;
    } catch (const ceql::Unreadable& e) {
        throw refusal(400, std::string("The parameter 'where' is not valid CEQL: ") + e.what());
    }
}

// "Comp_Name desc, key"
std::vector<Order> ordersOf(const Request& request, const Listed& from) {
    std::vector<Order> out;
    constexpr int trim = StringTokenizer::TOK_TRIM | StringTokenizer::TOK_IGNORE_EMPTY;
    for (const auto& part : StringTokenizer(request.parameter("orderBy"), ",", trim)) {
        const StringTokenizer words(part, " ", trim);
        const bool isDown = words.count() == 2 && Poco::icompare(words[1], "desc") == 0;
        if (words.count() > 2 ||
            (words.count() == 2 && !isDown && Poco::icompare(words[1], "asc") != 0))
            throw refusal(400, "The parameter 'orderBy' is not FIELD asc or FIELD desc: " + part);
        checkField(from, words[0], "orderBy");
        out.push_back({words[0], isDown});
    }
    return out;
}

ceql::Operand keyOf(const Object& record, const std::string& name) {
    const auto* value = field(record, name);
    if (!value || value->isNull()) return ceql::operandOf("");
    return ceql::operandOf(value->string() ? *value->string() : tenon::json::write(*value));
}

// Numbers before times before other texts, so that there is one order.
bool isBefore(const ceql::Operand& a, const ceql::Operand& b) {
    const auto rank = [](const ceql::Operand& one) {
        return one.isNumber ? 0 : one.isTime ? 1 : 2;
    };
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (a.isNumber && b.isNumber) return a.number < b.number;
    if (a.isTime && b.isTime) return a.time < b.time;
    return a.text < b.text;
}

// From the last order to the first, each keeping what the one after it made.
void sort(std::vector<std::size_t>& places, const std::vector<Order>& orders, const Listed& from) {
    for (auto order = orders.rbegin(); order != orders.rend(); ++order) {
        std::vector<std::pair<ceql::Operand, std::size_t>> keyed;
        for (const auto place : places)
            keyed.emplace_back(keyOf(*from.record(place).object(), order->field), place);
        const bool isDown = order->isDown;
        std::stable_sort(keyed.begin(), keyed.end(), [isDown](const auto& a, const auto& b) {
            return isDown ? isBefore(b.first, a.first) : isBefore(a.first, b.first);
        });
        for (std::size_t i = 0; i < places.size(); ++i) places[i] = keyed[i].second;
    }
}

tenon::Value only(const tenon::Value& record, const std::string& fields) {
    if (fields.empty()) return record;
    const StringTokenizer names(fields, ",", StringTokenizer::TOK_TRIM);
    Object out;
    for (const auto& member : *record.object())
        for (const auto& name : names)
            if (tenon::sameHeader(name, member.name)) out.set(member.name, member.value);
    return out;
}

}  // namespace

Answer selected(const Request& request, const Listed& from) {
    const auto condition = conditionOf(request, from);
    const auto orders = ordersOf(request, from);
    const std::string fields = request.parameter("fields");
    const bool isAll = condition.kind == ceql::Condition::Kind::all && condition.parts.empty();
    if (isAll && orders.empty())
        return page(request, from.size,
                    [&](std::size_t i) { return only(from.record(i), fields); });
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < from.size; ++i)
        if (condition.holds(*from.record(i).object())) places.push_back(i);
    sort(places, orders, from);
    return page(request, places.size(),
                [&](std::size_t i) { return only(from.record(places[i]), fields); });
}

}  // namespace cloudelements::sandbox
