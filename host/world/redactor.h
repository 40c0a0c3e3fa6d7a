// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_set>

#include "tenon/error.h"
#include "tenon/value.h"
#include "world/masks.h"

namespace tenon::world {

// Knows every secret text of a run and takes it out of whatever is shown. Any thread may use it.
// Of a secret that is an http(s) address, scheme and host stay readable: errors name them.
class Redactor {
  public:
    // Every Secret in the value is hidden from now on, in whatever encoding it comes along; of one
    // with several lines each line that is long enough, too.
    void learn(const Value& value);

    [[nodiscard]] std::string text(std::string_view text) const;
    [[nodiscard]] Error error(Error error) const;
    // Every text in it, names of members too, and numbers of four digits or more; each Secret
    // becomes the mask.
    [[nodiscard]] Value value(const Value& value) const;
    // Is a secret in the name of any member?
    [[nodiscard]] bool inNames(const Value& value) const;

  private:
    void learnText(const std::string& secret);
    void learnOne(const std::string& secret);  // under the lock

    mutable std::shared_mutex mutex_;
    std::unordered_set<std::string> known_;  // those too short for masks_: hidden as a whole
    Masks masks_;
};

// Is it too short to be taken out of a longer text?
bool hardToHide(std::string_view secret);

}  // namespace tenon::world
