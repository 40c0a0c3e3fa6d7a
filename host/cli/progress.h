// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <vector>

#include "run/ports.h"

namespace tenon::cli {

// Writes a line for what happens, and remembers what was made outside: if the run faults later,
// that must not be lost.
class Progress final : public run::Observer {
  public:
    explicit Progress(std::ostream& out) : out_(out) {}

    void on(const run::Event& event) override;

    // Outputs of the calls that completed, by task; unmasked.
    [[nodiscard]] const Object& made() const { return made_; }

  private:
    std::ostream& out_;
    Object made_;
};

// The error as a person reads it, several lines.
std::string explain(const Error& error);

}  // namespace tenon::cli
