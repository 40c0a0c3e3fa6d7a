// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "net/stream.h"

namespace tenon::net {

// Kept-alive connections, by where they lead. Any thread.
class Pool {
  public:
    // The one used last, if it is still open; else nullptr.
    std::unique_ptr<Stream> take(const std::string& key);
    void put(const std::string& key, std::unique_ptr<Stream> stream);

  private:
    struct Idle {
        std::unique_ptr<Stream> stream;
        std::chrono::steady_clock::time_point since;
    };
    std::mutex mutex_;
    std::map<std::string, std::vector<Idle>> idle_;
};

}  // namespace tenon::net
