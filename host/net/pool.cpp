// SPDX-License-Identifier: Apache-2.0
#include "net/pool.h"

#include <poll.h>

#include <algorithm>
#include <iterator>

namespace tenon::net {
namespace {

constexpr std::size_t kMostIdle = 64;                   // per key
constexpr auto kLongestIdle = std::chrono::seconds(4);  // servers often close after 5

// A server says nothing unasked: what can be read is the connection's end, or worse.
bool alive(const Stream& stream) {
    pollfd watched{stream.descriptor(), POLLIN, 0};
    return ::poll(&watched, 1, 0) == 0;
}

}  // namespace

std::unique_ptr<Stream> Pool::take(const std::string& key) {
    for (;;) {
        auto stream = last(key);
        if (!stream || alive(*stream)) return stream;
    }
}

std::unique_ptr<Stream> Pool::last(const std::string& key) {
    const auto now = now_();
    std::vector<Idle> dead;  // closed after the lock is gone
    const std::scoped_lock lock(mutex_);
    sweep(now, dead);
    const auto found = idle_.find(key);
    if (found == idle_.end() || found->second.empty()) return nullptr;
    auto& list = found->second;
    // Those before it were idle for longer still.
    if (now - list.back().since >= kLongestIdle) {
        std::move(list.begin(), list.end(), std::back_inserter(dead));
        list.clear();
        return nullptr;
    }
    auto stream = std::move(list.back().stream);
    list.pop_back();
    return stream;
}

void Pool::put(const std::string& key, std::unique_ptr<Stream> stream) {
    const auto now = now_();
    std::vector<Idle> dead;
    const std::scoped_lock lock(mutex_);
    sweep(now, dead);
    auto& list = idle_[key];
    if (list.size() < kMostIdle) list.push_back({std::move(stream), now});
}

void Pool::sweep(Clock::time_point now, std::vector<Idle>& dead) {
    if (now - swept_ < kLongestIdle) return;
    swept_ = now;
    for (auto entry = idle_.begin(); entry != idle_.end();) {
        auto& list = entry->second;
        const auto fresh = std::find_if(list.begin(), list.end(), [&](const Idle& idle) {
            return now - idle.since < kLongestIdle;
        });
        std::move(list.begin(), fresh, std::back_inserter(dead));
        list.erase(list.begin(), fresh);
        entry = list.empty() ? idle_.erase(entry) : std::next(entry);
    }
}

}  // namespace tenon::net
