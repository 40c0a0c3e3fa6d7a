// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/repeats.h"

#include <algorithm>
#include <string>

#include "run/idempotence.h"
#include "run/tasks/call.h"
#include "run/workflows.h"

namespace tenon::run {
namespace {

using manifest::Node;

class Walk {
  public:
    explicit Walk(Loader& loader) : loader_(loader) {}

    void list(const Node& list, bool outermost) {
        for (const auto& item : list.items)
            for (const auto& entry : item.entries)
                task(entry.value, outermost && &item == &list.items.back());
    }

  private:
    // `last`: nothing runs after it, so nothing but its own fault makes it run again.
    void task(const Node& task, bool last) {
        if (saidIdempotent(task.find("metadata"))) return;
        if (const auto* call = task.find("call"); call && !last) warn(*call, task.find("with"));
        if (const auto* run = task.find("run")) {
            if (const auto* shell = run->find("shell"); shell && !last) warn(*shell, "a command");
            if (const auto* workflow = run->find("workflow")) warnOf(*workflow);
        }
        for (const auto* key : {"do", "try"})
            if (const auto* inner = task.find(key)) list(*inner, false);
        if (const auto* handler = task.find("catch"))
            if (const auto* inner = handler->find("do")) list(*inner, false);
        if (const auto* fork = task.find("fork"))
            if (const auto* branches = fork->find("branches")) list(*branches, false);
    }

    void warn(const Node& call, const Node* with) {
        if (!call.text()) return;
        if (*call.text() == "http") {
            if (const std::string method = actingMethod(with); !method.empty()) warn(call, method);
        } else if (const auto* body = loader_.use().find("functions", *call.text())) {
            if (std::find(inside_.begin(), inside_.end(), body) != inside_.end()) return;
            inside_.push_back(body);
            task(*body, false);
            inside_.pop_back();
        } else if (const auto* step = findStep(*call.text(), loader_.steps());
                   step && !step->once && !idempotent(*step, with)) {
            warn(call, step->name, idempotentUnless(*step, with));
        }
    }

    // It may fault after something in it was done.
    void warnOf(const Node& workflow) {
        const auto text = [&](const char* key) {
            const auto* node = workflow.find(key);
            return node && node->text() ? *node->text() : std::string("latest");
        };
        auto* all = loader_.options().workflows;
        if (!all) return;
        const auto place = all->find(text("namespace"), text("name"), text("version"));
        if (!place || !*place.value() || !(*place.value())->acts()) return;
        loader_.warnings().add(workflow,
                               "the workflow \"" + text("name") +
                                   "\" has a call that is not idempotent: when a task after that "
                                   "fails, this \"try\" is not tried again; give what may be "
                                   "repeated a \"try\" of its own there");
    }

    void warn(const Node& node, const std::string& what, const std::string& unless = "") {
        loader_.warnings().add(node, what + " is not idempotent" +
                                         (unless.empty() ? "" : " " + unless) +
                                         ": when a task after it fails, this \"try\" is not tried "
                                         "again; give what may be repeated a \"try\" of its own");
    }

    Loader& loader_;
    std::vector<const Node*> inside_;  // the functions that are being walked
};

}  // namespace

void warnOfRepeats(const Node& list, Loader& loader) { Walk(loader).list(list, true); }

}  // namespace tenon::run
