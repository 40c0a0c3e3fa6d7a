// SPDX-License-Identifier: Apache-2.0
#include "state_keeper.h"

#include "tenon/error.h"

namespace cloudelements::sandbox {

StateKeeper::StateKeeper(Platform& platform, const std::string& path,
                         std::function<void(std::string_view)> log,
                         std::chrono::milliseconds interval)
    : platform_(platform), file_(path), log_(std::move(log)), interval_(interval) {
    platform_.withWorld([this](World& world) {
        if (const auto kept = file_.read()) world.restore(*kept);
        file_.write(world.kept());
    });
    thread_ = std::thread([this] { run(); });
}

StateKeeper::~StateKeeper() {
    try {
        finish();
    } catch (const std::exception&) {
        return;  // told when it happened
    }
}

void StateKeeper::changed() {
    {
        const std::scoped_lock lock(mutex_);
        isChanged_ = true;
    }
    awake_.notify_one();
}

void StateKeeper::finish() {
    if (!thread_.joinable()) return;
    {
        const std::scoped_lock lock(mutex_);
        isOver_ = true;
    }
    awake_.notify_one();
    thread_.join();
    if (problem_) std::rethrow_exception(problem_);
}

void StateKeeper::run() {
    std::unique_lock lock(mutex_);
    for (bool isLast = false; !isLast;) {
        awake_.wait(lock, [this] { return isChanged_ || isOver_; });
        if (!isChanged_) return;
        isLast = isOver_;
        isChanged_ = false;
        lock.unlock();
        const bool isKept = save();
        lock.lock();
        isChanged_ = isChanged_ || !isKept;
        awake_.wait_for(lock, interval_, [this] { return isOver_; });
    }
}

// Said once, however often it is tried again.
bool StateKeeper::save() try {
    tenon::Value state;
    platform_.withWorld([&](const World& world) { state = world.kept(); });
    file_.write(state);
    problem_ = nullptr;
    return true;
} catch (const std::exception& e) {
    const auto* known = dynamic_cast<const tenon::StepError*>(&e);
    if (!problem_ && log_) log_(known ? known->error().detail : e.what());
    problem_ = std::current_exception();
    return false;
}

}  // namespace cloudelements::sandbox
