// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace Poco::Net {
class StreamSocket;
}

namespace tenon::net {

// One connection, never blocking: what cannot be done now says which event to wait for.
class Stream {
  public:
    enum class State { ok, wantRead, wantWrite, ended };
    struct Progress {
        State state;
        std::size_t bytes = 0;
    };

    virtual ~Stream() = default;
    // Throws Fault (closed) if the connection broke; reading, also (tls) if the server refuses the
    // handshake after all.
    virtual Progress read(char* buffer, std::size_t size) = 0;
    virtual Progress write(std::string_view bytes) = 0;
    // Bytes that were read from the socket already and wait inside.
    [[nodiscard]] virtual bool buffered() const { return false; }
    [[nodiscard]] virtual int descriptor() const = 0;
};

// `socket` is connected and does not block.
std::unique_ptr<Stream> plainStream(const Poco::Net::StreamSocket& socket);

}  // namespace tenon::net
