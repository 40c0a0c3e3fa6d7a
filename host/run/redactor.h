// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

    mutable std::mutex mutex_;
    std::vector<std::pair<std::string, std::string>> masks_;  // text, what is shown; longest first
    std::vector<std::string> short_;  // hidden only where they are the whole text
};

}  // namespace tenon::run
