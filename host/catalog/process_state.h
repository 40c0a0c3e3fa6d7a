// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fenv.h>
#include <signal.h>

namespace tenon::catalog {

// While a plugin's code runs: what it does to the process in that time is undone afterwards, as far
// as the host depends on it. The folder that the process is in, its umask, how it takes signals
// (process_wide.h); of this thread its mask of signals and its floating-point environment. Not
// undone: the environment, the locale, files that it closes, memory.
class ProcessState {
  public:
    ProcessState();
    ~ProcessState();
    ProcessState(const ProcessState&) = delete;
    ProcessState& operator=(const ProcessState&) = delete;

  private:
    sigset_t mask_{};
    fenv_t floats_{};
};

}  // namespace tenon::catalog
