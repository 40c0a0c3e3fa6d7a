// SPDX-License-Identifier: Apache-2.0
#include "store/state/seal.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <limits>
#include <memory>

namespace tenon::store {
namespace {

constexpr char kWrapped = 0, kSealed = 1;
constexpr std::size_t kNonce = 12, kTag = 16, kSum = 8;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

[[noreturn]] void fail(const char* what) {
    throw StepError(makeError(ErrorKind::runtime, "encryption",
                              std::string("OpenSSL could not ") + what + "."));
}

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

// Looked up once: OpenSSL's short ways do it for each record, under a lock of all threads.
const EVP_CIPHER* aes() {
    static const EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    return cipher;
}

using Mac = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;

// Of HMAC-SHA256, and no key yet.
Mac newMac() {
    EVP_MAC* const hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    Mac out(EVP_MAC_CTX_new(hmac), EVP_MAC_CTX_free);
    EVP_MAC_free(hmac);
    char digest[] = "SHA256";
    const OSSL_PARAM settings[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_end()};
    if (out && EVP_MAC_CTX_set_params(out.get(), settings) != 1) out.reset();
    return out;
}

// OpenSSL counts with int.
int sizeOf(std::string_view text) {
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        fail("seal a record of more than 2 GB");
    return static_cast<int>(text.size());
}

Error doesNotOpen() {
    return makeError(ErrorKind::runtime, "sealed",
                     "A sealed record does not open: its bytes were changed or moved, or it was "
                     "sealed with another key.");
}

std::string sum(std::string_view place, std::string_view plain) {
    return keyedDigest(place, plain).substr(0, kSum);
}

}  // namespace

std::string seal(const Key& key, std::string_view place, std::string_view plain) {
    std::string record = kSealed + randomBytes(kNonce);
    record.resize(1 + kNonce + plain.size() + kTag);
    auto* const nonce = bytesOf(record) + 1;
    auto* const body = nonce + kNonce;
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int size = 0, rest = 0;
    if (!cipher || EVP_EncryptInit_ex(cipher.get(), aes(), nullptr, key.data(), nonce) != 1 ||
        EVP_EncryptUpdate(cipher.get(), nullptr, &size, bytesOf(place), sizeOf(place)) != 1 ||
        EVP_EncryptUpdate(cipher.get(), body, &size, bytesOf(plain), sizeOf(plain)) != 1 ||
        EVP_EncryptFinal_ex(cipher.get(), body + size, &rest) != 1 ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTag, body + plain.size()) != 1)
        fail("seal a record");
    return record;
}

Result<std::string> unseal(const Key& key, std::string_view place, std::string_view record) {
    if (!isSealed(record) || record.size() < 1 + kNonce + kTag) return doesNotOpen();
    const auto nonce = record.substr(1, kNonce);
    const auto body = record.substr(1 + kNonce, record.size() - 1 - kNonce - kTag);
    std::string tag(record.substr(record.size() - kTag));
    std::string plain(body.size(), '\0');
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int size = 0, rest = 0;
    if (!cipher ||
        EVP_DecryptInit_ex(cipher.get(), aes(), nullptr, key.data(), bytesOf(nonce)) != 1 ||
        EVP_DecryptUpdate(cipher.get(), nullptr, &size, bytesOf(place), sizeOf(place)) != 1 ||
        EVP_DecryptUpdate(cipher.get(), bytesOf(plain), &size, bytesOf(body), sizeOf(body)) != 1 ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTag, tag.data()) != 1)
        fail("open a sealed record");
    if (EVP_DecryptFinal_ex(cipher.get(), bytesOf(plain) + size, &rest) != 1) return doesNotOpen();
    return plain;
}

std::string wrap(std::string_view place, std::string_view plain) {
    std::string record(1, kWrapped);
    record += sum(place, plain);
    return record.append(plain);
}

Result<std::string> unwrap(std::string_view place, std::string_view record) {
    if (record.size() > kSum && record[0] == kWrapped) {
        const auto plain = record.substr(1 + kSum);
        if (sum(place, plain) == record.substr(1, kSum)) return std::string(plain);
    }
    return makeError(ErrorKind::runtime, "damaged",
                     "A record of a run cannot be read: its bytes are damaged, or a newer Tenon "
                     "wrote them.");
}

bool isSealed(std::string_view record) { return !record.empty() && record[0] == kSealed; }

std::string keyedDigest(std::string_view key, std::string_view text) {
    thread_local const Mac mac = newMac();
    std::string digest(32, '\0');
    std::size_t size = 0;
    if (!mac || EVP_MAC_init(mac.get(), bytesOf(key), key.size(), nullptr) != 1 ||
        EVP_MAC_update(mac.get(), bytesOf(text), text.size()) != 1 ||
        EVP_MAC_final(mac.get(), bytesOf(digest), &size, digest.size()) != 1)
        fail("make a digest");
    return digest;
}

std::string randomBytes(std::size_t size) {
    // OpenSSL's generator asks twice for the process's number before it gives any.
    std::string bytes(size, '\0');
    if (::getentropy(bytes.data(), size) != 0)
        throw StepError(
            makeError(ErrorKind::runtime, "randomness",
                      "The machine has no random bytes to give; nothing can be sealed."));
    return bytes;
}

}  // namespace tenon::store
