// SPDX-License-Identifier: Apache-2.0
#include "events/signature.h"

#include <Poco/Base64Encoder.h>
#include <Poco/SHA2Engine.h>

#include <sstream>

namespace cloudelements::sandbox {
namespace {

std::string digest(const std::string& bytes) {
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    engine.update(bytes);
    const auto& out = engine.digest();
    return {out.begin(), out.end()};
}

// RFC 2104. Poco's own HMACEngine takes no engine that has to be told which SHA-2 it is.
std::string hmac(std::string key, const std::string& bytes) {
    constexpr std::size_t block = 64;
    if (key.size() > block) key = digest(key);
    key.resize(block, '\0');
    std::string inner = key, outer = key;
    for (auto& c : inner) c = static_cast<char>(c ^ 0x36);
    for (auto& c : outer) c = static_cast<char>(c ^ 0x5c);
    return digest(outer + digest(inner + bytes));
}

}  // namespace

std::string signatureOf(const std::string& key, const std::string& body) {
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.rdbuf()->setLineLength(0);
    encoder << hmac(key, body);
    encoder.close();
    return "sha256=" + out.str();
}

}  // namespace cloudelements::sandbox
