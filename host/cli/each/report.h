// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/live_line.h"

namespace tenon::cli::each {

// What became of one input.
struct Outcome {
    std::string key;
    ExitCode code = kOk;
    std::string detail{};  // of what failed; no secrets
    bool before = false;   // it ended in an earlier life of this process
    bool open = false;     // it did not end: it is there to be done
};

// Tells of many runs while they go on: one line on a terminal, elsewhere a line for each that
// failed and one at each tenth of the way; and of all of them in the end. One thread at a time.
class Report {
  public:
    Report(std::ostream& out, std::size_t all);

    void began();
    void ended(const Outcome& outcome);
    // What failed, by its key; twenty at most. `failedFile`: where those inputs are; empty if
    // nowhere. `kept`: what is open can be gone on with.
    void finish(const std::string& failedFile, bool kept);

    [[nodiscard]] std::size_t failed() const { return failed_; }
    // Of all: unknown before cancelled before failed.
    [[nodiscard]] ExitCode code() const;
    // For a program: how many of each.
    [[nodiscard]] std::string json() const;

  private:
    [[nodiscard]] std::string standing() const;
    void show();

    std::ostream& out_;
    LiveLine live_;
    const std::size_t all_;
    const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point shown_{};
    std::size_t running_ = 0, completed_ = 0, before_ = 0, failed_ = 0, unknown_ = 0;
    bool cut_ = false;            // one was cancelled, now
    std::vector<Outcome> first_;  // of those that failed
};

}  // namespace tenon::cli::each
