// SPDX-License-Identifier: Apache-2.0
// Processes with their cost.
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

extern "C" char** environ;

namespace bench {

struct Cost {
    double milliseconds = 0;  // start to exit
    double mebibytes = 0;     // most memory that it held
};

inline std::vector<char*> argumentsOf(const std::vector<std::string>& words) {
    std::vector<char*> out;
    for (const auto& word : words) out.push_back(const_cast<char*>(word.c_str()));
    out.push_back(nullptr);
    return out;
}

// Runs a program to its end, its output thrown away. The memory is at least this process's own:
// that is what the system counts for a child from its birth on.
inline Cost run(const std::vector<std::string>& words) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (const int output : {1, 2})
        posix_spawn_file_actions_addopen(&files, output, "/dev/null", O_WRONLY, 0);
    const auto began = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (::posix_spawnp(&child, words[0].c_str(), &files, nullptr, argumentsOf(words).data(),
                       environ) != 0)
        throw std::runtime_error("cannot start " + words[0]);
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    posix_spawn_file_actions_destroy(&files);
    if (status != 0) throw std::runtime_error(words[0] + " failed");
    return {took.count(), static_cast<double>(usage.ru_maxrss) / 1024};
}

// bench_server, serving until the object goes.
class Server {
  public:
    explicit Server(const std::vector<std::string>& words) {
        int in[2], out[2];
        if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0)
            throw std::runtime_error("pipe");
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, in[0], 0);
        posix_spawn_file_actions_adddup2(&files, out[1], 1);
        if (::posix_spawnp(&child_, words[0].c_str(), &files, nullptr, argumentsOf(words).data(),
                           environ) != 0)
            throw std::runtime_error("cannot start " + words[0]);
        posix_spawn_file_actions_destroy(&files);
        ::close(in[0]);
        ::close(out[1]);
        bell_ = in[1];
        std::string word;
        for (char c = 0; ::read(out[0], &c, 1) == 1 && c != '\n';)
            c == ' ' ? secrets_.push_back(std::exchange(word, "")) : word.push_back(c);
        secrets_.push_back(word);
        ::close(out[0]);
    }
    ~Server() {
        ::close(bell_);
        ::waitpid(child_, nullptr, 0);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Base URL, user secret, organization secret.
    [[nodiscard]] const std::vector<std::string>& secrets() const { return secrets_; }

  private:
    pid_t child_ = 0;
    int bell_ = -1;
    std::vector<std::string> secrets_;
};

}  // namespace bench
