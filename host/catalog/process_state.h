// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fenv.h>
#include <signal.h>
#include <sys/types.h>

#include <array>

namespace tenon::catalog {

// While a plugin's code runs: what it does to the process in that time is undone afterwards, as far
// as the host depends on it. The folder that the process is in, its umask, how it takes signals;
// of this thread its mask of signals and its floating-point environment. Not undone: the
// environment, the locale, files that it closes, memory.
class ProcessState {
  public:
    ProcessState();
    ~ProcessState();
    ProcessState(const ProcessState&) = delete;
    ProcessState& operator=(const ProcessState&) = delete;

  private:
    static constexpr std::array kSignals{SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGTSTP,
                                         SIGPIPE, SIGXFSZ, SIGCHLD, SIGSEGV, SIGABRT};
    std::array<struct sigaction, kSignals.size()> actions_{};
    sigset_t mask_{};
    fenv_t floats_{};
};

}  // namespace tenon::catalog
