// SPDX-License-Identifier: Apache-2.0
// A server that does what a script says, byte by byte, plain or over TLS.
#pragma once

#include <Poco/Net/Context.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace support {

// One accepted connection.
class Line {
  public:
    explicit Line(const Poco::Net::StreamSocket& socket) : socket_(socket) {}
    // One whole request, by its Content-Length; empty when the client closed.
    std::string request();
    void send(const std::string& bytes);
    // Returns when the client closed.
    void hold();
    void reset();

  private:
    Poco::Net::StreamSocket socket_;
    std::string rest_;
};

class ScriptServer {
  public:
    using Script = std::function<void(Line&)>;
    // `tls`: nullptr for plain. Each connection runs the script on a thread of its own, and is
    // closed when the script returns.
    ScriptServer(Poco::Net::Context::Ptr tls, Script script);
    ~ScriptServer();
    ScriptServer(const ScriptServer&) = delete;
    ScriptServer& operator=(const ScriptServer&) = delete;

    [[nodiscard]] std::string url(const std::string& target = "/") const;
    [[nodiscard]] int port() const { return socket_.address().port(); }
    [[nodiscard]] int connections() const { return connections_; }
    // Returns once that many connections were closed from this side.
    void waitForClosed(int count) const {
        for (int now = closed_; now < count; now = closed_) closed_.wait(now);
    }

  private:
    bool tls_;
    Poco::Net::ServerSocket socket_;
    std::atomic<int> connections_ = 0;
    std::atomic<int> closed_ = 0;
    std::vector<std::thread> workers_;
    std::thread accepting_;
};

// Certificates made by the openssl program: a CA, and what it and others signed.
class Certificates {
  public:
    static const Certificates& get();
    [[nodiscard]] std::string ca() const { return folder_ + "/ca.pem"; }
    // "good", "expired", "wronghost", "selfsigned".
    [[nodiscard]] Poco::Net::Context::Ptr server(const std::string& name) const;

  private:
    Certificates();
    std::string folder_;
};

}  // namespace support
