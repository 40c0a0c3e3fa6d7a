// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/platform/secret_keys.h"

#include <Poco/String.h>

#include <algorithm>
#include <array>

namespace cloudelements {
namespace {

constexpr std::size_t kShortestMask = 4;

bool isMask(std::string_view text) {
    return text.size() >= kShortestMask && text.find_first_not_of('*') == text.npos;
}

}  // namespace

bool namesSecret(std::string_view key) {
    constexpr std::array<std::string_view, 9> words{
        "password", "passwd", "pwd", "secret", "token", "key", "pin", "credentials", "passphrase"};
    const auto before = key.find_last_of("._- ");
    const std::string last =
        Poco::toLower(std::string(before == key.npos ? key : key.substr(before + 1)));
    // "apiKey", "clientSecret": words that are written together.
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) {
                           return last == word || (word.size() > 4 && last.ends_with(word));
                       }) ||
           last.ends_with("apikey");
}

tenon::Value guarded(std::string_view key, const tenon::Value& value) {
    const auto* text = value.string();
    if (!text || text->empty() || isMask(*text) || !namesSecret(key)) return value;
    return tenon::Secret(*text);
}

bool holdsMask(const tenon::Value& value) {
    if (const auto* text = value.revealText()) return isMask(*text);
    if (const auto* array = value.array())
        return std::any_of(array->begin(), array->end(), holdsMask);
    if (const auto* object = value.object())
        return std::any_of(object->begin(), object->end(),
                           [](const auto& member) { return holdsMask(member.value); });
    return false;
}

}  // namespace cloudelements
