// SPDX-License-Identifier: Apache-2.0
// A server that the sandbox calls.
#pragma once

#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/NameValueCollection.h>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

namespace support {

class Callback {
  public:
    struct Got {
        std::string line;  // "POST /in?q=1"
        Poco::Net::NameValueCollection headers;
        std::string body;
    };

    ~Callback();

    // Listens from the first question on: every test of a suite has one, and few are called.
    [[nodiscard]] std::uint16_t port();
    // What the next request that has none yet is answered; without any, 200 and nothing.
    void answers(int status, const std::string& body);
    // Requests are not answered until goesOn().
    void holds();
    void goesOn();
    // Waits for the next request.
    Got next();
    // How many there were.
    int count();

    // For the server's threads.
    std::pair<int, std::string> take(Got got);

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Got> got_;
    std::deque<std::pair<int, std::string>> answers_;
    int count_ = 0;
    bool isHeld_ = false;
    std::uint16_t port_ = 0;
    std::unique_ptr<Poco::Net::HTTPServer> server_;
};

}  // namespace support
