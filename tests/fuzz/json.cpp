// SPDX-License-Identifier: Apache-2.0
// What was read and written is read again as the same.
#include "tenon/json.h"

#include "targets.h"

void fuzz::json(std::string_view bytes) {
    using namespace tenon::json;
    for (const auto reading : {Reading::strict, Reading::lenient}) {
        const auto value = read(bytes, reading);
        if (!value) continue;
        const std::string text = write(value.value());
        const auto again = read(text);
        if (!again || write(again.value()) != text) __builtin_trap();
    }
}
