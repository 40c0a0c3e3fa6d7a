// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "manifest/node.h"
#include "run/workflow/workflow.h"

namespace tenon::cli {

// `--allow-shell`, for every command that loads manifests.
Option allowShellOption();

// A manifest, and those in the same folder that it runs by name. Each file is read once.
class Manifests final : public run::Workflows {
  public:
    // `shell`: may they run commands?
    Manifests(world::Steps& steps, bool shell, std::ostream& err)
        : steps_(steps), shell_(shell), err_(err) {}

    // Ready to run; lives as long as this. Warnings go to `err`. Failure (65, 66) with a line for
    // each mistake, also of the manifests that it runs. To be called once.
    const run::Workflow& load(const std::string& path);

    Result<const run::WorkflowPlace*> find(const std::string& space, const std::string& name,
                                           const std::string& version) override;

  private:
    struct File {
        std::string path;
        manifest::Node root;
        std::string space, name, version;  // as the file says
        std::unique_ptr<const run::Workflow> workflow{};
        run::WorkflowPlace place = nullptr;  // the workflow, once it is there
        bool begun = false;
        std::string faults{};
    };
    File& add(std::string path, manifest::Node root);
    void load(File& file);
    void look();
    [[nodiscard]] std::string others(const std::string& space, const std::string& name) const;

    world::Steps& steps_;
    const bool shell_;
    std::ostream& err_;
    std::filesystem::path folder_;
    bool looked_ = false;
    std::vector<std::unique_ptr<File>> files_;  // the first is the one that load() was given
};

}  // namespace tenon::cli
