// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "run/redactor.h"
#include "store/new_file.h"

namespace tenon::cli {

// Brings what a run gave to where the user reads it: standard output and the file of --output.
// Where one of them fails, the other still gets it.
class Delivery {
  public:
    // Reserves the file of --output; throws Failure where it cannot be made.
    Delivery(const Arguments& arguments, const run::Redactor& redactor);

    // The output of a run that completed. kOk, or kNoOutput after a text that says why.
    ExitCode completed(const Value& output);
    // What a run that faulted had made outside before, by task: ids and tokens of what exists now.
    void faulted(const Object& made);

  private:
    // What went wrong, as a line for the user.
    std::string save(const Value& value);

    const run::Redactor& redactor_;
    const bool showSecrets_;
    const std::string path_;
    std::unique_ptr<store::NewFile> file_;
};

}  // namespace tenon::cli
