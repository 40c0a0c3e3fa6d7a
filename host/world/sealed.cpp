// SPDX-License-Identifier: Apache-2.0
#include "world/sealed.h"

#include "tenon/json.h"

namespace tenon::world {

Value sealed(const Value& value) {
    if (const auto* text = value.revealText()) return Secret(*text);
    if (const auto* array = value.array()) {
        Array out;
        for (const auto& item : *array) out.push_back(sealed(item));
        return out;
    }
    if (const auto* object = value.object()) {
        Object out;
        for (const auto& member : *object) out.set(member.name, sealed(member.value));
        return out;
    }
    return value.isNull() ? value : Value(Secret(json::write(value)));
}

}  // namespace tenon::world
