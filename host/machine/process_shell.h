// SPDX-License-Identifier: Apache-2.0
// The shell of this machine: /bin/sh, a process of its own for each command.
#pragma once

#include <cstddef>

#include "world/ports.h"

namespace tenon::machine {

// How much a command may write to its standard output or error.
inline constexpr std::size_t kMostOutput = 8 * 1024 * 1024;

// A command sees PATH, HOME, LANG and TZ of this process and the variables that it is given, no
// others; no descriptor but its standard three; and no signal blocked or ignored. It is the leader
// of a process group, which is killed as a whole at the deadline or when a stop is requested. As
// with `$( )`, a command has ended when its output has: what it leaves in the background goes on
// only if it writes elsewhere. SIGPIPE must be ignored in this process.
class ProcessShell final : public world::Shell {
  public:
    Result<world::ShellEnd> run(const world::ShellCommand& command, const Limits& limits,
                                world::ShellEnd& came) override;
};

}  // namespace tenon::machine
