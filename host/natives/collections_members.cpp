// SPDX-License-Identifier: Apache-2.0
// Members and their names.
#include <algorithm>

#include "natives/collections.h"
#include "natives/room.h"
#include "values/number.h"

namespace tenon::expr {
namespace {

bool names(Call& call, bool sorted) {
    Array out;
    if (const auto* array = call.in.array()) {
        if (!roomFor(call.machine, array->size())) return false;
        for (std::size_t i = 0; i < array->size(); ++i)
            out.emplace_back(static_cast<std::int64_t>(i));
    } else if (const auto* object = call.in.object()) {
        if (!roomFor(call.machine, object->size())) return false;
        std::vector<const std::string*> all;
        all.reserve(object->size());
        for (const auto& member : *object) all.push_back(&member.name);
        if (sorted) std::sort(all.begin(), all.end(), [](auto* a, auto* b) { return *a < *b; });
        for (const auto* name : all) {
            if (!roomForText(call.machine, name->size())) return false;
            out.push_back(call.machine.named(*name));
        }
    } else {
        return call.machine.fail(call.machine.quoted(call.in) + " has no keys");
    }
    call.out = std::move(out);
    return true;
}

bool keys(Call& call) { return names(call, true); }
bool keysUnsorted(Call& call) { return names(call, false); }

bool has(Call& call) {
    const Value& key = call.arguments[0];
    if (call.in.isNull()) {  // nothing is in nothing
        call.out = false;
        return true;
    }
    if (const auto* name = textOf(key); name && call.in.object()) {
        call.out = call.in.find(*name) != nullptr;
        return true;
    }
    if (const auto* array = call.in.array(); array && key.isNumber()) {
        const auto at = real(key);
        call.out = at && *at > -1 && *at < static_cast<double>(array->size());
        return true;
    }
    return call.machine.fail(std::string("Cannot check whether ") + kindName(call.in) + " has a " +
                             kindName(key) + " key");
}

bool toEntries(Call& call) {
    if (!call.in.array() && !call.in.object())
        return call.machine.fail(call.machine.quoted(call.in) + " has no keys");
    if (!mayNest(call.machine, std::max(call.in.depth(), 1U) + 1)) return false;
    Array out;
    const auto add = [&](Value key, const Value& value) {
        if (!call.machine.make(4 * sizeof(Value))) return false;
        Object entry;
        entry.set("key", std::move(key));
        entry.set("value", value);
        out.emplace_back(std::move(entry));
        return true;
    };
    std::int64_t at = 0;
    if (const auto* object = call.in.object()) {
        for (const auto& member : *object)
            if (!roomForText(call.machine, member.name.size()) ||
                !add(call.machine.named(member.name), member.value))
                return false;
    } else {
        for (const auto& item : *call.in.array())
            if (!call.machine.spend() || !add(at++, item)) return false;
    }
    call.out = std::move(out);
    return true;
}

bool holds(const Value* value) {
    return value && !value->isNull() && !(value->boolean() && !*value->boolean());
}

bool fromEntries(Call& call) {
    Object out;
    const auto read = [&](const Value& entry) {
        if (!entry.object() && !entry.isNull())
            return call.machine.fail(std::string("Cannot index ") + kindName(entry) +
                                     " with string (\"key\")");
        const Value* key = nullptr;
        for (const auto* name : {"key", "Key", "name", "Name"}) {
            key = entry.find(name);
            if (holds(key)) break;
        }
        const Value none;
        if (!key) key = &none;
        const auto* name = textOf(*key);
        if (!name)
            return call.machine.fail("Cannot use " + call.machine.quoted(*key) + " as object key");
        if (!call.machine.make(sizeof(Member)) || !roomForText(call.machine, name->size()))
            return false;
        const Value* value = entry.find("value");
        if (!value) value = entry.find("Value");
        out.set(call.machine.name(*key), value ? *value : Value());
        return true;
    };
    if (!eachOf(call.machine, call.in, read)) return false;
    call.out = std::move(out);
    return true;
}

constexpr Native kMemberNatives[] = {
    {"keys", 0, keys},
    {"keys_unsorted", 0, keysUnsorted},
    {"has", 1, has},
    {"to_entries", 0, toEntries},
    {"from_entries", 0, fromEntries},
};

}  // namespace

Natives memberNatives() { return kMemberNatives; }

}  // namespace tenon::expr
