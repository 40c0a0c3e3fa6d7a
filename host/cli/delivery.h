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
    using Acts = std::vector<run::Act>;

    // Reserves the file of --output; throws Failure where it cannot be made.
    Delivery(const Arguments& arguments, const world::Redactor& redactor);

    // Keeps the run's acts while it runs; nullptr where nothing does.
    [[nodiscard]] world::ActWatch* watch() { return file_.get(); }
    // Where they are kept, secrets included; empty if nowhere.
    [[nodiscard]] std::string kept() const;

    // The output of a run that completed, and what it did.
    ExitCode completed(const Value& output, const Acts& acts);
    // What a run that faulted had made before: ids and tokens of what exists now.
    ExitCode faulted(const Error& error, const Acts& acts);
    // The run is gone on with later, and its record keeps all of it.
    void later();

  private:
    // What went wrong, as a line for the user.
    std::string save(const Value& value);
    void tellOfSecrets(const Value& shown) const;
    // Where an outcome is unknown, and something came back.
    void tellOfAnswers(const Object& unclear) const;

    const world::Redactor& redactor_;
    const bool showSecrets_;
    const std::string path_;
    std::unique_ptr<store::OutputFile> file_;
};

}  // namespace tenon::cli
