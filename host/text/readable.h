// SPDX-License-Identifier: Apache-2.0
// Bytes of others, such as an answer's, as the UTF-8 text that every Value holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tenon/http.h"
#include "tenon/value.h"

namespace tenon::text {

bool isUtf8(std::string_view bytes);

// What is UTF-8 as it stands; each other byte as windows-1252 has it, so that one wrong letter does
// not cost the rest.
std::string readable(std::string_view bytes);
// All texts and names in it.
Value readableAll(const Value& value);

// From a charset by its name on the web; nothing where it is not known, or the bytes are none of
// it. A byte order mark counts more than the name, and is left out.
std::optional<std::string> decoded(std::string_view bytes, const std::string& charset);

// What an answer's Content-Type says: its type in lower case, and the charset, or nothing.
struct MediaType {
    std::string type{}, charset{};

    static MediaType of(const HttpResponse& response);
    [[nodiscard]] bool json() const;
    // Does it say that the body is no text?
    [[nodiscard]] bool binary() const;
};

}  // namespace tenon::text
