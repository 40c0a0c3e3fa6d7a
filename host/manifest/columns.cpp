// SPDX-License-Identifier: Apache-2.0
#include "manifest/columns.h"

#include <algorithm>

namespace tenon::manifest {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

}  // namespace

int Columns::at(std::size_t lineBegin, std::size_t byte) {
    if (lineBegin != lineBegin_ || byte < byte_) {
        lineBegin_ = byte_ = std::min(lineBegin, text_.size());
        column_ = 1;
    }
    for (const auto end = std::min(byte, text_.size()); byte_ < end; ++byte_)
        if (!continues(text_[byte_])) ++column_;
    return column_;
}

}  // namespace tenon::manifest
