// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/run.h"

namespace tenon::run {
namespace {

Return returnOf(const manifest::Node* node, manifest::Faults& faults) {
    const std::string* text = node ? node->text() : nullptr;
    if (!node || (text && *text == "stdout")) return Return::out;
    if (text && *text == "stderr") return Return::err;
    if (text && *text == "code") return Return::code;
    if (text && *text == "all") return Return::all;
    if (!text || *text != "none")
        faults.add(*node, "wanted stdout, stderr, code, all or none, found " +
                              (text ? "\"" + *text + "\"" : std::string(node->describe())));
    return Return::none;
}

}  // namespace

std::unique_ptr<Task> loadRun(Loader& loader, manifest::MapReader& task, Common common) {
    auto& faults = loader.faults();
    const auto* node = task.required("run");
    manifest::MapReader reader(*node, "\"run\"", faults);
    if (!reader.usable()) return nullptr;
    const auto* shell = reader.optional("shell");
    const auto* workflow = reader.optional("workflow");
    const auto* how = reader.optional("return");
    const auto what = returnOf(how, faults);
    if (!reader.optionalBoolean("await").value_or(true))
        faults.add(*node->find("await"),
                   "\"await: false\" is part of the language, but Tenon does not run it: it waits "
                   "for whatever it started");
    reader.refuse({"container", "script"});
    reader.finish();
    if (node->find("container") || node->find("script")) return nullptr;
    if (shell && workflow) {
        faults.add(*node, "\"run\" is one thing; this one has both \"shell\" and \"workflow\"");
        return nullptr;
    }
    if (shell) return loadRunShell(loader, *shell, std::move(common), what);
    if (!workflow) {
        faults.add(*node, "\"run\" needs \"shell\" or \"workflow\"");
        return nullptr;
    }
    if (what != Return::out)
        faults.add(*how, "a workflow has one output and no exit code; leave \"return\" out");
    return loadRunWorkflow(loader, *workflow, std::move(common));
}

}  // namespace tenon::run
