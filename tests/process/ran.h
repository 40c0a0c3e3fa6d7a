// SPDX-License-Identifier: Apache-2.0
// A command of a real shell, and its end as one text.
#pragma once

#include <signal.h>

#include <string>

#include "process/process_shell.h"
#include "support/whole.h"

namespace support {

// "CODE out[…] err[…]", or the whole Error.
inline std::string ran(const tenon::run::ShellCommand& command, const tenon::Limits& limits = {}) {
    ::signal(SIGPIPE, SIG_IGN);
    tenon::process::ProcessShell shell;
    const auto end = shell.run(command, limits);
    if (!end) return whole(end.error());
    return std::to_string(end.value().code) + (end.value().killed ? " killed" : "") + " out[" +
           end.value().out + "] err[" + end.value().err + "]";
}

// A command that is given nothing.
inline std::string ranAlone(const std::string& command) {
    return ran(tenon::run::ShellCommand{.command = command});
}

}  // namespace support
