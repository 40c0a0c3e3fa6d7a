// SPDX-License-Identifier: Apache-2.0
// A command of a real shell, and its end as one text.
#pragma once

#include <signal.h>

#include <string>

#include "machine/process_shell.h"
#include "support/whole.h"

namespace support {

// "CODE out[…] err[…]", or the whole Error with what had come.
inline std::string ran(const tenon::world::ShellCommand& command,
                       const tenon::Limits& limits = {}) {
    ::signal(SIGPIPE, SIG_IGN);
    tenon::machine::ProcessShell shell;
    tenon::world::ShellEnd came;
    const auto end = shell.run(command, limits, came);
    const auto written = [](const tenon::world::ShellEnd& by) {
        return " out[" + by.out + "] err[" + by.err + "]";
    };
    if (!end)
        return whole(end.error()) +
               (came.out.empty() && came.err.empty() ? "" : "\n" + written(came));
    return std::to_string(end.value().code) + (end.value().killed ? " killed" : "") +
           written(end.value());
}

// A command that is given nothing.
inline std::string ranAlone(const std::string& command) {
    return ran(tenon::world::ShellCommand{.command = command});
}

}  // namespace support
