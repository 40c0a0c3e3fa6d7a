// SPDX-License-Identifier: Apache-2.0
// Texts that remember whether a secret is in them: what is made of a secret is one.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "tenon/value.h"

namespace tenon::expr {

// The text of a string or a secret; nullptr for other kinds. A secret's text may be computed with;
// what is made of it is handed on as Text.
inline const std::string* textOf(const Value& value) { return value.revealText(); }

// Collects a text from parts.
class Text {
  public:
    Text() = default;
    explicit Text(std::string bytes, bool secret = false)
        : bytes_(std::move(bytes)), secret_(secret) {}

    // A literal part.
    Text& operator+=(std::string_view part) {
        bytes_ += part;
        return *this;
    }
    // `part` is a string or a secret.
    void add(const Value& part) {
        bytes_ += *textOf(part);
        secret_ = secret_ || part.secret();
    }
    void add(const Text& part) {
        bytes_ += part.bytes_;
        secret_ = secret_ || part.secret_;
    }
    void hide(bool secret = true) { secret_ = secret_ || secret; }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] bool secret() const { return secret_; }
    // A secret or a string.
    [[nodiscard]] Value value() && {
        if (secret_) return Secret(std::move(bytes_));
        return std::move(bytes_);
    }

  private:
    std::string bytes_;
    bool secret_ = false;
};

// A part of a text, or what was made of one, as secret as that.
inline Value like(const Value& origin, std::string made) {
    if (origin.secret()) return Secret(std::move(made));
    return made;
}

// The names of members that were made of secrets: an object cannot hold them otherwise.
using SecretNames = std::set<std::string, std::less<>>;

// How the language writes it: `tojson`. A secret in it makes the whole text one. What is behind
// `most` bytes is not looked at: a value whose parts are shared may be larger than any memory.
Text written(const Value& value, const SecretNames& names, std::size_t most = SIZE_MAX);
// `tostring`: a text as it is, else as written.
Text shown(const Value& value, const SecretNames& names);

// "null", "boolean", "number", "string", "array", "object". A secret is a string.
const char* kindName(const Value& value);

}  // namespace tenon::expr
