// SPDX-License-Identifier: Apache-2.0
#include "text/readable.h"

#include <Poco/String.h>
#include <Poco/UTF8Encoding.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace tenon::text {
namespace {

// The bytes of the sequence that begins there, or 0.
std::size_t sequence(std::string_view bytes) {
    const auto first = static_cast<unsigned char>(bytes.front());
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    const auto* begin = reinterpret_cast<const unsigned char*>(bytes.data());
    const bool legal =
        size <= bytes.size() && Poco::UTF8Encoding::isLegal(begin, static_cast<int>(size));
    return legal ? size : 0;
}

std::optional<std::string> converted(std::string_view bytes, const std::string& charset) {
    const iconv_t way = ::iconv_open("UTF-8", charset.c_str());
    if (way == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string in(bytes), out;
    std::array<char, 4096> piece{};
    char* from = in.data();
    std::size_t left = in.size();
    bool good = true;
    while (good) {
        char* to = piece.data();
        std::size_t room = piece.size();
        const auto end = ::iconv(way, left > 0 ? &from : nullptr, &left, &to, &room);
        out.append(piece.data(), piece.size() - room);
        if (end != static_cast<std::size_t>(-1) && left == 0) break;
        good = errno == E2BIG;
    }
    ::iconv_close(way);
    return good && isUtf8(out) ? std::optional(out) : std::nullopt;
}

Value madeReadable(const Value& value) {
    if (const auto* text = value.string()) return readable(*text);
    if (const auto* array = value.array()) {
        Array out;
        for (const auto& item : *array) out.push_back(madeReadable(item));
        return out;
    }
    if (const auto* object = value.object()) {
        Object out;
        for (const auto& member : *object)
            out.set(readable(member.name), madeReadable(member.value));
        return out;
    }
    return value;
}

bool isReadable(const Value& value) {
    if (const auto* text = value.string()) return isUtf8(*text);
    if (const auto* array = value.array()) return std::ranges::all_of(*array, isReadable);
    if (const auto* object = value.object())
        return std::ranges::all_of(*object, [](const Member& member) {
            return isUtf8(member.name) && isReadable(member.value);
        });
    return true;
}

}  // namespace

bool isUtf8(std::string_view bytes) {
    const auto isPlain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    while (!bytes.empty()) {
        const auto* plain = std::find_if_not(bytes.begin(), bytes.end(), isPlain);
        bytes.remove_prefix(static_cast<std::size_t>(plain - bytes.begin()));
        if (bytes.empty()) break;
        const auto size = sequence(bytes);
        if (size == 0) return false;
        bytes.remove_prefix(size);
    }
    return true;
}

std::string readable(std::string_view bytes) {
    if (isUtf8(bytes)) return std::string(bytes);
    std::string out;
    while (!bytes.empty()) {
        const auto size = sequence(bytes);
        if (size > 0) {
            out += bytes.substr(0, size);
        } else {
            const auto one = converted(bytes.substr(0, 1), "WINDOWS-1252");
            out += one ? *one : "\xEF\xBF\xBD";
        }
        bytes.remove_prefix(size > 0 ? size : 1);
    }
    return out;
}

Value readableAll(const Value& value) { return isReadable(value) ? value : madeReadable(value); }

std::optional<std::string> decoded(std::string_view bytes, const std::string& charset) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return readable(bytes.substr(3));
    if (bytes.starts_with("\xFF\xFE")) return converted(bytes.substr(2), "UTF-16LE");
    if (bytes.starts_with("\xFE\xFF")) return converted(bytes.substr(2), "UTF-16BE");
    std::string name = Poco::toLower(charset);
    if (name.empty() || name == "utf-8" || name == "utf8") return readable(bytes);
    // On the web these are the wider set, which lacks five bytes.
    if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii") {
        auto wide = converted(bytes, "WINDOWS-1252");
        return wide ? wide : converted(bytes, "ISO-8859-1");
    }
    if (name == "utf-16") name = "utf-16le";
    if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.:") != name.npos)
        return std::nullopt;
    return converted(bytes, name);
}

MediaType MediaType::of(const HttpResponse& response) {
    MediaType out;
    const auto* header = response.header("Content-Type");
    if (!header) return out;
    const std::string text = Poco::toLower(*header);
    out.type = text.substr(0, text.find_first_of("; \t"));
    const auto at = text.find("charset=");
    if (at == text.npos) return out;
    out.charset = text.substr(at + 8, text.find_first_of("; \t,", at + 8) - at - 8);
    std::erase_if(out.charset, [](char c) { return c == '"' || c == '\''; });
    return out;
}

bool MediaType::json() const { return type.ends_with("/json") || type.ends_with("+json"); }

bool MediaType::binary() const {
    if (type.empty() || !charset.empty() || json() || type.starts_with("text/")) return false;
    for (const auto* end :
         {"/xml", "+xml", "/yaml", "/x-yaml", "+yaml", "script", "/graphql",
          "/x-www-form-urlencoded", "/http", "/sql", "/toml", "/x-ndjson", "/jsonl", "/jsonp",
          "/json-seq", "/x-pem-file", "/pem-certificate-chain"})
        if (type.ends_with(end)) return false;
    return true;
}

}  // namespace tenon::text
