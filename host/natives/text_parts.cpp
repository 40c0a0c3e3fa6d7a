// SPDX-License-Identifier: Apache-2.0
#include "natives/text_parts.h"

#include <cmath>

#include "natives/text_find.h"
#include "values/number.h"
#include "values/points.h"

#include "values/places.h"

namespace tenon::expr {
namespace {

bool explode(Call& call) {
    const auto* text = textOf(call.in);
    if (!text) return call.machine.fail("explode input must be a string");
    if (call.in.secret()) return call.machine.fail("a secret cannot be taken apart into numbers");
    const auto count = countPoints(*text);
    if (!call.machine.spend(1 + count) || !call.machine.make(count * sizeof(Value))) return false;
    Array out;
    out.reserve(count);
    for (std::size_t at = 0; at < text->size();)
        out.emplace_back(static_cast<std::int64_t>(nextPoint(*text, at)));
    call.out = std::move(out);
    return true;
}

// A number as a character; what is out of their range becomes U+FFFD.
std::uint32_t asPoint(double real) {
    return real > -1 && real < 0x110000 ? static_cast<std::uint32_t>(real) : kReplacement;
}

bool implode(Call& call) {
    const auto* points = call.in.array();
    if (!points) return call.machine.fail("implode input must be an array");
    if (!call.machine.spend(1 + points->size()) || !call.machine.make(points->size() * 4))
        return false;
    std::string out;
    for (const auto& item : *points) {
        const auto point = real(item);
        if (!item.wide() && (!point || std::isnan(*point)))
            return call.machine.fail(call.machine.quoted(item) +
                                     " can't be imploded, unicode codepoint needs to be numeric");
        appendPoint(out, point ? asPoint(*point) : kReplacement);
    }
    call.out = std::move(out);
    return true;
}

bool ascii(Call& call) {
    const auto point = real(call.in);
    if (!point || !(*point >= 0 && *point < 128))
        return call.machine.fail(call.machine.quoted(call.in) +
                                 " is no ASCII character: a number from 0 to 127 is wanted");
    call.out = std::string(1, static_cast<char>(*point));
    return true;
}

bool split(Call& call) {
    if (!textOf(call.in) || !textOf(call.arguments[0]))
        return call.machine.fail("split input and separator must be strings");
    return splitText(call.machine, call.in, call.arguments[0], call.out);
}

// Adds what `+` would add to a text; null adds nothing.
bool append(Machine& machine, Text& out, const Value& part) {
    if (part.isNull()) return true;
    if (!textOf(part))
        return machine.fail(machine.quoted(std::move(out).value()) + " and " +
                            machine.quoted(part) + " cannot be added");
    const auto size = textOf(part)->size();
    if (!machine.spend(1 + size / 100) || !machine.make(size)) return false;
    out.add(part);
    return true;
}

bool join(Call& call) {
    if (!call.machine.absorb(call.in) || !call.machine.absorb(call.arguments[0])) return false;
    std::vector<const Value*> items;
    if (const auto* array = call.in.array()) {
        for (const auto& item : *array) items.push_back(&item);
    } else if (const auto* object = call.in.object()) {
        for (const auto& member : *object) items.push_back(&member.value);
    } else {
        return cannotIterate(call.machine, call.in);
    }
    Text out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0 && !append(call.machine, out, call.arguments[0])) return false;
        const Value& item = *items[i];
        if (item.boolean()) {
            out += *item.boolean() ? "true" : "false";
        } else if (item.isNumber()) {
            out += numberText(item);
        } else if (!append(call.machine, out, item)) {
            return false;
        }
    }
    call.out = std::move(out).value();
    return true;
}

bool indices(Call& call) {
    if (!textOf(call.in))
        return call.machine.fail(call.machine.quoted(call.in) +
                                 " cannot be searched, as it is not a string");
    if (!textOf(call.arguments[0]))
        return call.machine.fail(call.machine.quoted(call.arguments[0]) + " is not a string");
    return textIndices(call.machine, call.in, call.arguments[0], call.out);
}

constexpr Native kTextPartNatives[] = {
    {"explode", 0, explode}, {"implode", 0, implode}, {"ascii", 0, ascii},
    {"split", 1, split},     {"join", 1, join},       {"_strindices", 1, indices},
};

}  // namespace

Natives textPartNatives() { return kTextPartNatives; }

}  // namespace tenon::expr
