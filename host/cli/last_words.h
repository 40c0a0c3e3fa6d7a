// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>

#include "world/journal.h"
#include "world/redactor.h"

namespace tenon::cli {

// Sees to it that a process which ends in the middle of a run, by whatever ends it but SIGKILL and
// _exit(), says what the run has made outside and what is not known, and where it is kept. One a
// process, in the main thread.
class LastWords final : public world::ActWatch {
  public:
    // `where`: a line that says where what was made is kept.
    LastWords(const world::Redactor& redactor, const std::string& where);
    // The run has ended, and all is said.
    ~LastWords() override;

    std::optional<Error> began(const world::Question& question) override;
    void ended(const world::Question& question, const world::Answer& answer) override;

    // A line for what was made or is not known. Lives for ever: a handler of a signal reads them at
    // any moment, and takes no lock.
    struct Line {
        enum class State { begun, made, unknown, notDone };
        std::string open, closed;  // before and after the act has ended
        std::atomic<State> state{State::begun};
        std::atomic<Line*> next{nullptr};
    };

  private:
    const world::Redactor& redactor_;
    std::mutex mutex_;
    std::map<std::string, Line*> open_;  // by position
};

}  // namespace tenon::cli
