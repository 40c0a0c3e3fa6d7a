// SPDX-License-Identifier: Apache-2.0
// A text that must not be shown: a password, a token, an API key. It prints as ******** everywhere;
// only reveal() gives the text, so that every place where a secret leaves can be found with grep.
#pragma once

#include <string.h>

#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tenon {
inline namespace v1 {

// What stands where a secret would.
inline constexpr std::string_view kMask = "********";

// Value type; copies are independent. What it holds itself is overwritten when it goes, also where
// it is moved away. Of texts that it was made of, and that reveal() was copied to, it knows
// nothing.
// Thread: a value's.
class Secret {
  public:
    Secret() = default;
    explicit Secret(std::string text) : text_(std::move(text)) { wipe(text); }
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept : text_(std::move(other.text_)) { wipe(other.text_); }
    Secret& operator=(const Secret& other) {
        if (this != &other) {
            wipe(text_);
            text_ = other.text_;
        }
        return *this;
    }
    Secret& operator=(Secret&& other) noexcept {
        if (this != &other) {
            wipe(text_);
            text_ = std::move(other.text_);
            wipe(other.text_);
        }
        return *this;
    }
    constexpr ~Secret() { wipe(text_); }

    // The text itself. For the request that needs it, never for a message.
    [[nodiscard]] const std::string& reveal() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

    friend bool operator==(const Secret& a, const Secret& b) { return a.text_ == b.text_; }
    friend std::ostream& operator<<(std::ostream& out, const Secret&) { return out << kMask; }

  private:
    // Also what is left over: a short text stays in place where it was moved from.
    static constexpr void wipe(std::string& text) noexcept {
        if (std::is_constant_evaluated()) return;
        text.resize(text.capacity());
        explicit_bzero(text.data(), text.size());
        text.clear();
    }

    std::string text_;
};

}  // namespace v1
}  // namespace tenon
