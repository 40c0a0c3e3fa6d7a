// SPDX-License-Identifier: Apache-2.0
// A host of the network, played by a server on this machine: it answers as a scenario says and
// keeps what it was asked.
#pragma once

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "tenon/http.h"

namespace scenarios {

struct Received {
    std::string method, target;
    std::vector<tenon::Header> headers;
    std::string body;
};

struct Answer {
    enum class Kind { whole, drop, never };
    Kind kind = Kind::whole;  // drop: read, then the connection closes
    int status = 200;
    std::vector<tenon::Header> headers;
    std::string body;
};

class StubServer {
  public:
    using Rest = std::function<Answer(const Received&)>;
    // `tls`: nullptr for plain. `rest` answers what nothing was said about.
    StubServer(Poco::Net::Context::Ptr tls, Rest rest);
    ~StubServer();
    StubServer(const StubServer&) = delete;
    StubServer& operator=(const StubServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_.port(); }
    // Answers to the same request are given one after the other; the last one goes on.
    void answer(const std::string& method, const std::string& target, Answer answer);
    // What came in, in the order of its arrival.
    [[nodiscard]] std::vector<Received> received() const;

    Answer next(Received request);
    // Returns when the server is taken down.
    void waitForEnd();

  private:
    Rest rest_;
    mutable std::mutex mutex_;
    std::condition_variable ended_;
    bool end_ = false;
    std::map<std::string, std::deque<Answer>> answers_;  // by "METHOD TARGET"
    std::vector<Received> received_;
    Poco::ThreadPool pool_{2, 64};
    Poco::Net::ServerSocket socket_;
    Poco::Net::HTTPServer server_;
};

}  // namespace scenarios
