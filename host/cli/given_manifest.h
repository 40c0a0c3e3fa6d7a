// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>

#include "cli/arguments.h"
#include "runs/manifests.h"
#include "store/manifest_files.h"

namespace tenon::cli {

// `--allow-shell`, for every command that loads manifests.
Option allowShellOption();

// A manifest that a command was given ("-": standard input), ready to run, with the files beside
// it.
class GivenManifest {
  public:
    // Warnings go to `err`. Failure (65, 66) with a line for each mistake, also of the manifests
    // that it runs.
    GivenManifest(const std::string& path, world::Steps& steps, const Arguments& arguments,
                  std::ostream& err);

    [[nodiscard]] const run::Workflow& workflow() const { return *workflow_; }
    [[nodiscard]] world::Files& files() { return files_; }

  private:
    store::ManifestFiles files_;
    runs::Manifests manifests_;
    const run::Workflow* workflow_;
};

}  // namespace tenon::cli
