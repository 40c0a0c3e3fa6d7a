// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/drive.h"
#include "cli/kept_run.h"
#include "cli/signals.h"
#include "cli/standard_streams.h"
#include "cli/state_options.h"

namespace tenon::cli {
namespace {

int resume(const Arguments& arguments) {
    if (arguments.operands().size() != 1) throw UsageError("name one run; tenon runs lists them");
    stopOnSignals();
    keepStandardOutput();
    const auto state = openRuns(arguments);
    return resumeKept(arguments, *state, arguments.operands().front());
}

}  // namespace

Command resumeCommand() {
    return {"resume", "RUN", "Goes on with a run that was interrupted or left",
            withStateOptions(drivingOptions()), resume};
}

}  // namespace tenon::cli
