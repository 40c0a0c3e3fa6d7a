// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/raise.h"

#include "run/names.h"
#include "world/problem.h"

namespace tenon::run {
namespace {

class Raise final : public Task {
  public:
    Raise(Common common, expr::Template error)
        : Task(std::move(common)), error_(std::move(error)) {}

  protected:
    Result<Outcome> perform(Frame&, const expr::Scope& scope, const Position&) const override {
        auto problem = error_.evaluate(scope);
        if (!problem) return located(problem.error(), "raise/error");
        return errorOf(problem.value());
    }
    std::string action() const override { return "raise"; }

  private:
    expr::Template error_;
};

}  // namespace

void checkError(Loader& loader, const manifest::Node& node) {
    manifest::MapReader reader(node, "an error", loader.faults());
    reader.required("type");
    const auto* status = reader.required("status");
    for (const auto* key : {"title", "detail", "instance"}) reader.optional(key);
    reader.finish();
    if (!reader.usable()) return;
    if (status && !status->scalar.integer() &&
        !(status->text() && expr::unwrapped(*status->text())))
        manifest::wrongKind(*status, "an integer", loader.faults());
    for (const auto* key : {"type", "title", "detail", "instance"}) {
        const auto* member = node.find(key);
        if (member && !member->text()) manifest::wrongKind(*member, "a string", loader.faults());
    }
}

std::unique_ptr<Task> loadRaise(Loader& loader, manifest::MapReader& task, Common common) {
    manifest::MapReader reader(*task.required("raise"), "\"raise\"", loader.faults());
    const auto* error = reader.required("error");
    reader.finish();
    const auto* definition =
        error ? loader.use().resolve(*error, "errors", loader.faults()) : nullptr;
    if (!definition) return nullptr;
    checkError(loader, *definition);
    return std::make_unique<Raise>(std::move(common), loader.value(*definition));
}

}  // namespace tenon::run
