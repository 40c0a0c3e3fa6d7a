// SPDX-License-Identifier: Apache-2.0
#include "store/state/run_seal.h"

#include <string.h>

#include "store/codec.h"
#include "store/state/seal.h"

namespace tenon::store {
namespace {

// Sixteen bytes, a word, a zero, the rest: no two places are the same bytes.
std::string placeOf(const std::string& uuid, std::string_view column, std::string_view position) {
    auto place = uuid;
    place += column;
    place += '\0';
    place += position;
    return place;
}

}  // namespace

RunSeal RunSeal::fresh(const Key* master) {
    return {randomBytes(16), master ? std::optional<Key>(Key::fresh()) : std::nullopt};
}

Result<RunSeal> RunSeal::kept(const Key* master, std::string uuid, std::string_view wrapped) {
    if (!master) return RunSeal(std::move(uuid), std::nullopt);
    auto key = unseal(*master, placeOf(uuid, "run.key", ""), wrapped);
    if (!key) return key.error();
    Key own(key.value());
    explicit_bzero(key.value().data(), key.value().size());
    return RunSeal(std::move(uuid), std::move(own));
}

std::string RunSeal::wrappedKey(const Key* master) const {
    return master && key_ ? seal(*master, placeOf(uuid_, "run.key", ""), key_->bytes()) : "";
}

std::string RunSeal::close(std::string_view column, std::string_view position,
                           std::string_view plain) const {
    const auto place = placeOf(uuid_, column, position);
    return key_ ? seal(*key_, place, plain) : wrap(place, plain);
}

Result<std::string> RunSeal::open(std::string_view column, std::string_view position,
                                  std::string_view record) const {
    const auto place = placeOf(uuid_, column, position);
    return key_ ? unseal(*key_, place, record) : unwrap(place, record);
}

std::string RunSeal::digest(const world::Question& question) const {
    auto text = placeOf(std::string(1, static_cast<char>(question.kind)), question.position, "");
    text += encode(question.what, Secrets::left);
    return keyedDigest(digestKey(), text);
}

}  // namespace tenon::store
