// SPDX-License-Identifier: Apache-2.0
#include "net/exchange.h"

#include <poll.h>

#include "net/fault.h"

namespace tenon::net {
namespace {

// Reads what is there. False if nothing is; a broken connection is the answer's end.
bool readSome(Stream& stream, ResponseParser& parser, bool& leftOver, Stream::State& state) {
    char buffer[16 * 1024];
    Stream::Progress progress{};
    bool broken = false;
    std::string why;
    try {
        progress = stream.read(buffer, sizeof buffer);
    } catch (const Fault& fault) {
        broken = true;
        why = fault.what();
    }
    if (broken) {
        throw Fault(parser.began() ? FaultKind::truncated : FaultKind::closed,
                    parser.began() ? why + " in the middle of the answer, which is incomplete"
                                   : why + " before an answer came");
    }
    state = progress.state;
    if (state == Stream::State::ended) {
        parser.end();
        return true;
    }
    if (state != Stream::State::ok) return false;
    const auto taken = parser.feed({buffer, progress.bytes});
    leftOver = taken < progress.bytes;
    return true;
}

short eventFor(Stream::State state) { return state == Stream::State::wantWrite ? POLLOUT : POLLIN; }

// True if the whole request went out; false if an answer came before.
bool writeAll(Stream& stream, std::string_view rest, Waiter& waiter) {
    while (!rest.empty()) {
        Stream::Progress progress{};
        try {
            progress = stream.write(rest);
        } catch (const Fault&) {
            return false;  // what the server had to say may still be read
        }
        if (progress.state == Stream::State::ended) return false;
        if (progress.state == Stream::State::ok) {
            rest.remove_prefix(progress.bytes);
            continue;
        }
        const auto came = waiter.wait(stream.descriptor(), POLLIN | eventFor(progress.state));
        if ((came & POLLIN) && progress.state == Stream::State::wantWrite) return false;
    }
    return true;
}

}  // namespace

bool exchange(Stream& stream, std::string_view request, ResponseParser& parser, Waiter& waiter) {
    const bool whole = writeAll(stream, request, waiter);
    bool leftOver = false;
    while (!parser.done()) {
        Stream::State state{};
        if (!readSome(stream, parser, leftOver, state))
            waiter.wait(stream.descriptor(), eventFor(state));
        else if (!parser.done() && !stream.buffered())
            waiter.wait(stream.descriptor(), POLLIN);
    }
    return whole && !leftOver && parser.reusable() && !stream.buffered();
}

}  // namespace tenon::net
