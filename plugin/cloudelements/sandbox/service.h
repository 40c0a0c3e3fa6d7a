// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "faults.h"
#include "platform/platform.h"
#include "state_file.h"
#include "worker.h"

namespace cloudelements::sandbox {

// What all requests of one running sandbox share.
struct Service {
    // `stateFile`: what is there is where it goes on, and what changes is kept there; empty: none.
    Service(const tenon::Value& faults, std::function<void(std::string_view)> log,
            const std::string& stateFile = "");

    // What the fault gives, or the platform; what is thrown is an answer as well.
    Answer answerTo(const Request& request, const Fault& fault);
    // A line for the user.
    void tell(const Request& request, const std::string& what) const;

    Faults faults;
    std::function<void(std::string_view)> log;
    std::optional<StateFile> state;
    Platform platform;
    Worker worker;
};

}  // namespace cloudelements::sandbox
