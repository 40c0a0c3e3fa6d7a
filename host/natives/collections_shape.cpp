// SPDX-License-Identifier: Apache-2.0
// Arrays made of arrays: the same items in another shape.
#include <algorithm>
#include <cmath>

#include "natives/collections.h"
#include "natives/room.h"
#include "values/number.h"
#include "values/order.h"
#include "values/points.h"

namespace tenon::expr {
namespace {

bool notIndexed(Machine& machine, const Value& value, const Value& at) {
    return machine.fail(std::string("Cannot index ") + kindName(value) + " with " +
                        machine.quoted(at));
}

// Puts the items of arrays in their places, so many levels down; a fraction is never at its end.
class Flattening {
  public:
    Flattening(Machine& machine, const Value& levels) : machine_(machine), levels_(levels) {}

    bool add(const Value& item, double levels) {
        const auto* array = item.array();
        if (!array || levels == 0) {
            if (!machine_.make(sizeof(Value))) return false;
            out_.push_back(item);
            return true;
        }
        if (!levels_.isNumber())
            return machine_.fail(machine_.quoted(levels_) + " and number (1) cannot be subtracted");
        if (!machine_.deeper()) return false;
        for (const auto& inner : *array)
            if (!machine_.spend() || !add(inner, levels - 1)) return false;
        return true;
    }
    [[nodiscard]] Array take() { return std::move(out_); }

  private:
    Machine& machine_;
    const Value& levels_;
    Array out_;
};

bool flattenBy(Call& call, const Value& levels) {
    if (Comparing(call.machine).order(levels, 0) < 0)
        return call.machine.fail("flatten depth must not be negative");
    Flattening flattening(call.machine, levels);
    // What is no number is an error with the first array; one too wide has no end.
    const double deep = real(levels).value_or(HUGE_VAL);
    const auto add = [&](const Value& item) { return flattening.add(item, deep); };
    if (!eachOf(call.machine, call.in, add)) return false;
    call.out = flattening.take();
    return true;
}

bool flatten(Call& call) { return flattenBy(call, Value(HUGE_VAL)); }
bool flattenTo(Call& call) { return flattenBy(call, call.arguments[0]); }

bool reverseText(Call& call, const std::string& text) {
    // Bytes that are no character become one of three.
    if (!roomForText(call.machine, 6 * text.size())) return false;
    const std::string points = asUtf8(text);
    std::string out(points.size(), '\0');
    for (std::size_t at = 0, from = 0; at < points.size(); from = at) {
        nextPoint(points, at);
        points.copy(out.data() + (points.size() - at), at - from, from);
    }
    call.out = like(call.in, std::move(out));
    return true;
}

// As if it were [.[length - 1 - range(length)]], which is what decides of other kinds.
bool reverse(Call& call) {
    if (const auto* text = textOf(call.in)) return reverseText(call, *text);
    if (const auto* array = call.in.array()) {
        if (!roomFor(call.machine, array->size())) return false;
        call.out = Array(array->rbegin(), array->rend());
        return true;
    }
    if (call.in.boolean())
        return call.machine.fail(call.machine.quoted(call.in) + " has no length");
    double length = std::fabs(real(call.in).value_or(0));
    if (const auto* object = call.in.object()) length = static_cast<double>(object->size());
    if (call.in.wide()) length = HUGE_VAL;
    if (length > 0) return notIndexed(call.machine, call.in, number(length - 1));
    call.out = Array();
    return true;
}

// Is there something in it that a column could be made of?
bool hasLength(const Value& row) {
    if (const auto* text = textOf(row)) return !text->empty();
    if (const auto* object = row.object()) return !object->empty();
    return row.wide() || real(row).value_or(0) != 0;
}

bool transpose(Call& call) {
    std::size_t rows = 0, width = 0;
    const Value* wrong = nullptr;
    const auto measure = [&](const Value& row) {
        ++rows;
        if (row.boolean()) return call.machine.fail(call.machine.quoted(row) + " has no length");
        if (const auto* array = row.array()) {
            width = std::max(width, array->size());
        } else if (!row.isNull()) {
            if (!wrong) wrong = &row;
            if (hasLength(row)) width = std::max<std::size_t>(width, 1);
        }
        return true;
    };
    if (!eachOf(call.machine, call.in, measure)) return false;
    if (width > 0 && wrong) return notIndexed(call.machine, *wrong, 0);
    if (!mayNest(call.machine, std::max(call.in.depth(), 2U))) return false;
    Array out;
    for (std::size_t column = 0; column < width; ++column) {
        if (!roomFor(call.machine, rows + 1)) return false;
        Array items;
        items.reserve(rows);
        const auto take = [&](const Value& row) {
            const auto* array = row.array();
            items.push_back(array && column < array->size() ? (*array)[column] : Value());
            return true;
        };
        if (!eachOf(call.machine, call.in, take)) return false;
        out.emplace_back(std::move(items));
    }
    call.out = std::move(out);
    return true;
}

bool toArray(Call& call) {
    if (call.in.array()) {
        call.out = std::move(call.in);
        return true;
    }
    if (!mayNest(call.machine, call.in.depth() + 1) || !roomFor(call.machine, 1)) return false;
    Array out;
    out.push_back(std::move(call.in));
    call.out = std::move(out);
    return true;
}

constexpr Native kShapeNatives[] = {
    {"flatten", 0, flatten},     {"flatten", 1, flattenTo}, {"reverse", 0, reverse},
    {"transpose", 0, transpose}, {"toarray", 0, toArray},
};

}  // namespace

Natives shapeNatives() { return kShapeNatives; }

}  // namespace tenon::expr
