// SPDX-License-Identifier: Apache-2.0
// Configuration of an instance is a free map: which of its values are secrets, their keys say.
#pragma once

#include <string>
#include <string_view>

#include "tenon/value.h"

namespace cloudelements {

// "password", "oauth.api.secret", "event.notification.signature.key": keys whose last word names a
// secret.
bool namesSecret(std::string_view key);

// The value as a Secret where its key names one. A mask stays a text: it is none.
tenon::Value guarded(std::string_view key, const tenon::Value& value);

// Is the mask that the platform shows instead of a secret, asterisks alone, anywhere in it?
bool holdsMask(const tenon::Value& value);

}  // namespace cloudelements
