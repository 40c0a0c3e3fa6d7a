// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "platform/settings.h"
#include "wire/message.h"

namespace cloudelements::sandbox {

// One way to misbehave; README.md beside this file says what each member does.
struct Fault {
    enum class Drop { no, before, after };

    std::string method;  // empty: every one
    std::string path;    // below /elements/api-v2; empty: every one
    std::int64_t times = -1;
    std::chrono::milliseconds delay{0};
    std::optional<Answer> answer;
    Drop drop = Drop::no;
    bool reset = false;
    std::optional<std::size_t> cut;
    std::optional<std::int64_t> retryAfter;
    bool duplicate = false;                         // acts twice
    std::optional<std::chrono::milliseconds> late;  // answers at once, and acts so much later
};

// The rules that a user gave, used up one by one. Any thread.
class Faults {
  public:
    // Throws StepError (configuration) that names what is wrong.
    explicit Faults(const tenon::Value& options);

    // The first rule that fits and is not used up; counted as used.
    std::optional<Fault> take(const Request& request);
    // What else stands in the file.
    [[nodiscard]] const Settings& settings() const { return settings_; }

  private:
    std::mutex mutex_;
    std::vector<Fault> rules_;
    Settings settings_;
};

}  // namespace cloudelements::sandbox
