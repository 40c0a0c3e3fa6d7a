// SPDX-License-Identifier: Apache-2.0
// Bytes to and from the sandbox, as they are.
#pragma once

#include <Poco/Net/StreamSocket.h>

#include <string>

namespace support {

class Wire {
  public:
    explicit Wire(std::uint16_t port);

    void send(const std::string& bytes);
    // No more is sent; answers are still read.
    void end();
    // Closes the connection with a reset.
    void reset();
    // The next answer's status, and the member `message` of its body after a blank if there is one.
    std::string answer();
    // All that comes until the sandbox closes the connection.
    std::string rest();

  private:
    bool readMore();

    Poco::Net::StreamSocket socket_;
    std::string received_;
};

}  // namespace support
