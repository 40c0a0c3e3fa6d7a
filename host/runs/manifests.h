// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "manifest/node.h"
#include "run/workflow/workflow.h"
#include "runs/pins.h"
#include "runs/used_steps.h"

namespace tenon::runs {

// A manifest, and those in the same folder that it runs by name. Each file is read once.
class Manifests final : public run::Workflows {
  public:
    using Warn = std::function<void(const std::string& lines)>;

    // `files`: of the manifest's folder. `shell`: may they run commands?
    Manifests(world::Steps& steps, world::Files& files, bool shell, Warn warn)
        : catalog_(steps), steps_(steps), shell_(shell), warn_(std::move(warn)), dir_(files) {}

    // Ready to run; lives as long as this. `path`: for texts. The Error's detail has a line for
    // each mistake, also of the manifests that it runs. To be called once.
    Result<const run::Workflow*> load(const std::string& path, manifest::Node root);

    // What runs of it are to keep to; without the options.
    [[nodiscard]] Pins pins() const;
    // May there be a secret in what they record: one that is named, or a step's, or one that a
    // request is authorized by?
    [[nodiscard]] bool secretive() const;

    Result<const run::WorkflowPlace*> find(const std::string& space, const std::string& name,
                                           const std::string& version) override;

  private:
    struct File {
        std::string path;
        manifest::Node root;
        std::string text;                  // of those that were found beside it
        std::string space, name, version;  // as the file says
        std::unique_ptr<const run::Workflow> workflow{};
        run::WorkflowPlace place = nullptr;  // the workflow, once it is there
        bool begun = false;
        std::string faults{};
    };
    File& add(std::string path, manifest::Node root, std::string text);
    void load(File& file);
    void look();
    [[nodiscard]] std::string others(const std::string& space, const std::string& name) const;

    world::Steps& catalog_;
    UsedSteps steps_;
    const bool shell_;
    const Warn warn_;
    world::Files& dir_;
    std::filesystem::path folder_;
    bool looked_ = false;
    std::vector<std::unique_ptr<File>> files_;  // the first is the one that load() was given
};

}  // namespace tenon::runs
