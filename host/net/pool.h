// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "net/stream.h"

namespace tenon::net {

// Kept-alive connections, by where they lead. Any thread.
class Pool {
  public:
    using Clock = std::chrono::steady_clock;
    // Unset: the steady clock.
    explicit Pool(std::function<Clock::time_point()> now = {})
        : now_(now ? std::move(now) : Clock::now) {}

    // The one used last, if it is still open; else nullptr.
    std::unique_ptr<Stream> take(const std::string& key);
    void put(const std::string& key, std::unique_ptr<Stream> stream);

  private:
    struct Idle {
        std::unique_ptr<Stream> stream;
        Clock::time_point since;
    };
    // The one used last; nullptr where all were idle for too long.
    std::unique_ptr<Stream> last(const std::string& key);
    // Moves what was idle for too long to `dead`, whoever it led to: nobody may ever ask again.
    void sweep(Clock::time_point now, std::vector<Idle>& dead);

    std::function<Clock::time_point()> now_;
    std::mutex mutex_;
    std::map<std::string, std::vector<Idle>> idle_;  // the one used last at the end
    Clock::time_point swept_{};
};

}  // namespace tenon::net
