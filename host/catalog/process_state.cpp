// SPDX-License-Identifier: Apache-2.0
#include "catalog/process_state.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tenon::catalog {
namespace {

// As they were before any plugin's code ran; calls may overlap, so none takes those of another.
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

}  // namespace

ProcessState::ProcessState() {
    place();
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], nullptr, &actions_[i]);
    ::pthread_sigmask(SIG_SETMASK, nullptr, &mask_);
    ::fegetenv(&floats_);
}

ProcessState::~ProcessState() {
    ::fesetenv(&floats_);
    ::pthread_sigmask(SIG_SETMASK, &mask_, nullptr);
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        struct sigaction now {};
        ::sigaction(kSignals[i], nullptr, &now);
        if (now.sa_handler != actions_[i].sa_handler)
            ::sigaction(kSignals[i], &actions_[i], nullptr);
    }
    ::umask(place().mask);
    if (::fchdir(place().folder) != 0) return;  // it is gone, for everybody
}

}  // namespace tenon::catalog
