// SPDX-License-Identifier: Apache-2.0
#include "natives/text_values.h"

#include <algorithm>

#include "values/number.h"
#include "values/points.h"

namespace tenon::expr {
namespace {

constexpr std::size_t kCut = 200;    // bytes of a text in a message
constexpr std::size_t kScalar = 48;  // more or less the text of a scalar, and what is around it
constexpr std::size_t kSecretDigits = 6;  // shorter numbers tell too little to be looked for

bool affordAll(Machine& machine, const Value& value) {
    if (!machine.spend()) return false;
    if (const auto* text = textOf(value))
        return machine.spend(text->size() / 100) && machine.make(text->size() + kScalar);
    if (!value.array() && !value.object()) return machine.make(kScalar);
    if (!machine.deeper() || !machine.make(kScalar)) return false;
    if (const auto* array = value.array())
        return std::all_of(array->begin(), array->end(),
                           [&](const Value& item) { return affordAll(machine, item); });
    const auto& object = *value.object();
    return std::all_of(object.begin(), object.end(), [&](const Member& member) {
        return machine.make(member.name.size()) && affordAll(machine, member.value);
    });
}

bool toString(Call& call) {
    if (textOf(call.in)) {
        call.out = std::move(call.in);
        return true;
    }
    if (!affordText(call.machine, call.in)) return false;
    call.out = call.machine.shown(call.in).value();
    return true;
}

bool toJson(Call& call) {
    if (!affordText(call.machine, call.in)) return false;
    call.out = call.machine.written(call.in).value();
    return true;
}

// `+1` is a number here, and no literal.
std::optional<Value> numberIn(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) return std::nullopt;
    }
    return readNumber(text);
}

bool toNumber(Call& call) {
    if (call.in.isNumber()) {
        call.out = std::move(call.in);
        return true;
    }
    const auto* text = textOf(call.in);
    if (text && (!call.machine.spend(1 + text->size() / 100) || !call.machine.make(text->size())))
        return false;
    auto read = text ? numberIn(*text) : std::nullopt;
    if (!read)
        return call.machine.fail(call.machine.quoted(call.in) + " cannot be parsed as a number");
    if (call.in.secret()) learnNumber(call.machine, *text, *read);
    call.out = std::move(*read);
    return true;
}

bool toBoolean(Call& call) {
    const auto* text = textOf(call.in);
    if (call.in.boolean()) {
        call.out = call.in;
    } else if (text && (*text == "true" || *text == "false")) {
        call.out = *text == "true";
    } else {
        return call.machine.fail(call.machine.quoted(call.in) + " cannot be parsed as a boolean");
    }
    return true;
}

constexpr Native kTextValueNatives[] = {
    {"tostring", 0, toString},
    {"tojson", 0, toJson},
    {"tonumber", 0, toNumber},
    {"toboolean", 0, toBoolean},
};

}  // namespace

Natives textValueNatives() { return kTextValueNatives; }

void learnNumber(Machine& machine, const std::string& text, const Value& number) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (const auto& known : {text, numberText(number)})
        if (std::count_if(known.begin(), known.end(), isDigit) >= std::ptrdiff_t{kSecretDigits})
            machine.learn(known);
}

bool affordText(Machine& machine, const Value& value) {
    return affordAll(machine, value) && machine.absorb(value);
}

std::string bare(const Machine& machine, const Value& text) {
    auto* confidant = machine.scope().confidant;
    const Value known = confidant ? confidant->value(text) : text;
    if (!known.string()) return "********";
    std::string out = *known.string();
    if (out.size() <= kCut) return out;
    std::size_t end = kCut;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0) == 0x80) --end;
    return out.substr(0, end) + "...";
}

}  // namespace tenon::expr
