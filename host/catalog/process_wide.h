// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <signal.h>
#include <sys/types.h>

#include <array>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <stop_token>
#include <thread>

namespace tenon::catalog {

// What all threads of the process share: the folder that it is in, its umask, how it takes signals.
// Where calls of plugins overlap, all goes back to what was there before the first of them: what
// the last one out has changed before it is out, what others have within a few milliseconds. To
// look at it all takes a dozen system calls, and so those that end together are looked after
// together. One for the process. Any thread.
class ProcessWide {
  public:
    ProcessWide();
    void enter();
    void leave();

  private:
    static constexpr std::array kSignals{SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGTSTP,
                                         SIGPIPE, SIGXFSZ, SIGCHLD, SIGSEGV, SIGABRT};

    void putBack();
    // By the thread, which is started where it is not; false where it cannot be.
    bool isLookedAfter();
    void lookAfter(const std::stop_token& stop);

    // As they were before any plugin's code ran.
    const int folder_;
    const mode_t umask_;

    std::mutex mutex_;
    std::condition_variable_any owed_;
    std::size_t inside_ = 0;
    bool owes_ = false;  // someone is out, and nobody has looked since
    std::array<struct sigaction, kSignals.size()> before_{};
    std::jthread thread_;  // where calls have overlapped; ended first
};

}  // namespace tenon::catalog
