// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "run/workflow/workflow.h"

namespace tenon::run {
namespace {

// Goes through a manifest as it is written, and through those that it runs.
class Named {
  public:
    Named(std::string_view named, Workflows* others) : named_(named), others_(others) {}

    void under(const Value& task, const std::string& place) {
        for (const char* key : {"do", "try"}) in(task.find(key), place + "/" + key);
        if (const auto* handler = task.find("catch")) in(handler->find("do"), place + "/catch/do");
        if (const auto* fork = task.find("fork"))
            in(fork->find("branches"), place + "/fork/branches");
        const auto* run = others_ ? task.find("run") : nullptr;
        if (const auto* other = run ? run->find("workflow") : nullptr)
            inOther(*other, place + "/run");
    }
    [[nodiscard]] std::vector<std::string> found() && { return std::move(found_); }

  private:
    void in(const Value* list, const std::string& place) {
        if (!list || !list->array()) return;
        for (std::size_t i = 0; i < list->array()->size(); ++i) {
            const auto* item = (*list->array())[i].object();
            if (!item || item->size() != 1) continue;
            const auto& [key, task] = *item->begin();
            const auto at = world::Position{place, {}}.item(i, key).text;
            if (named_.empty() || key == named_ || at == named_) found_.push_back(at);
            under(task, at);
        }
    }
    // A workflow that runs itself is gone into as far as the position that is looked for goes.
    void inOther(const Value& workflow, const std::string& place) {
        const auto text = [&](const char* key, const char* otherwise) {
            const auto* value = workflow.find(key);
            return value && value->string() ? *value->string() : std::string(otherwise);
        };
        const auto other =
            others_->find(text("namespace", ""), text("name", ""), text("version", "latest"));
        if (!other || !*other.value()) return;
        const auto* inner = *other.value();
        const bool again = std::find(way_.begin(), way_.end(), inner) != way_.end();
        if (again && !world::isInside(named_, place)) return;
        way_.push_back(inner);
        under(inner->definition(), place);
        way_.pop_back();
    }

    const std::string_view named_;
    Workflows* const others_;
    std::vector<const InnerWorkflow*> way_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> Workflow::tasksNamed(std::string_view name, Workflows* others) const {
    Named named(name, others);
    named.under(definition_, "");
    return std::move(named).found();
}

}  // namespace tenon::run
