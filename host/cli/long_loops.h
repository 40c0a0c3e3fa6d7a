// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "world/event.h"
#include "world/redactor.h"

namespace tenon::cli {

// Tells of loops with many rounds in few lines: how far each is, and the rounds in which something
// faulted. Others are told of task by task. One thread at a time.
class LongLoops {
  public:
    // The redactor outlives it.
    explicit LongLoops(const world::Redactor& redactor) : redactor_(redactor) {}

    // The round of the outermost long loop that the event is part of; its loop is nullptr where
    // there is none.
    static world::Round around(const world::Event& event);
    // "37 of 1000", at the place of the loop's own line.
    static std::string standing(const world::Round& round);

    // What is to be said of an event in that round; `line`: what is said of it elsewhere, without
    // its place; `fault`: does it tell of something that went wrong?
    std::vector<std::string> inside(const world::Event& event, const world::Round& round,
                                    const std::string& line, bool fault);
    struct End {
        std::vector<std::string> lines{};  // before the loop's own
        std::string rounds{};              // for that: how many there were
    };
    // The task has ended; empty where it was no such loop.
    End ended(const world::Event& event);

  private:
    struct Fault {
        std::string position;
        std::string line;  // empty where it was told in an earlier life of the run
    };
    struct Standing {
        world::Round round;
        std::vector<Fault> faults{};  // of the round, while an attempt may still make them good
        std::size_t faulted = 0;      // rounds
        std::chrono::system_clock::time_point told;
    };

    [[nodiscard]] std::string startOf(const world::Round& round) const;
    static std::vector<std::string> over(Standing& standing);

    const world::Redactor& redactor_;
    std::map<std::string, Standing> standings_;  // by the loop's position
};

}  // namespace tenon::cli
