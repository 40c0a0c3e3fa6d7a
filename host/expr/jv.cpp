// SPDX-License-Identifier: Apache-2.0
#include "expr/jv.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tenon/json.h"

namespace tenon::expr {
namespace {

jv text(const std::string& s) { return jv_string_sized(s.data(), static_cast<int>(s.size())); }

// No character stays, so that no part of a secret is taken for something else. Looks like a mask:
// jq quotes it in its messages.
std::string another(std::string s) {
    for (char& c : s) c = c == '*' ? '+' : '*';
    return s;
}

template <class Member>
Value rebuilt(const Value& value, Member&& member) {
    if (const auto* array = value.array()) {
        Array out;
        for (std::size_t i = 0; i < array->size(); ++i)
            out.push_back(member((*array)[i], i, nullptr));
        return out;
    }
    Object out;
    std::size_t i = 0;
    for (const auto& m : *value.object()) out.set(m.name, member(m.value, i++, &m.name));
    return out;
}

// Shorter ones are ports, sizes and years as well.
void learnNumber(const Value& value, std::vector<std::string>& made) {
    constexpr std::size_t shortest = 6;
    if (!value.integer() && !value.real()) return;
    if (auto text = json::write(value); text.size() >= shortest) made.push_back(std::move(text));
}

// What stands between that which is the same at both ends; and where nothing has moved, each piece.
void learnParts(const std::string& real, const std::string& other, std::vector<std::string>& made) {
    constexpr std::size_t shortest = 4, gap = 2;
    const auto learn = [&](std::size_t begin, std::size_t end) {
        if (end - begin >= shortest && end - begin < real.size())
            made.push_back(real.substr(begin, end - begin));
    };
    const std::size_t most = std::min(real.size(), other.size());
    std::size_t begin = 0, same = 0;
    while (begin < most && real[begin] == other[begin]) ++begin;
    while (same < most - begin && real[real.size() - 1 - same] == other[other.size() - 1 - same])
        ++same;
    learn(begin, real.size() - same);
    if (real.size() != other.size()) return;
    for (std::size_t at = begin; at < most;) {
        std::size_t end = at;
        for (std::size_t i = at; i < most && i <= end + gap; ++i)
            if (real[i] != other[i]) end = i + 1;
        if (end > at) learn(at, end);
        at = end + 1;
        while (at < most && real[at] == other[at]) ++at;
    }
}

}  // namespace

jv toJv(const Value& value, bool disguise, Met& met) {
    switch (value.kind()) {
        case Value::Kind::null:
            return jv_null();
        case Value::Kind::boolean:
            return jv_bool(*value.boolean());
        case Value::Kind::integer:
            if (*value.integer() > kExact || *value.integer() < -kExact) met.wide = value.integer();
            return jv_number(static_cast<double>(*value.integer()));
        case Value::Kind::real:
            return jv_number(*value.real());
        case Value::Kind::string:
            return text(*value.string());
        case Value::Kind::secret:
            met.secret = true;
            return text(disguise ? another(value.secret()->reveal()) : value.secret()->reveal());
        case Value::Kind::wide:
            return text(value.wide()->digits);
        case Value::Kind::array: {
            jv out = jv_array();
            for (const auto& item : *value.array())
                out = jv_array_append(out, toJv(item, disguise, met));
            return out;
        }
        case Value::Kind::object: {
            jv out = jv_object();
            for (const auto& m : *value.object())
                out = jv_object_set(out, text(m.name), toJv(m.value, disguise, met));
            return out;
        }
    }
    return jv_null();
}

Value fromJv(jv value, std::uint32_t room) {
    Value out;
    const auto kind = jv_get_kind(value);
    if (room == 0 && (kind == JV_KIND_ARRAY || kind == JV_KIND_OBJECT)) {
        jv_free(value);
        return Array();
    }
    switch (kind) {
        case JV_KIND_TRUE:
            out = Value(true);
            break;
        case JV_KIND_FALSE:
            out = Value(false);
            break;
        case JV_KIND_NUMBER: {
            const double d = jv_number_value(value);
            if (std::isnan(d)) break;
            const bool whole = std::floor(d) == d && std::fabs(d) <= static_cast<double>(kExact);
            constexpr double most = std::numeric_limits<double>::max();
            out = whole ? Value(static_cast<std::int64_t>(d)) : Value(std::clamp(d, -most, most));
            break;
        }
        case JV_KIND_STRING:
            out = Value(
                std::string(jv_string_value(value),
                            static_cast<std::size_t>(jv_string_length_bytes(jv_copy(value)))));
            break;
        case JV_KIND_ARRAY: {
            Array array;
            const int size = jv_array_length(jv_copy(value));
            for (int i = 0; i < size; ++i)
                array.push_back(fromJv(jv_array_get(jv_copy(value), i), room - 1));
            out = Value(std::move(array));
            break;
        }
        case JV_KIND_OBJECT: {
            Object object;
            for (int i = jv_object_iter(value); jv_object_iter_valid(value, i);
                 i = jv_object_iter_next(value, i))
                object.set(*fromJv(jv_object_iter_key(value, i), 1).string(),
                           fromJv(jv_object_iter_value(value, i), room - 1));
            out = Value(std::move(object));
            break;
        }
        default:
            break;
    }
    jv_free(value);
    return out;
}

Value allSecret(const Value& value, std::vector<std::string>& made) {
    if (value.string()) return Value(Secret(*value.string()));
    learnNumber(value, made);
    if (!value.array() && !value.object()) return value;
    return rebuilt(value, [&](const Value& v, std::size_t, const std::string* name) {
        if (name) made.push_back(*name);
        return allSecret(v, made);
    });
}

Value markSecrets(const Value& real, const Value& disguised, std::vector<std::string>& made) {
    if (real == disguised) return real;
    if (real.string() && disguised.string()) learnParts(*real.string(), *disguised.string(), made);
    const bool sameShape =
        (real.array() && disguised.array() && real.array()->size() == disguised.array()->size()) ||
        (real.object() && disguised.object());
    if (!sameShape) return allSecret(real, made);
    return rebuilt(real, [&](const Value& v, std::size_t i, const std::string* name) {
        const Value* other = name ? disguised.find(*name) : &(*disguised.array())[i];
        if (other) return markSecrets(v, *other, made);
        made.push_back(*name);
        return allSecret(v, made);
    });
}

}  // namespace tenon::expr
