// SPDX-License-Identifier: Apache-2.0
#include "schema/keywords.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "schema/formats.h"
#include "schema/multiple.h"
#include "schema/pattern.h"
#include "schema/same.h"
#include "tenon/json.h"

namespace tenon::schema {
namespace {

// Of what is wanted so much is said.
constexpr std::size_t kMostSaid = 1'000;

bool isOfType(const Value& value, const std::string& type) {
    if (type == "null") return value.isNull();
    if (type == "boolean") return value.boolean();
    if (type == "string") return value.revealText();
    if (type == "array") return value.array();
    if (type == "object") return value.object();
    if (type == "integer")
        return value.integer() || value.wide() ||
               (value.real() && std::trunc(*value.real()) == *value.real());
    return value.isNumber();
}

std::string withArticle(const std::string& type) {
    if (type == "null") return type;
    if (type == "boolean") return "true or false";
    return (std::string_view("aio").find(type.front()) == std::string_view::npos ? "a " : "an ") +
           type;
}

Check type(const Value& wanted) {
    const Array types = wanted.array() ? *wanted.array() : Array{wanted};
    std::string all;
    for (const auto& one : types) all += (all.empty() ? "" : " or ") + withArticle(*one.string());
    return [types, all](const Value& value, Watch&) -> std::optional<std::string> {
        for (const auto& one : types)
            if (isOfType(value, *one.string())) return std::nullopt;
        return std::string("is ") + describe(value.kind()) + "; wanted " + all;
    };
}

std::string said(const Value& wanted) {
    std::string text = json::write(wanted);
    if (text.size() <= kMostSaid) return text;
    return "what the schema wants, " + std::to_string(text.size()) + " bytes of JSON";
}

Check oneOf(const Value& wanted) {
    std::string all;
    for (const auto& one : *wanted.array()) {
        all += (all.empty() ? "" : ", ") + said(one);
        if (all.size() <= kMostSaid) continue;
        all += ", … (" + std::to_string(wanted.array()->size()) + " values)";
        break;
    }
    return [wanted, all](const Value& value, Watch& watch) -> std::optional<std::string> {
        for (const auto& one : *wanted.array())
            if (same(one, value, watch)) return std::nullopt;
        return "is none of " + all;
    };
}

Check exactly(const Value& wanted) {
    return [wanted](const Value& value, Watch& watch) -> std::optional<std::string> {
        if (same(wanted, value, watch)) return std::nullopt;
        return "is not " + said(wanted);
    };
}

// `fits` gets how the value's number compares with the wanted one.
using Fits = bool (*)(std::partial_ordering);
Check bound(const Value& wanted, const char* text, Fits fits) {
    return [=](const Value& value, Watch&) -> std::optional<std::string> {
        if (!value.isNumber() || fits(expr::compareNumbers(value, wanted))) return std::nullopt;
        return text + said(wanted);
    };
}

Check multiple(const Value& wanted) {
    return [wanted](const Value& value, Watch&) -> std::optional<std::string> {
        if (!value.isNumber() || isMultiple(value, wanted)) return std::nullopt;
        return "is no multiple of " + said(wanted);
    };
}

Check pattern(const Value& wanted) {
    const auto expression = std::get<Pattern>(Pattern::read(*wanted.string()));
    return [=](const Value& value, Watch& watch) -> std::optional<std::string> {
        const auto* text = value.revealText();
        const auto answer = text ? expression.matches(*text, watch) : Pattern::Answer::yes;
        if (answer == Pattern::Answer::yes) return std::nullopt;
        return (answer == Pattern::Answer::no ? "does not match the pattern "
                                              : "cannot be compared with the pattern ") +
               said(wanted);
    };
}

std::optional<std::int64_t> characters(const Value& value) {
    const auto* text = value.revealText();
    if (!text) return std::nullopt;
    return std::count_if(text->begin(), text->end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

std::optional<std::int64_t> items(const Value& value) {
    if (!value.array()) return std::nullopt;
    return static_cast<std::int64_t>(value.array()->size());
}

std::optional<std::int64_t> members(const Value& value) {
    if (!value.object()) return std::nullopt;
    return static_cast<std::int64_t>(value.object()->size());
}

using Count = std::optional<std::int64_t> (*)(const Value&);

std::string counted(std::int64_t count, const char* one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

template <Count count, bool most>
Check amount(const Value& wanted, const char* one) {
    return
        [limit = *wanted.integer(), one](const Value& value, Watch&) -> std::optional<std::string> {
            const auto found = count(value);
            if (!found || (most ? *found <= limit : *found >= limit)) return std::nullopt;
            return "has " + counted(*found, one) + "; wanted at " + (most ? "most " : "least ") +
                   std::to_string(limit);
        };
}

Check unique(const Value& wanted) {
    return
        [on = *wanted.boolean()](const Value& value, Watch& watch) -> std::optional<std::string> {
            const auto* array = value.array();
            if (!on || !array) return std::nullopt;
            std::unordered_map<std::size_t, std::vector<std::size_t>> known;  // places, by hash
            for (std::size_t i = 0; i < array->size(); ++i) {
                auto& alike = known[hash((*array)[i], watch)];
                for (const auto j : alike)
                    if (same((*array)[i], (*array)[j], watch))
                        return "has the same item at " + std::to_string(j) + " and " +
                               std::to_string(i);
                alike.push_back(i);
            }
            return std::nullopt;
        };
}

Check format(const Value& wanted) {
    return [name = *wanted.string()](const Value& value, Watch&) -> std::optional<std::string> {
        if (!value.revealText() || hasFormat(*value.revealText(), name)) return std::nullopt;
        return "is no " + name;
    };
}

Check never(const Value& wanted) {
    return [text = *wanted.string()](const Value&, Watch&) -> std::optional<std::string> {
        return text;
    };
}

}  // namespace

const std::vector<Keyword>& keywords() {
    using V = const Value&;
    using Order = std::partial_ordering;
    static const std::vector<Keyword> all{
        {"type", type},
        {"enum", oneOf},
        {"const", exactly},
        {"minimum", [](V v) { return bound(v, "is less than ", [](Order o) { return o >= 0; }); }},
        {"maximum",
         [](V v) { return bound(v, "is greater than ", [](Order o) { return o <= 0; }); }},
        {"exclusiveMinimum",
         [](V v) { return bound(v, "is not greater than ", [](Order o) { return o > 0; }); }},
        {"exclusiveMaximum",
         [](V v) { return bound(v, "is not less than ", [](Order o) { return o < 0; }); }},
        {"multipleOf", multiple},
        {"pattern", pattern},
        {"format", format},
        {"minLength", [](V v) { return amount<characters, false>(v, "character"); }},
        {"maxLength", [](V v) { return amount<characters, true>(v, "character"); }},
        {"minItems", [](V v) { return amount<items, false>(v, "item"); }},
        {"maxItems", [](V v) { return amount<items, true>(v, "item"); }},
        {"minProperties", [](V v) { return amount<members, false>(v, "member"); }},
        {"maxProperties", [](V v) { return amount<members, true>(v, "member"); }},
        {"uniqueItems", unique},
        {kNever, never}};
    return all;
}

}  // namespace tenon::schema
