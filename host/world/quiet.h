// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <signal.h>

namespace tenon::world {

// While it lives no signal is delivered to this thread. A thread that is started meanwhile gets
// none for as long as it runs: signals are for others.
class Quiet {
  public:
    Quiet() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~Quiet() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

  private:
    sigset_t before_;
};

}  // namespace tenon::world
