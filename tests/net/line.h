// SPDX-License-Identifier: Apache-2.0
// One connection as a server's script sees it: what comes and goes, byte by byte.
#pragma once

#include <Poco/Net/Context.h>
#include <Poco/Net/StreamSocket.h>

#include <functional>
#include <string>

namespace support {

class Line {
  public:
    // `seen` is told of each whole request.
    Line(const Poco::Net::StreamSocket& socket, std::function<void(const std::string&)> seen)
        : socket_(socket), seen_(std::move(seen)) {}

    // One whole request, by its Content-Length; empty when the client closed.
    std::string request();
    // The next request's head alone; what follows it stays unread.
    std::string head();
    // Some bytes, whatever they are; they are forgotten.
    void read() { receive(), rest_.clear(); }
    // False if the client closed.
    bool send(const std::string& bytes);
    // Sends the bytes over and over, one at a time with a pause, until the client closes.
    void drip(const std::string& bytes);
    // Reads and forgets until the client closed.
    void hold();
    // Returns when the client closed, and reads nothing before.
    void waitForClose();
    // Returns when all that was sent, the end included, has arrived.
    void waitUntilHeard();
    // Ends the connection as a lost process does: no goodbye of TLS.
    void cut();
    void reset();
    // From here on the client's TLS is answered, as behind a proxy.
    void startTls(const Poco::Net::Context::Ptr& context);
    // Closes as a decent server does.
    void close();

  private:
    bool receive();
    [[nodiscard]] int descriptor() const { return socket_.impl()->sockfd(); }

    Poco::Net::StreamSocket socket_;
    std::function<void(const std::string&)> seen_;
    std::string rest_;
};

}  // namespace support
