// SPDX-License-Identifier: Apache-2.0
#include "support/child.h"

#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

namespace support {
namespace {

namespace fs = std::filesystem;

// ThreadSanitizer has a thread of its own.
#ifdef __SANITIZE_THREAD__
constexpr std::ptrdiff_t kWatchers = 1;
#else
constexpr std::ptrdiff_t kWatchers = 0;
#endif

std::vector<std::string> changed(const std::map<std::string, std::string>& environment) {
    std::vector<std::string> lines;
    for (char** line = environ; *line; ++line) {
        const std::string text = *line;
        if (!environment.count(text.substr(0, text.find('=')))) lines.push_back(text);
    }
    for (const auto& [name, value] : environment)
        if (!value.empty()) lines.push_back(name + "=" + value);
    return lines;
}

// For as long as `texts` are.
std::vector<char*> pointers(const std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (const auto& text : texts) all.push_back(const_cast<char*>(text.c_str()));
    all.push_back(nullptr);
    return all;
}

}  // namespace

pid_t start(const std::vector<std::string>& words,
            const std::map<std::string, std::string>& environment,
            const std::vector<std::pair<int, int>>& files) {
    sigset_t taken;
    ::sigemptyset(&taken);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGPIPE})
        ::sigaddset(&taken, signal);
    posix_spawnattr_t how;
    ::posix_spawnattr_init(&how);
    ::posix_spawnattr_setsigdefault(&how, &taken);
    ::posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (const auto& [ours, its] : files) ::posix_spawn_file_actions_adddup2(&actions, ours, its);
    const auto lines = changed(environment);
    pid_t child = -1;
    const int problem = ::posix_spawnp(&child, words[0].c_str(), &actions, &how,
                                       pointers(words).data(), pointers(lines).data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&how);
    if (problem) throw std::runtime_error(words[0] + ": " + ::strerror(problem));
    return child;
}

pid_t forkAlone() {
    const auto threads = std::distance(fs::directory_iterator("/proc/self/task"), {}) - kWatchers;
    if (threads > 1)
        throw std::runtime_error("fork in a process with " + std::to_string(threads) + " threads");
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork");
    return child;
}

}  // namespace support
