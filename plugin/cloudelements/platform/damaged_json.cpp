// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/platform/damaged_json.h"

#include <algorithm>

#include "tenon/json.h"

namespace cloudelements {
namespace {

using tenon::Value;

// How many bytes of UTF-8 begin the text; 0 where the first byte begins no character.
std::size_t characterAt(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x80) return 1;
    const std::size_t size = byte(0) >= 0xf0 && byte(0) < 0xf5   ? 4
                             : byte(0) >= 0xe0                   ? 3
                             : byte(0) >= 0xc2 && byte(0) < 0xe0 ? 2
                                                                 : 0;
    if (size == 0 || byte(0) >= 0xf5 || size > text.size()) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if ((byte(i) & 0xc0) != 0x80) return 0;
    const bool tooLong = (byte(0) == 0xe0 && byte(1) < 0xa0) || (byte(0) == 0xf0 && byte(1) < 0x90);
    const bool none = (byte(0) == 0xed && byte(1) > 0x9f) || (byte(0) == 0xf4 && byte(1) > 0x8f);
    return tooLong || none ? 0 : size;
}

constexpr std::string_view kBlank = " \t\r\n";

// Walks an object's members; every function gives an empty text where it breaks off.
class Walk {
  public:
    explicit Walk(std::string_view text) : text_(text) {}

    bool take(char c) {
        text_.remove_prefix(std::min(text_.find_first_not_of(kBlank), text_.size()));
        if (!text_.starts_with(c)) return false;
        text_.remove_prefix(1);
        return true;
    }
    // A value as it stands, from its first byte to its last.
    std::string_view value() {
        text_.remove_prefix(std::min(text_.find_first_not_of(kBlank), text_.size()));
        std::size_t depth = 0, at = 0;
        for (; at < text_.size(); ++at) {
            const char c = text_[at];
            if (c == '"') {
                at = endOfString(at);
                if (at == text_.npos) return {};
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if (c == '}' || c == ']' || c == ',') {
                if (depth == 0) return cut(at);
                if (c != ',') --depth;
                if (depth == 0 && c != ',') return cut(at + 1);
                continue;
            }
            if (depth == 0 && c == '"') return cut(at + 1);
        }
        return {};
    }

  private:
    [[nodiscard]] std::size_t endOfString(std::size_t begin) const {
        for (std::size_t at = begin + 1; at < text_.size(); ++at) {
            if (text_[at] == '\\')
                ++at;
            else if (text_[at] == '"')
                return at;
        }
        return text_.npos;
    }
    std::string_view cut(std::size_t size) {
        const auto out = text_.substr(0, size);
        text_.remove_prefix(size);
        return out;
    }

    std::string_view text_;
};

Value membersOf(std::string_view text) {
    Walk walk(text);
    if (!walk.take('{')) return {};
    tenon::Object out;
    do {
        const auto name = tenon::json::read(walk.value());
        if (!name || !name.value().string() || !walk.take(':')) break;
        const auto written = walk.value();
        if (written.empty()) break;
        if (auto value = tenon::json::read(written, tenon::json::Reading::lenient))
            out.set(*name.value().string(), std::move(value).value());
    } while (walk.take(','));
    return out;
}

}  // namespace

std::string repaired(std::string_view text) {
    std::string out;
    const auto isPlain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    while (!text.empty()) {
        const auto* plain = std::find_if_not(text.begin(), text.end(), isPlain);
        out.append(text.begin(), plain);
        text.remove_prefix(static_cast<std::size_t>(plain - text.begin()));
        if (text.empty()) break;
        const std::size_t size = characterAt(text);
        out += size == 0 ? std::string_view("\xef\xbf\xbd") : text.substr(0, size);
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return out;
}

std::string_view withoutMark(std::string_view text) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    return text;
}

Value readDamaged(std::string_view text) {
    const std::string whole = repaired(withoutMark(text));
    auto value = tenon::json::read(whole, tenon::json::Reading::lenient);
    if (value) return value.value().object() ? std::move(value).value() : Value();
    return membersOf(whole);
}

}  // namespace cloudelements
