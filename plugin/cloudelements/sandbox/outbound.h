// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/URI.h>

#include <mutex>

#include "wire/message.h"

namespace cloudelements::sandbox {

// Requests to loopback addresses; the sandbox talks to nobody else. One thread sends.
class Outbound {
  public:
    // status 0: there was no answer, and the body says why.
    Answer send(const std::string& url, const Request& request);
    // Breaks off what is being sent, and lets nothing be sent after. Any thread.
    void stop();

  private:
    Answer exchanged(const Poco::URI& uri, const std::string& target, const Request& request);
    // The socket that is to be broken off; -1 for none. False: nothing may be sent.
    bool use(int socket);

    std::mutex mutex_;
    int socket_ = -1;
    bool isStopped_ = false;
};

}  // namespace cloudelements::sandbox
