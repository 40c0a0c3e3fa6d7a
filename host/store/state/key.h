// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "store/state.h"
#include "tenon/error.h"

namespace tenon::store {

// 256 bits that are secret. They are wiped from memory with the object, and where it was moved
// from. Thread: a value's.
class Key {
  public:
    static constexpr std::size_t kSize = 32;

    // Exactly kSize bytes.
    explicit Key(std::string_view bytes);
    // Blanks around it are ignored. A pipe is waited for.
    // Errors: `configuration`, titles "key file" and "permissions" (where others may read it).
    static Result<Key> read(const KeySource& source);
    // By chance. Throws StepError (runtime) where the machine has none to give.
    static Key fresh();

    ~Key();
    Key(const Key&) = delete;
    Key(Key&& other) noexcept;
    Key& operator=(const Key&) = delete;
    Key& operator=(Key&&) = delete;

    [[nodiscard]] const unsigned char* data() const { return bytes_.data(); }
    [[nodiscard]] std::string_view bytes() const {
        return {reinterpret_cast<const char*>(bytes_.data()), kSize};
    }

  private:
    Key() = default;

    std::array<unsigned char, kSize> bytes_{};
};

// As newKeyFile().
std::optional<Error> writeNewKey(const std::string& path);

}  // namespace tenon::store
