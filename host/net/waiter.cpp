// SPDX-License-Identifier: Apache-2.0
#include "net/waiter.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>

#include "net/fault.h"

namespace tenon::net {

using Clock = std::chrono::steady_clock;

Waiter::Waiter(const Limits& limits, Bells& bells) : limits_(limits), bells_(bells) {
    if (!limits.stop.stop_possible()) return;
    bell_ = bells.take();
    onStop_.emplace(limits.stop, [bell = bell_] { eventfd_write(bell, 1); });
}

Waiter::~Waiter() {
    onStop_.reset();  // it does not ring from here on
    if (bell_ < 0) return;
    if (limits_.stop.stop_requested()) {
        ::close(bell_);
    } else {
        bells_.put(bell_);
    }
}

void Waiter::check() const {
    if (limits_.stop.stop_requested()) throw Fault(FaultKind::cancelled, "the run was stopped");
    if (Clock::now() >= limits_.deadline) throw Fault(FaultKind::deadline, "the time was up");
}

short Waiter::wait(int descriptor, short events, Clock::time_point until) {
    pollfd watched[2] = {{descriptor, events, 0}, {bell_, POLLIN, 0}};
    for (;;) {
        const auto now = Clock::now();
        if (now >= until && !limits_.stop.stop_requested()) return 0;
        check();
        const auto end = std::min(limits_.deadline, until);
        int patience = -1;
        if (end != Clock::time_point::max()) {
            // Rounded up: a wait that ends early would only spin.
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - now).count();
            patience = static_cast<int>(std::min<std::int64_t>(left, 3'600'000));
        }
        const int ready = ::poll(watched, bell_ >= 0 ? 2 : 1, patience);
        if (ready < 0 && errno != EINTR)
            throw Fault(FaultKind::connect, std::string("poll: ") + strerror(errno));
        if (ready > 0 && watched[0].revents) return watched[0].revents;
    }
}

}  // namespace tenon::net
