// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/run.h"
#include "run/workflows.h"

namespace tenon::run {
namespace {

// Workflows may run each other and themselves; one that never ends must not take the process along.
constexpr int kDeepest = 20;

class RunWorkflow final : public Task {
  public:
    RunWorkflow(Common common, std::string name, const WorkflowPlace& place,
                std::optional<expr::Template> input)
        : Task(std::move(common)),
          name_(std::move(name)),
          place_(place),
          input_(std::move(input)) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        Value input = Object();
        if (input_) {
            auto given = input_->evaluate(scope);
            if (!given) return located(given.error(), "run/workflow/input");
            input = std::move(given).value();
        }
        if (frame.run.nesting >= kDeepest)
            return makeError(ErrorKind::runtime, "nested too deep",
                             "The workflow \"" + name_ +
                                 "\" was not run: " + std::to_string(kDeepest) +
                                 " runs are round it already. Does it run itself without an end?");
        auto output = place_->runInside(frame, input, position.key("run"));
        if (!output) {
            Error error = output.error();
            if (error.instance.starts_with("/"))
                error.instance = common().pointer + "/run" + error.instance;
            else if (error.instance.empty() && !error.place.empty())
                error.instance = common().pointer;
            return error;
        }
        return Outcome{std::move(output).value(), {}};
    }
    std::string action() const override { return "run " + name_; }

  private:
    const std::string name_;
    const WorkflowPlace& place_;
    std::optional<expr::Template> input_;
};

// A name is looked up when the manifest is loaded, where no expression has a value yet.
std::string written(std::optional<std::string> text, const manifest::Node& node,
                    std::string_view key, Loader& loader) {
    if (!text) return "";
    if (text->find("${") == std::string::npos) return *text;
    loader.faults().add(*node.find(key),
                        "wanted the \"" + std::string(key) +
                            "\" itself, found an expression; which workflow it is must be known "
                            "before the run");
    return "";
}

}  // namespace

std::unique_ptr<Task> loadRunWorkflow(Loader& loader, const manifest::Node& node, Common common) {
    manifest::MapReader reader(node, "\"workflow\"", loader.faults());
    const auto space = written(reader.requiredText("namespace"), node, "namespace", loader);
    const auto name = written(reader.requiredText("name"), node, "name", loader);
    const auto* anyVersion = reader.optional("version");
    const auto version =
        anyVersion ? written(reader.requiredText("version"), node, "version", loader) : "latest";
    const auto* input = reader.optional("input");
    reader.finish();
    std::optional<expr::Template> given;
    if (input) given = loader.value(*input);
    if (space.empty() || name.empty() || version.empty()) return nullptr;
    if (!loader.options().workflows) {
        loader.faults().add(node, "this host runs no workflow from within another");
        return nullptr;
    }
    const auto place = loader.options().workflows->find(space, name, version);
    if (!place) {
        loader.faults().add(node, place.error().detail);
        return nullptr;
    }
    if (*place.value() && (*place.value())->acts()) loader.acts();
    return std::make_unique<RunWorkflow>(std::move(common), name, *place.value(), std::move(given));
}

}  // namespace tenon::run
