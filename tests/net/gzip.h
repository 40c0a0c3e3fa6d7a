// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zlib.h>

#include <string>

namespace support {

// Packs `times` copies of the text, none of which is held.
inline std::string gzip(const std::string& text, std::size_t times = 1) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out;
    char part[16 * 1024];
    for (std::size_t i = 0; i < times; ++i) {
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
        stream.avail_in = static_cast<uInt>(text.size());
        do {
            stream.next_out = reinterpret_cast<Bytef*>(part);
            stream.avail_out = sizeof part;
            deflate(&stream, i + 1 == times ? Z_FINISH : Z_NO_FLUSH);
            out.append(part, sizeof part - stream.avail_out);
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return out;
}

}  // namespace support
