// SPDX-License-Identifier: Apache-2.0
// The sum of all items, in time that grows with their sizes alone.
#include <optional>
#include <variant>

#include "natives/collections.h"
#include "natives/room.h"
#include "values/number.h"

namespace tenon::expr {
namespace {

// What was added so far. Texts, arrays and objects grow in place.
class Sum {
  public:
    explicit Sum(Machine& machine) : machine_(machine) {}

    bool add(const Value& next) {
        if (next.isNull()) return true;
        auto* plain = std::get_if<Value>(&sum_);
        if (plain && plain->isNull()) return begin(next);
        if (plain && plain->isNumber() && next.isNumber()) return addNumber(*plain, next);
        if (auto* text = std::get_if<Text>(&sum_); text && textOf(next)) return grow(*text, next);
        if (auto* array = std::get_if<Array>(&sum_); array && next.array())
            return grow(*array, *next.array());
        if (auto* object = std::get_if<Object>(&sum_); object && next.object())
            return grow(*object, *next.object());
        return machine_.fail(machine_.quoted(value()) + " and " + machine_.quoted(next) +
                             " cannot be added");
    }

    [[nodiscard]] Value value() {
        if (auto* text = std::get_if<Text>(&sum_)) return std::move(*text).value();
        if (auto* array = std::get_if<Array>(&sum_)) return std::move(*array);
        if (auto* object = std::get_if<Object>(&sum_)) return std::move(*object);
        return std::move(std::get<Value>(sum_));
    }

  private:
    bool begin(const Value& first) {
        if (textOf(first)) return grow(sum_.emplace<Text>(), first);
        if (first.array()) return grow(sum_.emplace<Array>(), *first.array());
        if (first.object()) return grow(sum_.emplace<Object>(), *first.object());
        sum_ = first;
        return true;
    }

    bool grow(Text& text, const Value& next) {
        if (!roomForText(machine_, textOf(next)->size())) return false;
        text.add(next);
        return true;
    }
    bool grow(Array& array, const Array& next) {
        if (!roomFor(machine_, next.size())) return false;
        array.insert(array.end(), next.begin(), next.end());
        return true;
    }
    bool grow(Object& object, const Object& next) {
        if (!roomFor(machine_, 2 * next.size())) return false;
        for (const auto& member : next) {
            if (!roomForText(machine_, member.name.size())) return false;
            object.set(member.name, member.value);
        }
        return true;
    }

    bool addNumber(Value& sum, const Value& next) {
        std::int64_t exact = 0;
        if (sum.integer() && next.integer() &&
            !__builtin_add_overflow(*sum.integer(), *next.integer(), &exact)) {
            sum = exact;
            return true;
        }
        for (const auto* operand : {static_cast<const Value*>(&sum), &next})
            if (!real(*operand))
                return machine_.fail(machine_.excerpt(*operand) +
                                     " has more than 64 bits and cannot be computed with");
        sum = number(*real(sum) + *real(next));
        return true;
    }

    Machine& machine_;
    std::variant<Value, Text, Array, Object> sum_;
};

bool add(Call& call) {
    Sum sum(call.machine);
    if (!eachOf(call.machine, call.in, [&](const Value& next) { return sum.add(next); }))
        return false;
    call.out = sum.value();
    return true;
}

constexpr Native kSumNatives[] = {{"add", 0, add}};

}  // namespace

Natives sumNatives() { return kSumNatives; }

}  // namespace tenon::expr
