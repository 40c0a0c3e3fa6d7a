// SPDX-License-Identifier: Apache-2.0
#include "run/quoted.h"

#include "run/names.h"
#include "text/excerpt.h"
#include "text/readable.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

constexpr std::size_t kLongestDetail = 4000, kEndOfDetail = 1000;
constexpr std::size_t kLongestType = 1000, kLongestWord = 400;

}  // namespace

std::string quoted(std::string_view text, std::size_t most, const Redactor& redactor) {
    std::string out = text::beginningOf(redactor.text(text::readable(text)), most);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return out;
}

Error boundedError(Error error, const Redactor& redactor) {
    const auto bound = [&](std::string& text, std::size_t most, std::size_t end) {
        text = text::readable(text);
        if (text.size() <= most) return;
        const std::string masked = redactor.text(text);
        text = masked.size() <= most ? masked
               : end == 0            ? text::beginningOf(masked, most)
                          : text::beginningOf(masked, most - end) + " " + text::endOf(masked, end);
    };
    bound(error.detail, kLongestDetail, kEndOfDetail);
    bound(error.type, kLongestType, 0);
    bound(error.instance, kLongestType, 0);
    bound(error.title, kLongestWord, 0);
    bound(error.requestId, kLongestWord, 0);
    return error;
}

}  // namespace tenon::run
