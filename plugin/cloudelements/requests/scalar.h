// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/json.h"

namespace cloudelements {

// As it stands in an address or a header: a text without quotes, all else as JSON.
inline std::string scalarText(const tenon::Value& value) {
    if (const auto* text = value.revealText()) return *text;
    return tenon::json::write(value, tenon::json::Secrets::reveal);
}

}  // namespace cloudelements
