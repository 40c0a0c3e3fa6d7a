// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/once/tag.h"

#include <Poco/SHA2Engine.h>

namespace cloudelements {

std::string tagOf(std::string_view idempotencyKey) {
    constexpr const char* digits = "abcdefghijklmnopqrstuvwxyz234567";
    Poco::SHA2Engine engine;
    engine.update(idempotencyKey.data(), idempotencyKey.size());
    auto bytes = engine.digest();
    bytes.resize(16);
    std::string out = "tenon-";
    unsigned held = 0;  // bits that are not written yet
    int count = 0;
    for (const unsigned byte : bytes) {
        held = (held << 8 | byte) & 0xfff;
        for (count += 8; count >= 5; count -= 5) out += digits[held >> (count - 5) & 31];
    }
    return out + digits[held << (5 - count) & 31];
}

}  // namespace cloudelements
