// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/hidden.h"

#include <Poco/String.h>

#include <algorithm>

#include "cloudelements/platform/quotes.h"
#include "cloudelements/platform/secret_keys.h"

namespace cloudelements {
namespace {

using tenon::Value;

// No word of a sentence is as long.
constexpr std::size_t kShortestCredential = 20;

// Headers, and members of documents, name more than a configuration does.
bool hides(std::string_view name) {
    constexpr std::string_view parts[] = {"authorization", "password", "secret",
                                          "token",         "cookie",   "credential",
                                          "signature",     "api-key",  "api_key"};
    const auto lower = Poco::toLower(std::string(name));
    return namesSecret(name) || std::any_of(std::begin(parts), std::end(parts), [&](auto part) {
               return lower.find(part) != lower.npos;
           });
}

// Where a credential begins after the word that announces one, and its size.
struct Found {
    std::size_t at = std::string::npos, size = 0;
};

Found credentialIn(std::string_view text, std::size_t from) {
    constexpr std::string_view words[] = {"User ", "Organization ", "Element ", "Bearer ",
                                          "Basic "};
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_.~-";
    Found first;
    for (const auto word : words)
        for (auto at = text.find(word, from); at != text.npos; at = text.find(word, at + 1)) {
            const auto begin = at + word.size();
            const auto size = std::min(text.find_first_not_of(allowed, begin), text.size()) - begin;
            if (size >= kShortestCredential && begin < first.at) first = {begin, size};
        }
    return first;
}

}  // namespace

Hidden::Hidden(Value sent) : sent_(std::move(sent)), known_(secretsIn(sent_)) {}

bool Hidden::isIn(std::string_view text) const {
    return credentialIn(text, 0).at != text.npos ||
           std::any_of(known_.begin(), known_.end(),
                       [&](std::string_view secret) { return text.find(secret) != text.npos; });
}

Value Hidden::in(const Value& value, std::string_view name) const {
    if (const auto* text = value.string())
        return !text->empty() && !holdsMask(value) && (hides(name) || isIn(*text))
                   ? Value(tenon::Secret(*text))
                   : value;
    if (const auto* array = value.array()) {
        tenon::Array out;
        for (const auto& item : *array) out.push_back(in(item, name));
        return out;
    }
    if (const auto* object = value.object()) {
        tenon::Object out;
        for (const auto& member : *object)
            out.set(member.name, in(member.value, hides(name) ? name : member.name));
        return out;
    }
    return value;
}

std::string withoutCredentials(std::string text) {
    for (auto found = credentialIn(text, 0); found.at != text.npos;
         found = credentialIn(text, found.at + tenon::kMask.size()))
        text.replace(found.at, found.size, tenon::kMask);
    return text;
}

}  // namespace cloudelements
