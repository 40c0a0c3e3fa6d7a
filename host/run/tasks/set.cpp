// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/set.h"

namespace tenon::run {
namespace {

class Set final : public Task {
  public:
    Set(Common common, expr::Template value) : Task(std::move(common)), value_(std::move(value)) {}

  protected:
    Result<Outcome> perform(Frame&, const expr::Scope& scope, const Position&) const override {
        auto value = value_.evaluate(scope);
        if (!value) return located(value.error(), "set");
        return Outcome{std::move(value).value(), {}};
    }
    std::string action() const override { return "set"; }

  private:
    expr::Template value_;
};

}  // namespace

std::unique_ptr<Task> loadSet(Loader& loader, manifest::MapReader& task, Common common) {
    const auto* node = task.required("set");
    if (node->kind != manifest::Node::Kind::map && !node->text()) {
        manifest::wrongKind(*node, "an object, or an expression that gives one", loader.faults());
        return nullptr;
    }
    auto value = loader.slot(node);
    if (!value) return nullptr;
    return std::make_unique<Set>(std::move(common), *std::move(value));
}

}  // namespace tenon::run
