// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace cloudelements::sandbox {

// "sha256=" and the base64 of the HMAC-SHA256 of the body.
std::string signatureOf(const std::string& key, const std::string& body);

}  // namespace cloudelements::sandbox
