// SPDX-License-Identifier: Apache-2.0
#include "run/wide_integer.h"

#include <charconv>
#include <cstdint>
#include <vector>

#include "tenon/fields.h"

namespace tenon::run {
namespace {

struct Open {
    bool array;
    std::size_t index = 0;
    std::string_view name{};  // as it is quoted
};

std::string pointerOf(const std::vector<Open>& open) {
    std::string out;
    for (const auto& one : open)
        out += one.array ? "/" + std::to_string(one.index) : fields::pointerPart(one.name);
    return out;
}

bool isWide(std::string_view number) {
    if (number.find_first_of(".eE") != number.npos) return false;
    std::int64_t ignored = 0;
    return std::from_chars(number.data(), number.data() + number.size(), ignored).ec ==
           std::errc::result_out_of_range;
}

}  // namespace

std::optional<WideInteger> wideInteger(std::string_view json) {
    std::vector<Open> open;
    std::string_view text;  // the last
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') {
            const auto begin = ++i;
            while (i < json.size() && json[i] != '"') i += json[i] == '\\' ? 2 : 1;
            text = json.substr(begin, i - begin);
        } else if (c == '[' || c == '{') {
            open.push_back({c == '['});
        } else if ((c == ']' || c == '}') && !open.empty()) {
            open.pop_back();
        } else if (c == ':' && !open.empty()) {
            open.back().name = text;
        } else if (c == ',' && !open.empty()) {
            ++open.back().index;
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            const auto end = std::min(json.find_first_not_of("+-.0123456789eE", i), json.size());
            const auto number = json.substr(i, end - i);
            if (isWide(number)) return WideInteger{pointerOf(open), std::string(number)};
            i = end - 1;
        }
    }
    return std::nullopt;
}

}  // namespace tenon::run
