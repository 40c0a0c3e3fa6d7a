// SPDX-License-Identifier: Apache-2.0
// Texts in the alphabets of others.
#pragma once

#include <string>
#include <string_view>

namespace tenon::expr {

std::string html(std::string_view text);
std::string uri(std::string_view text);
std::string base64(std::string_view text);
std::string base32(std::string_view text);
std::string csvField(std::string_view text);
std::string tsvField(std::string_view text);
std::string shellWord(std::string_view text);

// Each sets `wrong` to what is said behind the text where it is none of theirs.
std::string fromUri(std::string_view text, const char*& wrong);
std::string fromBase64(std::string_view text, const char*& wrong);
std::string fromBase32(std::string_view text, const char*& wrong);

}  // namespace tenon::expr
