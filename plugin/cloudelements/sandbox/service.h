// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "faults.h"
#include "platform/platform.h"
#include "state_keeper.h"
#include "worker.h"

namespace cloudelements::sandbox {

// What all requests of one running sandbox share.
struct Service {
    // `stateFile`: what is there is where it goes on, and what changes is kept there; empty: none.
    Service(const tenon::Value& faults, std::function<void(std::string_view)> log,
            const std::string& stateFile = "");

    // What the fault gives, or the platform; what is thrown is an answer as well.
    Answer answerTo(const Request& request, const Fault& fault);
    // When no request comes any more: ends what runs, and keeps the state for the last time. Throws
    // a StepError (configuration) if it cannot be kept.
    void finish();
    // A line for the user.
    void tell(const Request& request, const std::string& what) const;

    Faults faults;
    std::function<void(std::string_view)> log;
    Platform platform;
    std::optional<StateKeeper> state;
    std::optional<Worker> worker;

  private:
    Answer acted(const Request& request, const Fault& fault);
    Answer later(const Request& request, const Fault& fault);
};

}  // namespace cloudelements::sandbox
