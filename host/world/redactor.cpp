// SPDX-License-Identifier: Apache-2.0
#include "world/redactor.h"

#include <algorithm>
#include <cctype>
#include <mutex>
#include <optional>

#include "tenon/json.h"
#include "world/escapes.h"

namespace tenon::world {
namespace {

// A line of a key is worth hiding alone; "}" and "key: 1" are not.
constexpr std::size_t kShortestLine = 8;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\v\f";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

bool isHost(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == ':' ||
               c == '[' || c == ']';
    });
}

// The scheme and host that an http(s) address begins with; empty where it is none, or where more
// than a host stands there.
std::string_view originOf(std::string_view text) {
    std::size_t begin = 0;
    for (const std::string_view scheme : {"http://", "https://"})
        if (text.starts_with(scheme)) begin = scheme.size();
    if (begin == 0 || text.find('@') != text.npos) return {};
    const auto end = std::min(text.find_first_of("/?#", begin), text.size());
    return isHost(text.substr(begin, end - begin)) ? text.substr(0, end) : std::string_view();
}

std::string masked(const std::string& secret) {
    const auto origin = originOf(secret);
    if (origin.empty()) return std::string(kMask);
    if (origin.size() == secret.size()) return secret;
    return secret.substr(0, origin.size() + 1) + std::string(kMask);
}

// As `explode` gives a text; nothing where the numbers are none.
std::optional<std::string> textOfCodes(const Array& codes) {
    if (codes.size() < Masks::kShortest) return std::nullopt;
    std::string out;
    for (const auto& code : codes) {
        const auto* number = code.integer();
        if (!number || *number < 0 || *number > 0x10FFFF) return std::nullopt;
        out += utf8(static_cast<std::uint32_t>(*number));
    }
    return out;
}

}  // namespace

void Redactor::learn(const Value& value) {
    if (!value.mayHoldSecret()) return;
    if (const auto* secret = value.secret()) learnText(secret->reveal());
    if (const auto* array = value.array())
        for (const auto& item : *array) learn(item);
    if (const auto* object = value.object())
        for (const auto& member : *object) learn(member.value);
}

void Redactor::learnText(const std::string& secret) {
    // Most is known, and who only looks waits for nobody.
    {
        const std::shared_lock lock(mutex_);
        if (known_.contains(secret)) return;
    }
    const std::unique_lock lock(mutex_);
    learnOne(secret);
    const std::string_view inner = trimmed(secret);
    if (inner.size() != secret.size()) learnOne(std::string(inner));
    const auto isEnd = [](char c) { return c == '\r' || c == '\n'; };
    if (std::none_of(inner.begin(), inner.end(), isEnd)) return;
    for (const auto* at = inner.begin();; ++at) {
        const auto* end = std::find_if(at, inner.end(), isEnd);
        const auto line = trimmed({at, end});
        if (line.size() >= kShortestLine) learnOne(std::string(line));
        if (end == inner.end()) return;
        at = end;
    }
}

void Redactor::learnOne(const std::string& secret) {
    if (secret.empty() || !known_.insert(secret).second || secret.size() < Masks::kShortest) return;
    const std::string shown = masked(secret);
    if (shown == secret) return;
    masks_.add(secret, shown);
}

std::string Redactor::text(std::string_view text) const {
    if (text.empty()) return {};
    const std::shared_lock lock(mutex_);
    if (text.size() < Masks::kShortest)
        return std::string(known_.contains(std::string(text)) ? kMask : text);
    return masks_.apply(text);
}

Error Redactor::error(Error error) const {
    error.title = text(error.title);
    error.detail = text(error.detail);
    error.requestId = text(error.requestId);
    error.type = text(error.type);
    error.instance = text(error.instance);
    return error;
}

Value Redactor::value(const Value& value) const {
    if (value.secret()) return kMask;
    if (const auto* string = value.string()) return text(*string);
    if (value.isNumber()) {
        const std::string digits = json::write(value);
        const bool hidden = digits.size() >= Masks::kShortest && text(digits) != digits;
        return hidden ? Value(kMask) : value;
    }
    if (const auto* array = value.array()) {
        if (const auto codes = textOfCodes(*array); codes && text(*codes) != *codes) return kMask;
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

bool Redactor::inNames(const Value& value) const {
    if (const auto* array = value.array())
        return std::any_of(array->begin(), array->end(),
                           [this](const Value& item) { return inNames(item); });
    if (const auto* object = value.object())
        return std::any_of(object->begin(), object->end(), [this](const Member& member) {
            return text(member.name) != member.name || inNames(member.value);
        });
    return false;
}

bool hardToHide(std::string_view secret) {
    return !secret.empty() && secret.size() < Masks::kShortest;
}

}  // namespace tenon::world
