// SPDX-License-Identifier: Apache-2.0
#include "natives/formats.h"

#include "natives/encodings.h"
#include "natives/text_values.h"
#include "values/number.h"

namespace tenon::expr {
namespace {

bool pay(Machine& machine, std::size_t bytes) {
    return machine.spend(1 + bytes / 100) && machine.make(bytes);
}

// What was made of a text of so many bytes, where it is a text or becomes one.
using Encode = std::string (*)(std::string_view text);

// At the worst, a byte becomes six.
bool encode(Machine& machine, const Value& in, Value& out, Encode made) {
    if (!affordText(machine, in)) return false;
    const Text text = machine.shown(in);
    if (!pay(machine, text.size() * 6)) return false;
    out = Text(made(text.bytes()), text.secret()).value();
    return true;
}

using Decode = std::string (*)(std::string_view text, const char*& wrong);

bool decode(Machine& machine, const Value& in, Value& out, Decode made) {
    if (!affordText(machine, in)) return false;
    const Text text = machine.shown(in);
    // A byte that is no UTF-8 becomes three.
    if (!pay(machine, text.size() * 3)) return false;
    const char* wrong = nullptr;
    std::string decoded = made(text.bytes(), wrong);
    if (wrong) return machine.fail(machine.quoted(Text(text).value()) + " " + wrong);
    out = Text(std::move(decoded), text.secret()).value();
    return true;
}

// One row of scalars. `write` has the strings.
struct Row {
    std::string_view between;
    Encode write;
    const char* notOne;
    const char* notIn;
};

bool row(Machine& machine, const Row& kind, const Array& items, Value& out) {
    Text text;
    bool first = true;
    for (const auto& item : items) {
        if (!first) text += kind.between;
        first = false;
        if (item.array() || item.object())
            return machine.fail(machine.quoted(item) + " " + kind.notIn);
        const auto* string = textOf(item);
        if (!pay(machine, kind.between.size() + (string ? string->size() * 4 + 2 : 24)))
            return false;
        if (string) {
            text.add(Text(kind.write(*string), item.secret()));
        } else if (item.isNull() || (item.real() && *item.real() != *item.real())) {
            text += kind.write == shellWord ? "null" : "";
        } else {
            text.add(machine.written(item));
        }
    }
    out = std::move(text).value();
    return true;
}

constexpr Row kCsv{",", csvField, "cannot be csv-formatted, only array",
                   "is not valid in a csv row"};
constexpr Row kTsv{"\t", tsvField, "cannot be tsv-formatted, only array",
                   "is not valid in a csv row"};
constexpr Row kShell{" ", shellWord, "", "can not be escaped for shell"};

template <const Row& kind>
bool rowOf(Machine& machine, const Value& in, Value& out) {
    if (const auto* items = in.array()) return row(machine, kind, *items, out);
    return machine.fail(machine.quoted(in) + " " + kind.notOne);
}
bool shell(Machine& machine, const Value& in, Value& out) {
    if (const auto* items = in.array()) return row(machine, kShell, *items, out);
    return row(machine, kShell, Array{in}, out);
}
template <Encode made>
bool encoded(Machine& machine, const Value& in, Value& out) {
    return encode(machine, in, out, made);
}
template <Decode made>
bool decoded(Machine& machine, const Value& in, Value& out) {
    return decode(machine, in, out, made);
}
bool asText(Machine& machine, const Value& in, Value& out) {
    if (!affordText(machine, in)) return false;
    out = machine.shown(in).value();
    return true;
}
bool asJson(Machine& machine, const Value& in, Value& out) {
    if (!affordText(machine, in)) return false;
    out = machine.written(in).value();
    return true;
}

struct Format {
    std::string_view name;
    bool (*apply)(Machine& machine, const Value& in, Value& out);
};
constexpr Format kFormats[] = {
    {"text", asText},
    {"json", asJson},
    {"csv", rowOf<kCsv>},
    {"tsv", rowOf<kTsv>},
    {"sh", shell},
    {"html", encoded<html>},
    {"uri", encoded<uri>},
    {"urid", decoded<fromUri>},
    {"base64", encoded<base64>},
    {"base64d", decoded<fromBase64>},
    {"base32", encoded<base32>},
    {"base32d", decoded<fromBase32>},
};

bool format(Call& call) {
    const Value& name = call.arguments[0];
    const auto* text = textOf(name);
    if (!text) return call.machine.fail(call.machine.quoted(name) + " is not a valid format");
    if (!isFormat(*text))
        return call.machine.fail(bare(call.machine, name) + " is not a valid format");
    return applyFormat(call.machine, *text, call.in, call.out);
}

constexpr Native kFormatNatives[] = {{"format", 1, format}};

}  // namespace

Natives formatNatives() { return kFormatNatives; }

bool isFormat(std::string_view name) {
    for (const auto& known : kFormats)
        if (known.name == name) return true;
    return false;
}

bool applyFormat(Machine& machine, std::string_view name, const Value& in, Value& out) {
    for (const auto& known : kFormats)
        if (known.name == name) return known.apply(machine, in, out);
    return machine.fail(std::string(name) + " is not a valid format");
}

}  // namespace tenon::expr
