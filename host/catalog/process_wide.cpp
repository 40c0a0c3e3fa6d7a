// SPDX-License-Identifier: Apache-2.0
#include "catalog/process_wide.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <system_error>
#include <utility>

#include "world/quiet.h"

namespace tenon::catalog {
namespace {

// Those that end within so long are looked after together.
constexpr auto kTogether = std::chrono::milliseconds(5);

mode_t umaskOfNow() {
    const auto mask = ::umask(077);
    ::umask(mask);
    return mask;
}

}  // namespace

ProcessWide::ProcessWide()
    : folder_(::open(".", O_PATH | O_DIRECTORY | O_CLOEXEC)), umask_(umaskOfNow()) {}

void ProcessWide::enter() {
    const std::scoped_lock lock(mutex_);
    if (inside_++ > 0) return;
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], nullptr, &before_[i]);
}

void ProcessWide::leave() {
    const std::scoped_lock lock(mutex_);
    if (--inside_ == 0) return putBack();
    if (std::exchange(owes_, true)) return;
    if (!isLookedAfter()) return putBack();
    owed_.notify_one();
}

bool ProcessWide::isLookedAfter() {
    if (thread_.joinable()) return true;
    const world::Quiet quiet;
    try {
        thread_ = std::jthread([this](const std::stop_token& stop) { lookAfter(stop); });
    } catch (const std::system_error&) {  // no thread is to be had
    }
    return thread_.joinable();
}

void ProcessWide::lookAfter(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (owed_.wait(lock, stop, [this] { return owes_; })) {
        owed_.wait_for(lock, stop, kTogether, [] { return false; });
        if (owes_) putBack();
    }
}

void ProcessWide::putBack() {
    owes_ = false;
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        struct sigaction now {};
        ::sigaction(kSignals[i], nullptr, &now);
        if (now.sa_handler != before_[i].sa_handler) ::sigaction(kSignals[i], &before_[i], nullptr);
    }
    ::umask(umask_);
    if (::fchdir(folder_) != 0) return;  // it is gone, for everybody
}

}  // namespace tenon::catalog
