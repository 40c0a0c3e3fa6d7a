// SPDX-License-Identifier: Apache-2.0
#include "worker.h"

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
            awake_.wait_for(lock, std::chrono::seconds(1), [this] { return isWoken_ || isOver_; });
            if (isOver_) return;
            isWoken_ = false;
        }
        const auto now = std::chrono::steady_clock::now();
        if (now - looked >= std::chrono::seconds(1)) {
            looked = now;
            platform_.withWorld([&](World& world) { pollWhatIsDue(world, now); });
        }
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
