// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "tenon/value.h"

namespace cloudelements::sandbox {

// A file that is always whole: another takes its place at once. Only its owner may read it (mode
// 0600). Each function throws a StepError (configuration) that says what is wrong with the file.
class StateFile {
  public:
    explicit StateFile(std::string path) : path_(std::move(path)) {}

    // Nothing if there is no such file yet.
    [[nodiscard]] std::optional<tenon::Value> read() const;
    void write(const tenon::Value& state) const;

  private:
    [[noreturn]] void wrong(const std::string& what) const;

    std::string path_;
};

}  // namespace cloudelements::sandbox
