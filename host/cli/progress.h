// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/live_line.h"
#include "cli/long_loops.h"
#include "world/ports.h"

namespace tenon::cli {

// Writes a line for what happened, and on a terminal one more for what is going on. Of a loop with
// many rounds it says how far it is, and what went wrong.
class Progress final : public world::Observer {
  public:
    // The redactor outlives it.
    Progress(std::ostream& out, const world::Redactor& redactor)
        : out_(out), live_(out), loops_(redactor) {}

    void on(const world::Event& event) override;

  private:
    void note(const world::Event& event);
    std::vector<std::string> linesOf(const world::Event& event);

    std::ostream& out_;
    LiveLine live_;
    LongLoops loops_;
    std::vector<std::pair<std::string, std::string>> running_;  // by position, the latest last
};

// The error as a person reads it, several lines.
std::string explain(const Error& error);

}  // namespace tenon::cli
