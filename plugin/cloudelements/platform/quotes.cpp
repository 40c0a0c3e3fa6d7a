// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/platform/quotes.h"

#include <Poco/String.h>
#include <Poco/UTF8Encoding.h>

#include <algorithm>

namespace cloudelements {
namespace {

constexpr std::size_t kLongestQuote = 500;
constexpr std::size_t kShortestSecret = 4;

void collect(const tenon::Value& value, std::vector<std::string_view>& secrets) {
    if (const auto* secret = value.secret(); secret && secret->reveal().size() >= kShortestSecret)
        secrets.push_back(secret->reveal());
    if (const auto* array = value.array())
        for (const auto& item : *array) collect(item, secrets);
    if (const auto* object = value.object())
        for (const auto& member : *object) collect(member.value, secrets);
}

// What terminals obey, turns the direction of a text, breaks a line or hides a text in another.
bool steers(int code) {
    const auto in = [code](int from, int to) { return code >= from && code <= to; };
    return code < 0x20 || in(0x7f, 0x9f) || code == 0x61c || in(0x200e, 0x200f) ||
           in(0x2028, 0x202e) || in(0x2066, 0x206f) || code == 0xfeff || in(0xfff9, 0xfffb) ||
           in(0xe0000, 0xe007f);
}

// Also what is no UTF-8.
void blankControls(std::string& text) {
    static const Poco::UTF8Encoding utf8;
    for (std::size_t at = 0; at < text.size();) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
        const std::size_t wanted = *bytes < 0x80 ? 1 : *bytes < 0xe0 ? 2 : *bytes < 0xf0 ? 3 : 4;
        const int size = static_cast<int>(wanted);
        const bool whole = wanted <= text.size() - at && Poco::UTF8Encoding::isLegal(bytes, size);
        const std::size_t taken = whole ? wanted : 1;
        if (!whole || steers(utf8.queryConvert(bytes, size))) text.replace(at, taken, taken, ' ');
        at += taken;
    }
}

}  // namespace

std::vector<std::string_view> secretsIn(const tenon::Value& value) {
    std::vector<std::string_view> out;
    collect(value, out);
    return out;
}

Quotes::Quotes(tenon::Value sent, tenon::Quote* host)
    : host_(host), sent_(std::move(sent)), secrets_(secretsIn(sent_)) {
    std::sort(secrets_.begin(), secrets_.end(), [](auto a, auto b) { return a.size() > b.size(); });
}

std::string Quotes::of(std::string text) const {
    std::string out = host_ ? host_->quote(text, kLongestQuote) : masked(std::move(text));
    blankControls(out);
    return Poco::trimInPlace(out);
}

std::string Quotes::masked(std::string text) const {
    for (const auto secret : secrets_)
        for (auto at = text.find(secret); at != text.npos;
             at = text.find(secret, at + tenon::kMask.size()))
            text.replace(at, secret.size(), tenon::kMask);
    Poco::trimInPlace(text);
    if (text.size() <= kLongestQuote) return text;
    std::size_t end = kLongestQuote;
    while ((static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end) + "...";
}

}  // namespace cloudelements
