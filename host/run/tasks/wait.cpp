// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/wait.h"

namespace tenon::run {
namespace {

class Wait final : public Task {
  public:
    Wait(Common common, Duration time) : Task(std::move(common)), time_(std::move(time)) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        const auto time = time_.evaluate(scope);
        if (!time) return located(time.error(), "wait");
        const auto until = frame.run.after(time.value(), position.text + "/@until");
        if (auto reason = frame.run.wait(until, frame.limits)) return *reason;
        return Outcome{scope.dot, {}};
    }
    std::string action() const override { return "wait"; }

  private:
    Duration time_;
};

}  // namespace

std::unique_ptr<Task> loadWait(Loader& loader, manifest::MapReader& task, Common common) {
    return std::make_unique<Wait>(std::move(common), *loader.duration(task.required("wait")));
}

}  // namespace tenon::run
