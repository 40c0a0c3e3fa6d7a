// SPDX-License-Identifier: Apache-2.0
#include "net/inflate.h"

#include <zlib.h>

#include <algorithm>

#include "net/fault.h"

namespace tenon::net {

void gunzip(const std::string& packed, std::size_t most, std::string& out) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        throw Fault(FaultKind::malformed, "the answer could not be unpacked");
    struct End {
        z_stream& stream;
        ~End() { inflateEnd(&stream); }
    } end{stream};
    // zlib takes unsigned sizes; the parser's bound keeps the body far below.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    char part[16 * 1024];
    for (;;) {
        stream.next_out = reinterpret_cast<Bytef*>(part);
        stream.avail_out = sizeof part;
        const int state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t got = sizeof part - stream.avail_out;
        const bool fits = got <= most - out.size();
        out.append(part, std::min(got, most - out.size()));
        if (!fits)
            throw Fault(FaultKind::tooLarge, "the answer's body is larger than " +
                                                 std::to_string(most) + " bytes when unpacked");
        if (state == Z_STREAM_END && stream.avail_in == 0) return;
        // One after another is gzip as well.
        if (state == Z_STREAM_END && inflateReset(&stream) == Z_OK) continue;
        if (state == Z_BUF_ERROR || (state == Z_OK && stream.avail_in == 0 && got == 0))
            throw Fault(FaultKind::truncated, "the answer's packed body is incomplete");
        if (state != Z_OK)
            throw Fault(FaultKind::malformed, "the answer's body says that it is gzip, but is not");
    }
}

}  // namespace tenon::net
