// SPDX-License-Identifier: Apache-2.0
#include "net/pool.h"

#include <poll.h>

namespace tenon::net {
namespace {

constexpr std::size_t kMostIdle = 16;                   // per key
constexpr auto kLongestIdle = std::chrono::seconds(4);  // servers often close after 5

// A server says nothing unasked: what can be read is the connection's end, or worse.
bool alive(const Stream& stream) {
    pollfd watched{stream.descriptor(), POLLIN, 0};
    return ::poll(&watched, 1, 0) == 0;
}

}  // namespace

std::unique_ptr<Stream> Pool::take(const std::string& key) {
    const auto now = std::chrono::steady_clock::now();
    std::vector<Idle> dead;  // closed after the lock is gone
    const std::scoped_lock lock(mutex_);
    auto& list = idle_[key];
    while (!list.empty()) {
        Idle last = std::move(list.back());
        list.pop_back();
        if (now - last.since < kLongestIdle && alive(*last.stream)) return std::move(last.stream);
        dead.push_back(std::move(last));
    }
    return nullptr;
}

void Pool::put(const std::string& key, std::unique_ptr<Stream> stream) {
    const std::scoped_lock lock(mutex_);
    auto& list = idle_[key];
    if (list.size() < kMostIdle)
        list.push_back({std::move(stream), std::chrono::steady_clock::now()});
}

}  // namespace tenon::net
