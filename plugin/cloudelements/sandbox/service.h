// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "faults.h"
#include "platform.h"

namespace cloudelements::sandbox {

// What all requests of one running sandbox share.
struct Service {
    Service(const tenon::Value& faults, std::function<void(std::string_view)> log);

    // What the fault gives, or the platform; what is thrown is an answer as well.
    Answer answerTo(const Request& request, const Fault& fault);
    // A line for the user.
    void tell(const Request& request, const std::string& what) const;

    Faults faults;
    Platform platform;
    std::function<void(std::string_view)> log;
};

}  // namespace cloudelements::sandbox
