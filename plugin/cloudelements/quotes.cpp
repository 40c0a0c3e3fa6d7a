// SPDX-License-Identifier: Apache-2.0
#include "quotes.h"

#include <Poco/String.h>

#include <algorithm>

namespace cloudelements {
namespace {

constexpr std::size_t kLongestQuote = 500;
// A shorter secret stands in too many other words to be taken out of them.
constexpr std::size_t kShortestSecret = 4;

void collect(const tenon::Value& value, std::vector<std::string_view>& secrets) {
    if (const auto* secret = value.secret(); secret && secret->reveal().size() >= kShortestSecret)
        secrets.push_back(secret->reveal());
    if (const auto* array = value.array())
        for (const auto& item : *array) collect(item, secrets);
    if (const auto* object = value.object())
        for (const auto& member : *object) collect(member.value, secrets);
}

void blankControls(std::string& text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        // U+0080 to U+009F, which terminals obey as well, are two bytes.
        const bool wide = byte(i) == 0xc2 && i + 1 < text.size() && byte(i + 1) < 0xa0;
        if (wide) text[i++] = ' ';
        if (wide || byte(i) < 0x20 || byte(i) == 0x7f) text[i] = ' ';
    }
}

}  // namespace

Quotes::Quotes(tenon::Value sent) : sent_(std::move(sent)) {
    collect(sent_, secrets_);
    std::sort(secrets_.begin(), secrets_.end(), [](auto a, auto b) { return a.size() > b.size(); });
}

std::string Quotes::of(std::string text) const {
    for (const auto secret : secrets_)
        for (auto at = text.find(secret); at != text.npos;
             at = text.find(secret, at + tenon::kMask.size()))
            text.replace(at, secret.size(), tenon::kMask);
    blankControls(text);
    Poco::trimInPlace(text);
    if (text.size() <= kLongestQuote) return text;
    std::size_t end = kLongestQuote;
    while ((static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end) + "...";
}

}  // namespace cloudelements
