// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "run/acts.h"
#include "store/output_file.h"
#include "world/redactor.h"

namespace tenon::cli {

// Brings what a run gave to where the user reads it: standard output and the file of --output.
// Where one of them fails, the other still gets it. What the run made outside, and what nobody
// knows, is told however it ended.
class Delivery {
  public:
    // Reserves the file of --output; throws Failure where it cannot be made. The acts are those of
    // the run.
    Delivery(const Arguments& arguments, const world::Redactor& redactor, const run::Acts& acts);

    // Keeps the run's acts while it runs; nullptr where nothing does.
    [[nodiscard]] world::ActWatch* watch() { return file_.get(); }
    // Where they are kept, secrets included; empty if nowhere.
    [[nodiscard]] std::string kept() const;

    // The output of a run that completed.
    ExitCode completed(const Value& output);
    // What a run that faulted had made before: ids and tokens of what exists now.
    ExitCode faulted(const Error& error);

  private:
    // What went wrong, as a line for the user.
    std::string save(const Value& value);
    void tellOfSecrets(const Value& shown) const;
    // Where an outcome is unknown, and something came back.
    void tellOfAnswers(const Object& unclear) const;

    const world::Redactor& redactor_;
    const run::Acts& acts_;
    const bool showSecrets_;
    const std::string path_;
    std::unique_ptr<store::OutputFile> file_;
};

}  // namespace tenon::cli
