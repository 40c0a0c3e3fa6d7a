// SPDX-License-Identifier: Apache-2.0
#include "cli/end_code.h"

#include "run/workflow/workflow.h"
#include "runs/life.h"

namespace tenon::cli {

ExitCode codeOf(const Result<Value>& outcome, const std::vector<run::Act>& acts) {
    using State = world::RunState;
    const auto state = runs::stateOf(outcome, acts);
    if (state == State::completed) return kOk;
    if (state == State::unknown) return kOutcomeUnknown;
    if (state == State::cancelled) return kCancelled;
    return run::Workflow::refusedInput(outcome.error()) ? kBadInput : kFaulted;
}

}  // namespace tenon::cli
