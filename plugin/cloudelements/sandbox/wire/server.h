// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <thread>

#include "wire/connection.h"

namespace cloudelements::sandbox {

// Serves all clients in one thread, so that an idle or slow one costs a socket and nothing else.
class Server {
  public:
    // `listening` and the service outlive it.
    Server(int listening, std::uint16_t port, Service& service);
    // Returns when every connection is closed.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

  private:
    void run();
    void accept();
    bool makeRoom();

    const int listening_;
    const std::uint16_t port_;
    Service& service_;
    const int wake_;  // readable once it is to end
    const std::size_t most_;
    std::list<Connection> connections_;
    bool full_ = false;
    std::thread thread_;
};

}  // namespace cloudelements::sandbox
