// SPDX-License-Identifier: Apache-2.0
#include "net/no_sigpipe.h"

#include <errno.h>
#include <time.h>

namespace tenon::net {
namespace {

thread_local bool guarded = false;

}  // namespace

NoSigpipe::NoSigpipe() {
    if (guarded) return;
    struct sigaction action {};
    sigaction(SIGPIPE, nullptr, &action);
    if (action.sa_handler != SIG_DFL) return;  // the process took care of the signal itself
    active_ = guarded = true;
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    if (sigismember(&before_, SIGPIPE) != 1) return;
    sigset_t waiting;
    sigpending(&waiting);
    wasPending_ = sigismember(&waiting, SIGPIPE) == 1;
}

NoSigpipe::~NoSigpipe() {
    if (!active_) return;
    guarded = false;
    const timespec now{};
    if (!wasPending_)
        while (sigtimedwait(&pipe_, nullptr, &now) == -1 && errno == EINTR) continue;
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace tenon::net
