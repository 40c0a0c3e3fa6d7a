// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "cli/arguments.h"
#include "runs/manifests.h"
#include "runs/pinned_files.h"
#include "store/manifest_files.h"
#include "world/runs.h"

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
    // As a run was begun with it. Failure (65) where this Tenon takes it no more.
    GivenManifest(const world::NewRun& run, runs::Pins pins, world::Steps& steps,
                  const Arguments& arguments);

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const run::Workflow& workflow() const { return *workflow_; }
    [[nodiscard]] const runs::Manifests& manifests() const { return manifests_; }
    [[nodiscard]] run::Workflows& others() { return manifests_; }
    [[nodiscard]] world::Files& files() { return files_; }

  private:
    void load();

    const std::string path_, text_;
    const std::optional<runs::Pins> pins_;
    store::ManifestFiles files_;
    std::optional<runs::PinnedFiles> pinned_;
    runs::Manifests manifests_;
    const run::Workflow* workflow_ = nullptr;
};

}  // namespace tenon::cli
