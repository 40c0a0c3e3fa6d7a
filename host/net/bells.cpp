// SPDX-License-Identifier: Apache-2.0
#include "net/bells.h"

#include <errno.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <string>

#include "net/fault.h"

namespace tenon::net {

Bells::~Bells() {
    for (const int bell : idle_) ::close(bell);
}

int Bells::take() {
    {
        const std::scoped_lock lock(mutex_);
        if (!idle_.empty()) {
            const int bell = idle_.back();
            idle_.pop_back();
            return bell;
        }
    }
    const int bell = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (bell < 0)
        throw Fault(FaultKind::connect, std::string("no means to wait (") + strerror(errno) + ")");
    return bell;
}

void Bells::put(int bell) noexcept {
    {
        const std::scoped_lock lock(mutex_);
        if (idle_.size() < kMost) return idle_.push_back(bell);
    }
    ::close(bell);
}

}  // namespace tenon::net
