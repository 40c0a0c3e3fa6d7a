// SPDX-License-Identifier: Apache-2.0
// An HTTP answer in pieces: the first byte says how long each is, and whether it answers a HEAD.
#include "net/fault.h"
#include "net/response_parser.h"
#include "targets.h"

void fuzz::response(std::string_view bytes) {
    if (bytes.empty()) return;
    const auto first = static_cast<unsigned char>(bytes[0]);
    bytes.remove_prefix(1);
    tenon::net::ResponseParser parser((first & 1) != 0, 1000);
    const std::size_t size = 1 + first / 2;
    try {
        while (!bytes.empty() && !parser.done()) {
            const auto piece = bytes.substr(0, size);
            const auto taken = parser.feed(piece);
            if (taken > piece.size() || (taken < piece.size() && !parser.done())) __builtin_trap();
            bytes.remove_prefix(taken);
        }
        if (!parser.done()) parser.end();
    } catch (const tenon::net::Fault&) {
    }
}
