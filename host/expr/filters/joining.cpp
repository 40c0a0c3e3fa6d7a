// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/joining.h"

#include <cmath>

#include "values/order.h"
#include "values/own.h"

namespace tenon::expr {

bool joinTexts(Machine& machine, Value&& left, const Value& right, Value& out) {
    const std::string &a = *textOf(left), &b = *textOf(right);
    if (left.string() && right.string()) {
        if (!machine.make(b.size()) || !machine.spend(b.size() / 64)) return false;
        ValueEditor::text(left) += b;
        out = std::move(left);
        return true;
    }
    if (!machine.make(a.size() + b.size()) || !machine.spend((a.size() + b.size()) / 64))
        return false;
    if (!machine.absorb(left) || !machine.absorb(right)) return false;
    out = Secret(a + b);
    return true;
}

bool joinArrays(Machine& machine, Value&& left, const Value& right, Value& out) {
    const Array& items = *right.array();
    if (left.array()->empty()) {
        out = right;
        return true;
    }
    if (!payToOwn(machine, left) || !machine.make(items.size() * sizeof(Value)) ||
        !machine.spend(items.size()))
        return false;
    auto& array = ValueEditor::array(left);
    array.insert(array.end(), items.begin(), items.end());
    for (const auto& item : items) ValueEditor::holds(left, item);
    out = std::move(left);
    return true;
}

bool joinObjects(Machine& machine, Value&& left, const Value& right, Value& out) {
    const Object& members = *right.object();
    if (!payToOwn(machine, left) || !machine.make(members.size() * sizeof(Member)) ||
        !machine.spend(members.size()))
        return false;
    auto& object = ValueEditor::object(left);
    for (const auto& m : members) {
        object.set(m.name, m.value);
        ValueEditor::holds(left, m.value);
    }
    out = std::move(left);
    return true;
}

bool mergeObjects(Machine& machine, Value&& left, const Value& right, Value& out) {
    const Object& members = *right.object();
    if (left.depth() > kDeepestCompared && right.depth() > kDeepestCompared)
        return machine.fail("Object merge too deep");
    if (!machine.deeper() || !payToOwn(machine, left) ||
        !machine.make(members.size() * sizeof(Member)) || !machine.spend(members.size()))
        return false;
    auto& object = ValueEditor::object(left);
    for (const auto& m : members) {
        Value* old = object.find(m.name);
        if (!old || !old->object() || !m.value.object()) {
            object.set(m.name, m.value);
        } else {
            Value merged;
            if (!mergeObjects(machine, std::exchange(*old, Value()), m.value, merged)) return false;
            *old = std::move(merged);
        }
        ValueEditor::holds(left, *object.find(m.name));
    }
    out = std::move(left);
    return true;
}

bool repeat(Machine& machine, const Value& text, double times, Value& out) {
    out = Value();
    if (std::isnan(times) || times < 0) return true;
    const std::string& part = *textOf(text);
    const double size = std::floor(times) * static_cast<double>(part.size());
    constexpr double most = 2147483647.0;
    if (size > most) return machine.fail("Repeat string result too long");
    if (!machine.make(static_cast<std::size_t>(size)) ||
        !machine.spend(static_cast<std::size_t>(size) / 64))
        return false;
    std::string made;
    made.reserve(static_cast<std::size_t>(size));
    while (made.size() < static_cast<std::size_t>(size)) made += part;
    out = like(text, std::move(made));
    return true;
}

}  // namespace tenon::expr
