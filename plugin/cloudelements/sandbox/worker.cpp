// SPDX-License-Identifier: Apache-2.0
#include "worker.h"

#include <algorithm>

namespace cloudelements::sandbox {

Worker::Worker(Platform& platform, std::function<void(const World&)> changed,
               std::function<void(std::string_view)> log)
    : platform_(platform), changed_(std::move(changed)), log_(std::move(log)) {
    thread_ = std::thread([this] { run(); });
}

Worker::~Worker() {
    {
        const std::scoped_lock lock(mutex_);
        isOver_ = true;
    }
    awake_.notify_one();
    outbound_.stop();
    thread_.join();
}

void Worker::wake() {
    {
        const std::scoped_lock lock(mutex_);
        isWoken_ = true;
    }
    awake_.notify_one();
}

void Worker::later(std::chrono::milliseconds time, const Request& request) {
    {
        const std::scoped_lock lock(mutex_);
        // A year is for ever.
        late_.emplace(std::chrono::steady_clock::now() +
                          std::min<std::chrono::milliseconds>(time, std::chrono::hours(24 * 365)),
                      request);
        isWoken_ = true;
    }
    awake_.notify_one();
}

std::vector<Request> Worker::takeDue() {
    const std::scoped_lock lock(mutex_);
    const auto end = late_.upper_bound(std::chrono::steady_clock::now());
    std::vector<Request> out;
    for (auto one = late_.begin(); one != end; ++one) out.push_back(one->second);
    late_.erase(late_.begin(), end);
    return out;
}

void Worker::withWorld(const std::function<void()>& work) {
    platform_.withWorld([&](World&) { work(); });
}

void Worker::tell(const std::string& line) {
    if (log_) log_(line);
}

// Refresh intervals are minutes, so that a look each second is often enough; it goes through all
// instances, and each request wakes this thread.
void Worker::run() {
    std::chrono::steady_clock::time_point looked{};
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            auto until = std::chrono::steady_clock::now() + std::chrono::seconds(1);
            if (!late_.empty()) until = std::min(until, late_.begin()->first);
            awake_.wait_until(lock, until, [this] { return isWoken_ || isOver_; });
            if (isOver_) return;
            isWoken_ = false;
        }
        const auto now = std::chrono::steady_clock::now();
        if (now - looked >= std::chrono::seconds(1)) {
            looked = now;
            platform_.withWorld([&](World& world) { pollWhatIsDue(world, now); });
        }
        for (const auto& request : takeDue()) platform_.handle(request);
        work();
    }
}

void Worker::work() {
    while (const Job job = platform_.takeJob()) {
        {
            const std::scoped_lock lock(mutex_);
            if (isOver_) return;
        }
        try {
            job(*this);
            platform_.withWorld([&](World& world) {
                if (changed_) changed_(world);
            });
        } catch (const std::exception& e) {
            tell(std::string("The sandbox failed: ") + e.what());
        } catch (const Answer& refused) {
            tell("The sandbox failed: " + refused.body);
        }
    }
}

}  // namespace cloudelements::sandbox
