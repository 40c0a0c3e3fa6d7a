// SPDX-License-Identifier: Apache-2.0
#include "machine/process_shell.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stop_token>

#include "machine/pipes.h"

namespace tenon::machine {
namespace {

using Clock = std::chrono::steady_clock;
using Watched = std::array<pollfd, 5>;

// A running shell, with its process group. Whatever happens, it is gone with the object.
class Child {
  public:
    Child(const world::ShellCommand& command, int in, int out, int err);
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (id_ <= 0) return;
        // Not reaped yet, so its number, which is its group's, cannot be another's.
        ::kill(-id_, SIGKILL);
        wait();
    }
    // Readable once the shell itself has ended.
    [[nodiscard]] Descriptor end() const {
        // glibc 2.36 declares pidfd_open for C only.
        return Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, id_, 0)));
    }
    world::ShellEnd wait() {
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) continue;
        id_ = 0;
        world::ShellEnd end;
        end.killed = WIFSIGNALED(status);
        end.code = end.killed ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
        return end;
    }

  private:
    pid_t id_ = 0;
};

std::vector<std::string> environmentOf(const world::ShellCommand& command) {
    std::vector<std::string> out;
    for (const auto& [name, value] : command.environment) out.push_back(name + "=" + value);
    for (const std::string name : {"PATH", "HOME", "LANG", "TZ"}) {
        const auto given = [&](const auto& pair) { return pair.first == name; };
        if (std::any_of(command.environment.begin(), command.environment.end(), given)) continue;
        if (const char* value = ::getenv(name.c_str())) out.push_back(name + "=" + value);
    }
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (auto& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

Child::Child(const world::ShellCommand& command, int in, int out, int err) {
    std::vector<std::string> words{"sh", "-c", command.command, "sh"};
    words.insert(words.end(), command.arguments.begin(), command.arguments.end());
    auto variables = environmentOf(command);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t how;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&how);
    ::posix_spawn_file_actions_adddup2(&actions, in, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out, 1);
    ::posix_spawn_file_actions_adddup2(&actions, err, 2);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    ::posix_spawnattr_setsigmask(&how, &none);
    ::posix_spawnattr_setsigdefault(&how, &all);
    ::posix_spawnattr_setpgroup(&how, 0);
    ::posix_spawnattr_setflags(
        &how, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    const int problem = ::posix_spawn(&id_, "/bin/sh", &actions, &how, pointers(words).data(),
                                      pointers(variables).data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&how);
    if (problem == 0) return;
    id_ = 0;
    throw StepError(
        makeError(ErrorKind::runtime, "no shell",
                  std::string("The shell could not be started (") + strerror(problem) + ")." +
                      (problem == E2BIG ? " Give what is long on standard input." : "") +
                      " Nothing was run."));
}

Error gaveUp(ErrorKind kind, std::string title, const std::string& why) {
    Error error =
        makeError(kind, std::move(title), why + " It was killed, and may have acted before.");
    error.done = Done::maybe;
    return error;
}

// Blocks until one of them has something to do, or the time is up.
void poll(Watched& watched, Clock::time_point deadline) {
    int patience = -1;
    if (deadline != Clock::time_point::max()) {
        // Rounded up: a wait that ends early would only spin.
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        patience = static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
    }
    if (::poll(watched.data(), watched.size(), patience) < 0)
        for (auto& one : watched) one.revents = 0;
}

// What is there; closes the end where there will be no more.
void readSome(Descriptor& from, std::string& text) {
    char buffer[64 * 1024];
    const auto got = ::read(from.number(), buffer, sizeof buffer);
    if (got > 0) return void(text.append(buffer, static_cast<std::size_t>(got)));
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) from.close();
}

// A command that does not read all of its input is its own affair.
void writeSome(Descriptor& to, std::string_view& text) {
    const auto put = ::write(to.number(), text.data(), text.size());
    if (put > 0) text.remove_prefix(static_cast<std::size_t>(put));
    if (text.empty() || (put < 0 && errno != EAGAIN && errno != EINTR)) to.close();
}

// What lies in the pipe already.
void readRest(Descriptor& from, std::string& text) {
    for (std::size_t before = text.size() + 1; from.open() && text.size() != before;) {
        if (text.size() > kMostOutput) return;
        before = text.size();
        readSome(from, text);
    }
}

world::ShellEnd attend(const world::ShellCommand& command, const Limits& limits,
                       world::ShellEnd& said) {
    if (limits.stop.stop_requested())
        throw StepError(makeError(ErrorKind::cancelled, "cancelled",
                                  "The run was stopped before the shell command began."));
    const Descriptor bell = makeBell();
    const std::stop_callback onStop(limits.stop, [&] { eventfd_write(bell.number(), 1); });
    Pipe in = pipeTo(), out = pipeFrom(), err = pipeFrom();
    Child child(command, in.from.number(), out.to.number(), err.to.number());
    in.from.close();
    out.to.close();
    err.to.close();
    std::string_view input = command.input;
    if (input.empty()) in.to.close();
    Descriptor running = child.end();
    const auto giveUp = [&](ErrorKind kind, const char* title, const std::string& why) {
        readRest(out.from, said.out);
        readRest(err.from, said.err);
        throw StepError(gaveUp(kind, title, why));
    };
    while (out.from.open() || err.from.open() || running.open()) {
        if (limits.stop.stop_requested())
            giveUp(ErrorKind::cancelled, "cancelled",
                   "The run was stopped while the shell command ran.");
        if (Clock::now() >= limits.deadline)
            giveUp(ErrorKind::timeout, "deadline",
                   "The time was up before the shell command ended.");
        Watched watched{{{in.to.number(), POLLOUT, 0},
                         {out.from.number(), POLLIN, 0},
                         {err.from.number(), POLLIN, 0},
                         {running.number(), POLLIN, 0},
                         {bell.number(), POLLIN, 0}}};
        poll(watched, limits.deadline);
        if (watched[0].revents) writeSome(in.to, input);
        if (watched[1].revents) readSome(out.from, said.out);
        if (watched[2].revents) readSome(err.from, said.err);
        if (watched[3].revents) running.close();
        for (const auto& [name, text] :
             {std::pair{"standard output", &said.out}, std::pair{"standard error", &said.err}})
            if (text->size() > kMostOutput)
                giveUp(ErrorKind::runtime, "shell output",
                       std::string("The shell command wrote more than 8 MiB to its ") + name + ".");
    }
    world::ShellEnd end = child.wait();
    end.out = std::move(said.out);
    end.err = std::move(said.err);
    return end;
}

}  // namespace

Result<world::ShellEnd> ProcessShell::run(const world::ShellCommand& command, const Limits& limits,
                                          world::ShellEnd& came) {
    try {
        return attend(command, limits, came);
    } catch (const StepError& e) {
        return e.error();
    }
}

}  // namespace tenon::machine
