// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formulas/references.h"
#include "platform/jobs.h"

namespace cloudelements::sandbox {

struct World;

// What a step that sends a request made of it.
struct Exchange {
    tenon::Value request, response;  // as ${steps.x.request} and ${steps.x.response} give them
    bool isGood = false;
    std::string problem;
};

// A step of kind elementRequest, request or httpRequest, its properties resolved. Throws StepFailed
// where nothing can be sent. Waits for nothing between attempts.
Exchange exchanged(const std::string& kind, const tenon::Value& properties, Hands& hands,
                   World& world);

}  // namespace cloudelements::sandbox
