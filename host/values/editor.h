// SPDX-License-Identifier: Apache-2.0
// Changing a value in place where nobody else holds what is in it.
#pragma once

#include <memory>

#include "tenon/value.h"

namespace tenon {
inline namespace v1 {

class ValueEditor {
  public:
    // What is in it, to be changed: a copy of its own where others share it. The value must be one;
    // whatever is put in is told by holds().
    static Array& array(Value& value) { return alone<Array>(value); }
    static Object& object(Value& value) { return alone<Object>(value); }
    static std::string& text(Value& value) { return std::get<std::string>(value.data_); }
    // Would that copy it?
    static bool shared(const Value& value) {
        if (const auto* array = std::get_if<std::shared_ptr<Array>>(&value.data_))
            return array->use_count() > 1;
        const auto* object = std::get_if<std::shared_ptr<Object>>(&value.data_);
        return object && object->use_count() > 1;
    }
    // `part` is in it now. What is taken out again leaves depth and mayHoldSecret() as they were.
    static void holds(Value& value, const Value& part) { value.holds(part); }

  private:
    template <class T>
    static T& alone(Value& value) {
        auto& held = std::get<std::shared_ptr<T>>(value.data_);
        // Copying counts with an order: what the last other holder did to it is seen from here on.
        const auto copy = held;
        if (copy.use_count() > 2) held = std::make_shared<T>(*copy);
        return *held;
    }
};

}  // namespace v1
}  // namespace tenon
