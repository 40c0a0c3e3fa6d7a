// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "outbound.h"
#include "platform/platform.h"

namespace cloudelements::sandbox {

// Does what no client waits for: runs formulas, sends events, polls when it is time to.
class Worker final : public Hands {
  public:
    // `changed` is called after each job, within the world.
    Worker(Platform& platform, std::function<void(const World&)> changed,
           std::function<void(std::string_view)> log);
    // Breaks off what is being sent.
    ~Worker() override;

    // There may be a job.
    void wake();
    // Has the platform answer this when the time is over; nobody hears the answer.
    void later(std::chrono::milliseconds time, const Request& request);

    Answer call(const Request& request) override { return platform_.handle(request); }
    Answer send(const std::string& url, const Request& request) override {
        return outbound_.send(url, request);
    }
    void withWorld(const std::function<void()>& work) override;
    void tell(const std::string& line) override;

  private:
    void run();
    void work();
    std::vector<Request> takeDue();

    Platform& platform_;
    std::function<void(const World&)> changed_;
    std::function<void(std::string_view)> log_;
    Outbound outbound_;
    std::mutex mutex_;
    std::condition_variable awake_;
    bool isWoken_ = false, isOver_ = false;
    std::multimap<std::chrono::steady_clock::time_point, Request> late_{};
    std::thread thread_;
};

}  // namespace cloudelements::sandbox
