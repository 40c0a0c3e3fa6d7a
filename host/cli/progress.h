// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/live_line.h"
#include "run/ports.h"

namespace tenon::cli {

// Writes a line for what happened, on a terminal one more for what is going on, and remembers what
// was made outside: if the run faults later, that must not be lost.
class Progress final : public run::Observer {
  public:
    explicit Progress(std::ostream& out) : out_(out), live_(out) {}

    void on(const run::Event& event) override;

    // What calls gave that must not be made twice, by task; unmasked. What was only read is not
    // kept: a long loop may read much.
    [[nodiscard]] const Object& made() const { return made_; }

  private:
    void note(const run::Event& event);

    std::ostream& out_;
    LiveLine live_;
    std::vector<std::pair<std::string, std::string>> running_;  // by position, the latest last
    Object made_;
};

// The error as a person reads it, several lines.
std::string explain(const Error& error);

}  // namespace tenon::cli
