// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/switch.h"

namespace tenon::run {
namespace {

struct Case {
    std::string name;
    std::optional<expr::Expression> when;  // unset: where no other fits
    Flow then;
};

class Switch final : public Task {
  public:
    Switch(Common common, std::vector<Case> cases)
        : Task(std::move(common)), cases_(std::move(cases)) {}

  protected:
    Result<Outcome> perform(Frame&, const expr::Scope& scope, const Position&) const override {
        const Case* chosen = nullptr;
        for (const auto& one : cases_) {
            if (!one.when) {
                if (!chosen) chosen = &one;
                continue;
            }
            const auto fits = one.when->evaluate(scope);
            if (!fits) return located(fits.error(), "switch/" + one.name + "/when");
            if (!truthy(fits.value())) continue;
            chosen = &one;
            break;
        }
        return Outcome{scope.dot, chosen ? std::optional(chosen->then) : std::nullopt};
    }
    std::string action() const override { return "switch"; }

  private:
    std::vector<Case> cases_;
};

}  // namespace

std::unique_ptr<Task> loadSwitch(Loader& loader, manifest::MapReader& task, Common common) {
    const auto* node = task.required("switch");
    auto& faults = loader.faults();
    if (node->kind != manifest::Node::Kind::list || node->items.empty()) {
        manifest::wrongKind(*node, "an array of cases, each \"- NAME: …\"", faults);
        return nullptr;
    }
    std::vector<Case> cases;
    bool byDefault = false;
    for (const auto& item : node->items) {
        if (item.entries.size() != 1) {
            manifest::wrongKind(item, "a case, \"- NAME: …\"", faults);
            continue;
        }
        const auto& entry = item.entries.front();
        manifest::MapReader reader(entry.value, "a case", faults);
        Case one{entry.key, loader.expression(reader.optional("when")),
                 loader.flow(reader.required("then"))};
        reader.finish();
        const bool without = reader.usable() && !entry.value.find("when");
        if (without && byDefault)
            faults.add(entry.value, "a second case without \"when\"; only one can be the default");
        byDefault = byDefault || without;
        cases.push_back(std::move(one));
    }
    return std::make_unique<Switch>(std::move(common), std::move(cases));
}

}  // namespace tenon::run
