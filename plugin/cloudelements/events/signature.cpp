// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/events/signature.h"

#include <Poco/Base64Encoder.h>
#include <Poco/HMACEngine.h>
#include <Poco/SHA2Engine.h>

#include <sstream>

namespace cloudelements {
namespace {

// With the sizes that HMACEngine asks for.
struct Sha256 : Poco::SHA2Engine {
    enum { BLOCK_SIZE = 64, DIGEST_SIZE = 32 };
};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

}  // namespace

std::string signatureOf(std::string_view body, const tenon::Secret& key) {
    const std::string& bytes = key.reveal();
    Poco::HMACEngine<Sha256> engine(bytes.data(), bytes.size());
    engine.update(body.data(), body.size());
    const auto& digest = engine.digest();
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.write(reinterpret_cast<const char*>(digest.data()),
                  static_cast<std::streamsize>(digest.size()));
    encoder.close();
    return "sha256=" + out.str();
}

bool signatureFits(std::string_view signature, std::string_view body, const tenon::Secret& key) {
    if (key.empty()) return false;
    const std::string wanted = signatureOf(body, key);
    const auto found = trimmed(signature);
    // How long it is, everybody knows.
    if (found.size() != wanted.size()) return false;
    volatile unsigned char different = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        different = static_cast<unsigned char>(different |
                                               static_cast<unsigned char>(wanted[i] ^ found[i]));
    return different == 0;
}

}  // namespace cloudelements
