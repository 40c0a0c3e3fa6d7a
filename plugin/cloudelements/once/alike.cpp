// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/once/alike.h"

#include <optional>

#include "cloudelements/platform/secret_keys.h"
#include "tenon/json.h"

namespace cloudelements {
namespace {

std::optional<std::string> plainText(const tenon::Value& value) {
    if (value.isNull() || value.secret() || value.object() || value.array() || holdsMask(value))
        return std::nullopt;
    return value.string() ? *value.string() : tenon::json::write(value);
}

}  // namespace

bool mayBeAlike(const std::string& key, const tenon::Value& sent, const tenon::Value& shown) {
    if (namesSecret(key)) return true;
    const auto ours = plainText(sent), its = plainText(shown);
    return !ours || !its || *ours == *its;
}

}  // namespace cloudelements
