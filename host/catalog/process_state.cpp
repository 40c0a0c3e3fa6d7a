// SPDX-License-Identifier: Apache-2.0
#include "catalog/process_state.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <mutex>

namespace tenon::catalog {
namespace {

constexpr std::array kSignals{SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGTSTP,
                              SIGPIPE, SIGXFSZ, SIGCHLD, SIGSEGV, SIGABRT};

// As it was before any plugin's code ran.
struct Place {
    Place() : folder(::open(".", O_PATH | O_DIRECTORY | O_CLOEXEC)), mask(::umask(077)) {
        ::umask(mask);
    }
    int folder;
    mode_t mask;
};

const Place& place() {
    static const Place place;
    return place;
}

// How the process takes signals. Each call that would look for itself might see what another one
// has changed, and bring it back at its end.
class Signals {
  public:
    void enter() {
        const std::scoped_lock lock(mutex_);
        if (inside_++ > 0) return;
        for (std::size_t i = 0; i < kSignals.size(); ++i)
            ::sigaction(kSignals[i], nullptr, &before_[i]);
    }
    void leave() {
        for (std::size_t i = 0; i < kSignals.size(); ++i) {
            struct sigaction now {};
            ::sigaction(kSignals[i], nullptr, &now);
            if (now.sa_handler != before_[i].sa_handler)
                ::sigaction(kSignals[i], &before_[i], nullptr);
        }
        const std::scoped_lock lock(mutex_);
        --inside_;
    }

  private:
    std::mutex mutex_;
    std::size_t inside_ = 0;
    std::array<struct sigaction, kSignals.size()> before_{};  // written where nobody is inside
};

Signals& signals() {
    static Signals signals;
    return signals;
}

}  // namespace

ProcessState::ProcessState() {
    place();
    signals().enter();
    ::pthread_sigmask(SIG_SETMASK, nullptr, &mask_);
    ::fegetenv(&floats_);
}

ProcessState::~ProcessState() {
    ::fesetenv(&floats_);
    ::pthread_sigmask(SIG_SETMASK, &mask_, nullptr);
    signals().leave();
    ::umask(place().mask);
    if (::fchdir(place().folder) != 0) return;  // it is gone, for everybody
}

}  // namespace tenon::catalog
