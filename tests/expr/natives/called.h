// SPDX-License-Identifier: Apache-2.0
// One call of a function of the language, and what comes out of it, as text.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include <cmath>
#include <string>
#include <vector>

#include "natives/native.h"
#include "tenon/json.h"

namespace support {

// In the data of tests, texts stand for what JSON has not: "@nan", "@inf", "@-inf",
// "@wide 123…", "@secret …".
inline tenon::Value meant(const tenon::Value& value) {
    if (const auto* text = value.string()) {
        if (*text == "@nan") return std::nan("");
        if (*text == "@inf") return HUGE_VAL;
        if (*text == "@-inf") return -HUGE_VAL;
        if (text->starts_with("@wide ")) return tenon::Wide{text->substr(6)};
        if (text->starts_with("@secret ")) return tenon::Secret(text->substr(8));
    }
    if (const auto* array = value.array()) {
        tenon::Array out;
        for (const auto& item : *array) out.push_back(meant(item));
        return out;
    }
    if (const auto* object = value.object()) {
        tenon::Object out;
        for (const auto& member : *object) out.set(member.name, meant(member.value));
        return out;
    }
    return value;
}

inline tenon::Value meantBy(const std::string& json) {
    return meant(tenon::json::read(json).value());
}

inline const tenon::expr::Native* nativeOf(tenon::expr::Natives natives, std::string_view name,
                                           std::size_t arity) {
    for (const auto& native : natives)
        if (native.name == name && native.arity == arity) return &native;
    return nullptr;
}

// What the call says, as the language writes it; a secret's text after `secret: `, an error after
// `error: `.
inline std::string said(tenon::expr::Machine& machine, const tenon::expr::Native& native,
                        tenon::Value in, std::vector<tenon::Value> arguments) {
    tenon::expr::Call call{machine, std::move(in), arguments, {}};
    if (!native.call(call)) {
        const bool caught = machine.failed();
        const auto detail = machine.result().detail;
        return (caught ? "error: " : "end: ") + detail;
    }
    const auto text = machine.written(call.out);
    return (text.secret() ? "secret: " : "") + text.bytes();
}

inline std::string called(tenon::expr::Natives natives, std::string_view name,
                          const std::string& in, const std::string& arguments = "[]") {
    const auto list = meantBy(arguments);
    const auto* native = nativeOf(natives, name, list.array()->size());
    if (!native) return "no such function";
    const tenon::expr::Scope scope;
    tenon::expr::Machine machine(scope);
    return said(machine, *native, meantBy(in), *list.array());
}

// One call, and what is to come of it; nullptr: it is enough that it ends well.
struct CalledRow {
    const char* name;
    const char* in;
    const char* arguments;
    const char* expected;
};
template <std::size_t n>
void sameAs(const CalledRow (&rows)[n], tenon::expr::Natives natives) {
    for (const auto& row : rows) {
        const auto found = called(natives, row.name, row.in, row.arguments);
        const auto what = std::string(row.in) + " | " + row.name + row.arguments;
        if (row.expected) CPPUNIT_ASSERT_EQUAL_MESSAGE(what, std::string(row.expected), found);
    }
}

}  // namespace support
