// SPDX-License-Identifier: Apache-2.0
// Who sent a notification: the platform signs it with the key that the instance was made with
// (configuration key event.notification.signature.key).
// Wire facts: the vendor's page "hash verification" and its open event listener; the header is
// Elements-Webhook-Signature: sha256=<base64 of HMAC-SHA256(key, body)>.
#pragma once

#include <string>
#include <string_view>

#include "tenon/secret.h"

namespace cloudelements {

inline constexpr std::string_view kSignatureHeader = "Elements-Webhook-Signature";

// The header's value for a body, byte for byte as it is sent.
std::string signatureOf(std::string_view body, const tenon::Secret& key);

// Is it the body's signature? The body is what came over the wire, before anything is parsed or
// converted. Takes as long for a signature that is nearly right as for any other. An empty key
// fits nothing, for anybody could sign with it.
bool signatureFits(std::string_view signature, std::string_view body, const tenon::Secret& key);

}  // namespace cloudelements
