// SPDX-License-Identifier: Apache-2.0
// A server that does what a script says, byte by byte, plain or over TLS.
#pragma once

#include <Poco/Net/ServerSocket.h>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "line.h"

namespace support {

class ScriptServer {
  public:
    using Script = std::function<void(Line&)>;
    // `tls`: nullptr for plain. Each connection runs the script on a thread of its own, and is
    // closed when the script returns.
    ScriptServer(Poco::Net::Context::Ptr tls, Script script,
                 const std::string& address = "127.0.0.1");
    ~ScriptServer();
    ScriptServer(const ScriptServer&) = delete;
    ScriptServer& operator=(const ScriptServer&) = delete;

    [[nodiscard]] std::string url(const std::string& target = "/") const;
    [[nodiscard]] int port() const { return socket_.address().port(); }
    [[nodiscard]] int connections() const { return connections_; }
    // The requests that arrived whole, in the order of their arrival.
    [[nodiscard]] std::vector<std::string> requests() const;
    // How many of them begin so.
    [[nodiscard]] int count(const std::string& beginning) const;
    // Returns once that many connections were closed from this side.
    void waitForClosed(int count) const {
        for (int now = closed_; now < count; now = closed_) closed_.wait(now);
    }

  private:
    void serve(const Poco::Net::StreamSocket& connection, const Script& script);

    bool tls_;
    Poco::Net::ServerSocket socket_;
    std::atomic<int> connections_ = 0;
    std::atomic<int> closed_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> requests_;
    std::vector<std::thread> workers_;
    std::thread accepting_;
};

}  // namespace support
