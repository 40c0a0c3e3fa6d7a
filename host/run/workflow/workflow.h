// SPDX-License-Identifier: Apache-2.0
// A manifest that is ready to run.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/node.h"
#include "run/names.h"
#include "run/places.h"
#include "run/task.h"
#include "run/workflows.h"
#include "world/document.h"

namespace tenon::run {

class Workflow final : public InnerWorkflow {
  public:
    // Nothing where `faults` got one. Warnings do not stop it. The steps are those of the catalog
    // that later runs it.
    static std::optional<Workflow> load(const manifest::Node& root, Steps& steps,
                                        manifest::Faults& faults, manifest::Faults& warnings,
                                        const LoadOptions& options = {});

    // One run, from the input to the workflow's output. The world and the options outlive it.
    // Any number of runs at once.
    [[nodiscard]] Result<Value> run(World& world, const RunOptions& options) const;
    [[nodiscard]] Result<Value> runInside(Frame& frame, const Value& input,
                                          const Position& position) const override;
    [[nodiscard]] bool acts() const override { return acts_; }
    [[nodiscard]] const Value& definition() const override { return definition_; }

    [[nodiscard]] const Document& document() const { return document_; }
    // `input.schema` as the manifest writes it; null where it writes none.
    [[nodiscard]] Value inputSchema() const;
    // `input.schema`; nullptr where there is none.
    [[nodiscard]] const SchemaSlot* inputSlot() const {
        return inputSchema_ ? &*inputSchema_ : nullptr;
    }
    // Is it the error of a run whose input did not fit that schema? Nothing was done then.
    [[nodiscard]] static bool refusedInput(const Error& error);
    // Does it seem to read an input that it declares no schema for?
    [[nodiscard]] bool takesAnything() const;
    // Has a task an undoing, as far as this manifest tells?
    [[nodiscard]] bool undoes() const { return undoes_; }
    // The positions of its tasks of that name, or at that position, in their first rounds; of all
    // for "". With `others`, from which it was loaded, also those of the workflows that it runs.
    // Those of functions and undoings are none.
    [[nodiscard]] std::vector<std::string> tasksNamed(std::string_view name,
                                                      Workflows* others = nullptr) const;
    // `use.secrets`.
    [[nodiscard]] const std::vector<std::string>& secrets() const { return secrets_; }

  private:
    // What a run inside another one takes from the task that runs it.
    struct Base {
        Position position;
        int depth = 0;
        bool idempotent = false;
        bool again = false;
        world::Round round{};
    };
    [[nodiscard]] Result<Value> execute(World& world, const RunOptions& options, Run* outer,
                                        const Base& base) const;
    [[nodiscard]] Result<Value> through(Run& run, const Base& base) const;

    Document document_;
    Places places_{{}, {}};
    Value definition_;
    std::vector<std::string> secrets_;
    std::optional<SchemaSlot> inputSchema_;
    std::optional<expr::Template> inputFrom_;
    std::optional<expr::Template> outputAs_;
    std::optional<SchemaSlot> outputSchema_;
    std::optional<Duration> timeout_;
    TaskList tasks_;
    bool described_ = false;  // may an expression ask for $workflow?
    bool dated_ = false;      // does it ask when it began?
    bool acts_ = false;
    bool undoes_ = false;
};

}  // namespace tenon::run
