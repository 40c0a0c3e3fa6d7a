// SPDX-License-Identifier: Apache-2.0
// Numbers and texts as bytes, for the codec.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tenon::store {

// Writes at the end of a text; the caller owns it.
class ByteWriter {
  public:
    explicit ByteWriter(std::string& out) : out_(out) {}

    void byte(std::uint8_t b) { out_ += static_cast<char>(b); }
    // Seven bits a byte, the lowest first; the highest bit says that another follows.
    void number(std::uint64_t n) {
        for (; n >= 0x80; n >>= 7) byte(static_cast<std::uint8_t>(n | 0x80));
        byte(static_cast<std::uint8_t>(n));
    }
    // 0, -1, 1, -2, … as 0, 1, 2, 3, …
    void whole(std::int64_t i) {
        number((static_cast<std::uint64_t>(i) << 1) ^ static_cast<std::uint64_t>(i >> 63));
    }
    void text(std::string_view s) {
        number(s.size());
        out_ += s;
    }

  private:
    std::string& out_;
};

// What a reader throws where bytes are not what a writer wrote.
struct Damaged {};

// Reads from the front of bytes that outlive it. Throws Damaged.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] std::size_t left() const { return rest_.size(); }
    std::uint8_t byte() { return static_cast<std::uint8_t>(take(1)[0]); }
    std::uint64_t number() {
        std::uint64_t n = 0;
        for (unsigned shift = 0;; shift += 7) {
            const std::uint64_t b = byte();
            // The tenth byte has room for one bit; none is written that says nothing.
            if (shift == 63 && b > 1) throw Damaged();
            if (shift > 0 && b == 0) throw Damaged();
            n |= (b & 0x7f) << shift;
            if (b < 0x80) return n;
        }
    }
    std::int64_t whole() {
        const auto n = number();
        return static_cast<std::int64_t>(n >> 1) ^ -static_cast<std::int64_t>(n & 1);
    }
    // A number of things of which each takes `size` bytes at least.
    std::size_t count(std::size_t size) {
        const auto n = number();
        if (n > left() / size) throw Damaged();
        return static_cast<std::size_t>(n);
    }
    std::string_view take(std::size_t size) {
        if (size > left()) throw Damaged();
        const auto taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::string text() { return std::string(take(count(1))); }

  private:
    std::string_view rest_;
};

}  // namespace tenon::store
