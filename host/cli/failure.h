// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>

#include "cli/exit_code.h"

namespace tenon::cli {

// A command ends here: the text goes to standard error as it is, the code to the shell.
class Failure : public std::exception {
  public:
    Failure(ExitCode code, std::string text) : code_(code), text_(std::move(text)) {}
    [[nodiscard]] ExitCode code() const { return code_; }
    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

  private:
    ExitCode code_;
    std::string text_;
};

}  // namespace tenon::cli
