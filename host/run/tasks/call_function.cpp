// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/call.h"

namespace tenon::run {
namespace {

class CallFunction final : public Task {
  public:
    CallFunction(Common common, std::string name, std::shared_ptr<const Task> body,
                 std::optional<expr::Template> with)
        : Task(std::move(common)),
          name_(std::move(name)),
          body_(std::move(body)),
          with_(std::move(with)) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        Value input = scope.dot;
        if (with_) {
            auto with = with_->evaluate(scope);
            if (!with) return located(with.error(), "with");
            input = std::move(with).value();
        }
        Frame inner = frame;
        inner.locals.clear();  // a function sees its arguments, not the loops that call it
        ++inner.depth;
        auto outcome = body_->run(inner, input, position.key("call"));
        frame.context = std::move(inner.context);
        return ended(std::move(outcome));
    }
    std::string action() const override { return "call " + name_; }

  private:
    std::string name_;
    std::shared_ptr<const Task> body_;
    std::optional<expr::Template> with_;
};

}  // namespace

std::unique_ptr<Task> loadCallFunction(Loader& loader, manifest::MapReader& task, Common common,
                                       std::shared_ptr<const Task> body) {
    const auto* with = task.optional("with");
    if (with && with->kind != manifest::Node::Kind::map)
        manifest::wrongKind(*with, "an object", loader.faults());
    std::optional<expr::Template> arguments;
    if (with) arguments = loader.value(*with);
    return std::make_unique<CallFunction>(std::move(common), *task.required("call")->text(),
                                          std::move(body), std::move(arguments));
}

}  // namespace tenon::run
