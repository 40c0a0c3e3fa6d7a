// SPDX-License-Identifier: Apache-2.0
#include "net/exchange.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>

#include "net/fault.h"

namespace tenon::net {
namespace {

// One request and its answer over a connection, and how far they have come.
class Exchange {
  public:
    Exchange(Stream& stream, ResponseParser& parser, Waiter& waiter)
        : stream_(stream), parser_(parser), waiter_(waiter) {}
    // What has not left yet must not reach the server any more: closing throws it away.
    ~Exchange() {
        if (whole_) return;
        const linger now{1, 0};
        ::setsockopt(stream_.descriptor(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    // Answers that come meanwhile are read, and a final one that is no success ends the writing; so
    // does a connection that takes no more, for what the server had to say may still be read.
    void write(std::string_view rest) {
        while (!rest.empty() && !parser_.done() && !refused()) {
            Stream::Progress progress{};
            try {
                progress = stream_.write(rest);
            } catch (const Fault&) {
                return;
            }
            if (progress.state == Stream::State::ended) return;
            if (progress.state == Stream::State::ok) {
                rest.remove_prefix(progress.bytes);
                // A server that takes all there is may have refused it long ago.
                if (!rest.empty() && readable()) readSome();
                continue;
            }
            const auto came = waiter_.wait(stream_.descriptor(), POLLIN | eventFor(progress.state));
            if (came & POLLIN) readSome();
        }
        whole_ = rest.empty();
    }

    void read() {
        short event = POLLIN;
        while (!parser_.done()) {
            if (event == POLLOUT || !stream_.buffered()) waiter_.wait(stream_.descriptor(), event);
            event = eventFor(readSome());
        }
    }

    // What has arrived by now; nothing is waited for.
    void readArrived() {
        constexpr int most = 256;  // of readSome(), for a server that never stops
        try {
            for (int i = 0; i < most && !parser_.done(); ++i)
                if (readSome() != Stream::State::ok) return;
        } catch (const Fault&) {
            // that was all
        }
    }

    // May the connection carry another request?
    [[nodiscard]] bool clean() const {
        return whole_ && !leftOver_ && !stream_.buffered() && parser_.reusable();
    }

  private:
    static short eventFor(Stream::State state) {
        return state == Stream::State::wantWrite ? POLLOUT : POLLIN;
    }

    [[nodiscard]] bool readable() const {
        pollfd watched{stream_.descriptor(), POLLIN, 0};
        return ::poll(&watched, 1, 0) > 0;
    }

    bool refused() { return parser_.headed() && parser_.response().status >= 300; }

    Stream::State readSome() {
        char buffer[16 * 1024];
        Stream::Progress progress{};
        try {
            progress = stream_.read(buffer, sizeof buffer);
        } catch (const Fault& fault) {
            if (fault.kind() == FaultKind::tls) throw;
            const bool began = parser_.began();
            throw Fault(began ? FaultKind::truncated : FaultKind::closed,
                        fault.what() +
                            std::string(began ? " in the middle of the answer, which is incomplete"
                                              : " before an answer came"));
        }
        if (progress.state == Stream::State::ended) parser_.end();
        if (progress.state == Stream::State::ok) {
            const auto taken = parser_.feed({buffer, progress.bytes});
            leftOver_ = taken < progress.bytes;
        }
        return progress.state;
    }

    Stream& stream_;
    ResponseParser& parser_;
    Waiter& waiter_;
    bool whole_ = false;     // the request went out
    bool leftOver_ = false;  // bytes came behind the answer
};

}  // namespace

bool exchange(Stream& stream, std::string_view request, ResponseParser& parser, Waiter& waiter) {
    Exchange exchange(stream, parser, waiter);
    try {
        exchange.write(request);
        exchange.read();
    } catch (const Fault& fault) {
        if (fault.kind() == FaultKind::cancelled || fault.kind() == FaultKind::deadline)
            exchange.readArrived();
        throw;
    }
    return exchange.clean();
}

void readRest(Stream& stream, std::string& body, std::size_t most, Waiter& waiter) {
    const auto second = std::chrono::steady_clock::now() + std::chrono::seconds(1);
    char buffer[16 * 1024];
    try {
        while (body.size() < most && std::chrono::steady_clock::now() < second) {
            const auto progress = stream.read(buffer, sizeof buffer);
            if (progress.state == Stream::State::ended) return;
            if (progress.state == Stream::State::ok) {
                body.append(buffer, std::min(progress.bytes, most - body.size()));
            } else {
                waiter.wait(stream.descriptor(),
                            progress.state == Stream::State::wantWrite ? POLLOUT : POLLIN, second);
            }
        }
    } catch (const Fault&) {
        // that was all
    }
}

}  // namespace tenon::net
