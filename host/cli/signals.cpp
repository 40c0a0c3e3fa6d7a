// SPDX-License-Identifier: Apache-2.0
#include "cli/signals.h"

#include <signal.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "cli/exit_code.h"

namespace tenon::cli {

std::stop_token stopOnSignals() {
    static std::stop_source source;
    static std::once_flag once;
    std::call_once(once, [] {
        ::signal(SIGPIPE, SIG_IGN);
        // Blocked in every thread that comes later, and taken by one that only waits for them.
        static sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, SIGINT);
        sigaddset(&set, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &set, nullptr);
        std::thread([] {
            int signal = 0;
            sigwait(&set, &signal);
            source.request_stop();
            sigwait(&set, &signal);
            ::_exit(kCancelled);
        }).detach();
    });
    return source.get_token();
}

void waitForStop() {
    std::mutex mutex;
    std::condition_variable_any condition;
    std::unique_lock lock(mutex);
    condition.wait(lock, stopOnSignals(), [] { return false; });
}

}  // namespace tenon::cli
