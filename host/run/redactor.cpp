// SPDX-License-Identifier: Apache-2.0
#include "run/redactor.h"

#include <Poco/URI.h>

#include <mutex>

#include "run/base64.h"
#include "tenon/json.h"

namespace tenon::run {
namespace {

std::string masked(const std::string& secret) {
    const std::string mask(kMask);
    const auto scheme = secret.find("://");
    if (scheme == std::string::npos || (!secret.starts_with("http"))) return mask;
    const auto path = secret.find_first_of("/?#", scheme + 3);
    if (secret.find('@') != std::string::npos) return mask;
    return path == std::string::npos ? secret : secret.substr(0, path + 1) + mask;
}

}  // namespace

void Redactor::learn(const Value& value) {
    if (const auto* secret = value.secret()) learnText(secret->reveal());
    if (const auto* array = value.array())
        for (const auto& item : *array) learn(item);
    if (const auto* object = value.object())
        for (const auto& member : *object) learn(member.value);
}

void Redactor::learnText(const std::string& secret) {
    if (secret.empty()) return;
    const std::unique_lock lock(mutex_);
    if (!known_.insert(secret).second || secret.size() < Masks::kShortest) return;
    const std::string shown = masked(secret);
    if (shown == secret) return;
    std::string quoted = json::write(Value(secret));
    quoted = quoted.substr(1, quoted.size() - 2);
    std::string encoded;
    Poco::URI::encode(secret, "!#$&'()*+,/:;=?@[]", encoded);
    std::string packed = base64(secret);
    packed.resize(packed.find_last_not_of('=') + 1);  // some write it without padding
    for (const auto& form : {secret, quoted, encoded, packed}) masks_.add(form, shown);
}

std::string Redactor::text(std::string_view text) const {
    const std::shared_lock lock(mutex_);
    if (text.size() < Masks::kShortest)
        return std::string(known_.contains(std::string(text)) ? kMask : text);
    return masks_.apply(text);
}

Error Redactor::error(Error error) const {
    error.title = text(error.title);
    error.detail = text(error.detail);
    error.requestId = text(error.requestId);
    return error;
}

Value Redactor::value(const Value& value) const {
    if (value.secret()) return kMask;
    if (const auto* string = value.string()) return text(*string);
    if (const auto* array = value.array()) {
        Array out;
        for (const auto& item : *array) out.push_back(this->value(item));
        return out;
    }
    if (const auto* object = value.object()) {
        Object out;
        for (const auto& member : *object) out.set(text(member.name), this->value(member.value));
        return out;
    }
    return value;
}

}  // namespace tenon::run
