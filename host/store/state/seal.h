// SPDX-License-Identifier: Apache-2.0
// Records that only the holder of a key can read, and nobody can change, move or exchange. Any
// thread. Throws StepError (runtime) where OpenSSL has no memory or no chance to give.
#pragma once

#include <string>
#include <string_view>

#include "store/state/key.h"

namespace tenon::store {

// version | nonce 12 | ciphertext | tag 16, by AES-256-GCM; `place` is what the record is for: it
// opens nowhere else.
std::string seal(const Key& key, std::string_view place, std::string_view plain);
// The Error says no more than that it does not open: runtime, "sealed".
Result<std::string> unseal(const Key& key, std::string_view place, std::string_view record);

// Where there is no key: version 0 | the first 8 bytes of keyedDigest(place, plain) | plain.
// Nothing is hidden, but damage is found.
std::string wrap(std::string_view place, std::string_view plain);
Result<std::string> unwrap(std::string_view place, std::string_view record);

// Was it sealed, and not wrapped?
bool isSealed(std::string_view record);

// HMAC-SHA256, 32 bytes.
std::string keyedDigest(std::string_view key, std::string_view text);

// So many random bytes, 256 at most.
std::string randomBytes(std::size_t size);

}  // namespace tenon::store
