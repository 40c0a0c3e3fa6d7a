// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <string>

#include "wire/message.h"

namespace cloudelements::sandbox {

// What a job may do while no request is waiting for it.
class Hands {
  public:
    virtual ~Hands() = default;
    // The platform's own answer, as to a client.
    virtual Answer call(const Request& request) = 0;
    // To a loopback address, over a socket. status 0: there was no answer, and the body says why.
    virtual Answer send(const std::string& url, const Request& request) = 0;
    // What the world has is looked at and changed in here only.
    virtual void withWorld(const std::function<void()>& work) = 0;
    // A line for the user.
    virtual void tell(const std::string& line) = 0;
};

using Job = std::function<void(Hands&)>;
// In the order in which they are run.
using Jobs = std::deque<Job>;

}  // namespace cloudelements::sandbox
