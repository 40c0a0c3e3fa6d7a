// SPDX-License-Identifier: Apache-2.0
#include "cli/signals.h"

#include <signal.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "cli/exit_code.h"

namespace tenon::cli {
namespace {

// None of it is ever destroyed: a signal may come while the process exits.
struct Pauses {
    std::mutex mutex;
    std::function<void()> before, after;
};
auto& pauses = *new Pauses;

struct Second {
    std::mutex mutex;
    std::function<void()> call;
};
auto& second = *new Second;

void hurry() {
    const std::scoped_lock lock(second.mutex);
    if (!second.call) ::_exit(kCancelled);
    second.call();
}

void call(const std::function<void()>& what) {
    const std::scoped_lock lock(pauses.mutex);
    if (what) what();
}

void pauseHere() {
    call(pauses.before);
    // Of this thread, so that the next line is reached only when the process goes on.
    ::raise(SIGSTOP);
    call(pauses.after);
}

}  // namespace

void aroundPauses(std::function<void()> before, std::function<void()> after) {
    const std::scoped_lock lock(pauses.mutex);
    pauses.before = std::move(before);
    pauses.after = std::move(after);
}

void onSecondSignal(std::function<void()> hurry) {
    const std::scoped_lock lock(second.mutex);
    second.call = std::move(hurry);
}

std::stop_token stopOnSignals() {
    static auto& source = *new std::stop_source;
    static std::once_flag once;
    std::call_once(once, [] {
        ::signal(SIGPIPE, SIG_IGN);
        ::signal(SIGXFSZ, SIG_IGN);
        ::signal(SIGCHLD, SIG_DFL);  // a parent may have had it ignored, and with it how they ended
        // Blocked in every thread that comes later, and taken by one that only waits for them.
        static sigset_t set;
        sigemptyset(&set);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGTSTP}) {
            struct sigaction now {};
            ::sigaction(signal, nullptr, &now);
            if (now.sa_handler != SIG_IGN) sigaddset(&set, signal);
        }
        pthread_sigmask(SIG_BLOCK, &set, nullptr);
        std::thread([] {
            for (;;) {
                int signal = 0;
                sigwait(&set, &signal);
                if (signal == SIGTSTP) {
                    pauseHere();
                } else if (!source.request_stop()) {
                    hurry();
                }
            }
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
