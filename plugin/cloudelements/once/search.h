// SPDX-License-Identifier: Apache-2.0
// Looking for what may have been made, for as long as a slow creation may still be running.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "tenon/context.h"
#include "tenon/value.h"

namespace cloudelements {

// One that is like what was to be made.
struct Candidate {
    std::int64_t id{};
    tenon::Value description;  // as the platform gives it
};

// All that there are. Throws StepError where that cannot be told: that is not "none".
using Look = std::function<std::vector<Candidate>()>;

struct Sought {
    std::vector<Candidate> found;
    // Where nothing was found: why nobody can know that there is none.
    std::optional<tenon::Error> trouble;
    // The task's time was up, or the run was stopped: that is the trouble.
    bool isOver = false;
};

// Ends as soon as something is found. That there is none is known where three looks or more said so
// and no other thing, the last of them after waits of `window` in sum.
Sought seek(tenon::Context& context, std::chrono::milliseconds window, const Look& look);

}  // namespace cloudelements
