// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/do.h"

namespace tenon::run {
namespace {

class Do final : public Task {
  public:
    Do(Common common, TaskList list) : Task(std::move(common)), list_(std::move(list)) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        Frame inner = frame;
        inner.position = position.key("do");
        ++inner.depth;
        auto outcome = list_.run(inner, scope.dot);
        frame.context = std::move(inner.context);
        return ended(std::move(outcome));
    }
    std::string action() const override { return "do"; }

  private:
    TaskList list_;
};

}  // namespace

std::unique_ptr<Task> loadDo(Loader& loader, manifest::MapReader& task, Common common) {
    auto list = loader.tasks(task.required("do"));
    return std::make_unique<Do>(std::move(common), std::move(list));
}

}  // namespace tenon::run
