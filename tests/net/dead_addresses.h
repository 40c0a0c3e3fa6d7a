// SPDX-License-Identifier: Apache-2.0
// Addresses where nobody answers, on this machine.
#pragma once

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <string>

namespace support {

// Swallows packets, as a firewall does: a listening socket whose queue is full. Port 0: any.
class BlackHole {
  public:
    explicit BlackHole(std::uint16_t port = 0) {
        listening_.bind({"127.0.0.1", port}, true);
        listening_.listen(0);
        first_.connect(listening_.address());  // fills the queue
        second_.connectNB(listening_.address());
    }
    [[nodiscard]] int port() const { return listening_.address().port(); }

  private:
    Poco::Net::ServerSocket listening_;
    Poco::Net::StreamSocket first_, second_;
};

// Refuses connections: a port that nobody else can take, and nobody listens to. Port 0: any.
class ClosedPort {
  public:
    explicit ClosedPort(std::uint16_t port = 0, const std::string& address = "127.0.0.1") {
        socket_.bind({address, port}, true);
    }
    [[nodiscard]] int port() const { return socket_.address().port(); }

  private:
    Poco::Net::ServerSocket socket_;
};

}  // namespace support
