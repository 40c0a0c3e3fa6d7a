// SPDX-License-Identifier: Apache-2.0
#include "store/state/asked_before.h"

#include <algorithm>

namespace tenon::store {
namespace {

std::string renamed(std::string text, const std::string& id, const std::string& other) {
    for (auto at = text.find(id); at != text.npos; at = text.find(id, at + other.size()))
        text.replace(at, id.size(), other);
    return text;
}

Value renamed(const Value& value, const std::string& id, const std::string& other) {
    if (const auto* text = value.string()) return renamed(*text, id, other);
    if (const auto* items = value.array()) {
        Array out;
        for (const auto& item : *items) out.push_back(renamed(item, id, other));
        return out;
    }
    if (const auto* members = value.object()) {
        Object out;
        for (const auto& [name, member] : *members)
            out.set(renamed(name, id, other), renamed(member, id, other));
        return out;
    }
    return value;
}

}  // namespace

bool wasAsked(const world::Question& question, const std::string& digest, const RunSeal& seal,
              const std::string& id) {
    return std::any_of(seal.earlier().begin(), seal.earlier().end(), [&](const auto& other) {
        auto asked = question;
        asked.what = renamed(question.what, id, other);
        return seal.digest(asked) == digest;
    });
}

}  // namespace tenon::store
