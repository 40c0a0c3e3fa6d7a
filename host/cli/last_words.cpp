// SPDX-License-Identifier: Apache-2.0
#include "cli/last_words.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <condition_variable>
#include <string_view>

#include "cli/exit_code.h"
#include "cli/printable.h"
#include "cli/signals.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

using Line = LastWords::Line;
using State = Line::State;

// Read by handlers of signals: nothing here is freed.
struct {
    std::atomic<bool> running{false};
    std::atomic<pid_t> process{0};
    std::atomic<Line*> first{nullptr};
    std::atomic<Line*> last{nullptr};
    std::string where;
} all;

std::mutex mutex;
std::condition_variable changed;

void sayAsItIs(std::string_view text) {
    while (!text.empty()) {
        const auto put = ::write(STDERR_FILENO, text.data(), text.size());
        if (put <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(put));
    }
}

// Calls nothing that a handler of a signal may not call. Is some outcome unknown?
bool tell(std::string_view why) {
    sayAsItIs("\ntenon: ");
    sayAsItIs(why);
    sayAsItIs("\n");
    bool any = false, open = false;
    for (const Line* line = all.first; line; line = line->next) {
        const State state = line->state;
        if (state == State::notDone) continue;
        any = true;
        open = open || state != State::made;
        sayAsItIs(state == State::begun ? line->open : line->closed);
    }
    if (any) sayAsItIs(all.where);
    return open;
}

bool ours() { return all.running && all.process == ::getpid(); }

// What crashed is not to be trusted further; the exit code is that of the signal, unless something
// is not known.
void onFatal(int signal) {
    if (ours()) {
        all.running = false;
        const char* name = ::sigabbrev_np(signal);
        char why[64] = "the process was ended by SIG";
        ::strncat(why, name ? name : "?", 16);
        ::strncat(why, ".", 2);
        if (tell(why)) ::_exit(kOutcomeUnknown);
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void watchFatal() {
    // A thread that has used up its stack cannot run a handler on it.
    static char room[64 * 1024];
    const stack_t stack{.ss_sp = room, .ss_flags = 0, .ss_size = sizeof room};
    ::sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = onFatal;
    action.sa_flags = SA_ONSTACK | SA_RESETHAND;
    for (const int signal :
         {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGTRAP, SIGQUIT, SIGXCPU, SIGALRM,
          SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGIO, SIGPWR, SIGSTKFLT}) {
        struct sigaction now {};
        ::sigaction(signal, nullptr, &now);
        if (now.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
    }
}

// A step called exit().
void onExit() {
    if (!ours()) return;
    all.running = false;
    ::_exit(tell("a step ended the process, which it must not.") ? kOutcomeUnknown : kInternal);
}

// A second signal: the run has a moment to end by itself, which it mostly does.
void onHurry() {
    std::unique_lock lock(mutex);
    if (changed.wait_for(lock, std::chrono::seconds(1), [] { return !all.running; })) return;
    all.running = false;
    ::_exit(tell("stopped at once, before the run had ended.") ? kOutcomeUnknown : kCancelled);
}

}  // namespace

LastWords::LastWords(const world::Redactor& redactor, const std::string& where)
    : redactor_(redactor) {
    all.where = printable(where);
    all.process = ::getpid();
    all.running = true;
    static std::once_flag once;
    std::call_once(once, [] {
        std::atexit(onExit);
        ::at_quick_exit(onExit);
        watchFatal();
        onSecondSignal(onHurry);
    });
}

LastWords::~LastWords() {
    const std::scoped_lock lock(mutex);
    all.running = false;
    changed.notify_all();
}

std::optional<Error> LastWords::began(const world::Question& question) {
    auto* line = new Line;
    line->open = printable("  outcome unknown: " + question.position + " (" + question.action +
                           "); look on the remote side before you run this again\n");
    const std::scoped_lock lock(mutex_);
    open_[question.position] = line;
    Line* before = all.last.exchange(line);
    (before ? before->next : all.first) = line;
    return std::nullopt;
}

void LastWords::ended(const world::Question& question, const world::Answer& answer) {
    const auto& [result, raw] = answer;
    const std::scoped_lock lock(mutex_);
    const auto found = open_.find(question.position);
    if (found == open_.end()) return;
    const bool made = result.ok() || result.error().done == Done::yes;
    const State state = made                                 ? State::made
                        : result.error().done == Done::maybe ? State::unknown
                                                             : State::notDone;
    Line* line = found->second;
    const bool told = line->state != State::begun;  // then another line takes its place
    if (told) {
        found->second = new Line;
        found->second->open = line->open;
    }
    found->second->closed =
        made ? printable("  made: " + question.position + " gave " +
                         json::write(redactor_.value(result ? result.value() : raw)) + "\n")
             : line->open;
    found->second->state = state;
    if (!told) return;
    all.last.exchange(found->second)->next = found->second;
    line->state = State::notDone;
}

}  // namespace tenon::cli
