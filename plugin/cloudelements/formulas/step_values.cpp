// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/step_values.h"

#include <algorithm>
#include <tuple>

#include "cloudelements/formulas/hidden.h"
#include "tenon/json.h"

namespace cloudelements {
namespace {

using tenon::Object;
using tenon::Value;

// Nothing where a part is empty.
std::vector<std::string> partsOf(std::string key, const std::string& step) {
    if (key.starts_with(step + ".")) key.erase(0, step.size() + 1);
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= key.size();) {
        const auto to = std::min(key.find('.', from), key.size());
        if (to == from) return {key};
        parts.push_back(key.substr(from, to - from));
        from = to + 1;
    }
    return parts.empty() ? std::vector{key} : parts;
}

std::string joined(const std::vector<std::string>& parts, std::size_t from) {
    std::string out = parts[from];
    while (++from < parts.size()) out += "." + parts[from];
    return out;
}

// What is no object stays as it is: the rest of the path then is one name beside it.
Object with(Object object, const std::vector<std::string>& parts, std::size_t at, Value value) {
    const Value* inner = object.find(parts[at]);
    if (at + 1 == parts.size() || (inner && !inner->object())) {
        object.set(joined(parts, at), std::move(value));
        return object;
    }
    object.set(parts[at],
               with(inner ? *inner->object() : Object(), parts, at + 1, std::move(value)));
    return object;
}

Value readText(const StepRun::Kept& kept) {
    if (!kept.isThere) return {};
    const auto first = kept.text.find_first_not_of(" \t\r\n");
    if (first != kept.text.npos && (kept.text[first] == '{' || kept.text[first] == '['))
        if (auto read = tenon::json::read(kept.text, tenon::json::Reading::lenient))
            return std::move(read).value();
    return kept.text;
}

// 2016-06-15 13:24:27.814224 and 2016-06-15T13:24:27Z in one form.
std::string comparable(std::string date) {
    std::replace(date.begin(), date.end(), 'T', ' ');
    if (date.ends_with('Z')) date.pop_back();
    return date;
}

}  // namespace

void sortByTime(std::vector<StepRun>& steps) {
    const bool haveTimes = std::none_of(steps.begin(), steps.end(),
                                        [](const auto& step) { return step.created.empty(); });
    std::stable_sort(steps.begin(), steps.end(), [&](const auto& a, const auto& b) {
        if (!haveTimes) return a.id < b.id;
        return std::tuple(comparable(a.created), a.id) < std::tuple(comparable(b.created), b.id);
    });
}

std::map<std::string, Value> valuesOf(const std::vector<StepRun>& steps, const Value& sent) {
    const Hidden hidden(sent);
    std::map<std::string, Value> out;
    for (const auto& step : steps) {
        Object values;
        for (const auto& kept : step.values) {
            const auto parts = partsOf(kept.key, step.name);
            values = with(std::move(values), parts, 0, hidden.in(readText(kept), parts.back()));
        }
        out[step.name] = std::move(values);
    }
    return out;
}

}  // namespace cloudelements
