// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_set>

#include "run/masks.h"
#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::run {

// Knows every secret text of a run and takes it out of whatever is shown. Any thread may use it.
// Of a secret that is an http(s) address, scheme and host stay readable: errors name them.
class Redactor {
  public:
    // Every Secret in the value is hidden from now on, also as JSON, URLs and base64 write it.
    void learn(const Value& value);

    [[nodiscard]] std::string text(std::string_view text) const;
    [[nodiscard]] Error error(Error error) const;
    // Every text in it, names of members too; each Secret becomes the mask.
    [[nodiscard]] Value value(const Value& value) const;

  private:
    void learnText(const std::string& secret);

    mutable std::shared_mutex mutex_;
    std::unordered_set<std::string> known_;  // those too short for masks_: hidden as a whole
    Masks masks_;
};

}  // namespace tenon::run
