// SPDX-License-Identifier: Apache-2.0
#include "run/extension.h"

namespace tenon::run {
namespace {

// The task's definition and descriptor in one: extensions read $task.call and $task.reference.
Value extendedTask(const Value& descriptor, const Value& definition) {
    Object out;
    if (definition.object())
        for (const auto& [name, value] : *definition.object()) out.set(name, value);
    for (const auto& [name, value] : *descriptor.object()) out.set(name, value);
    return out;
}

}  // namespace

bool extends(const Extension& extension, std::string_view key) {
    return extension.extend == "all" || extension.extend == key ||
           (extension.extend == "composite" && (key == "do" || key == "fork"));
}

Result<Outcome> Extensions::run(Frame& frame, const expr::Scope& scope, const Position& position,
                                const Common& task,
                                const std::function<Result<Outcome>()>& work) const {
    std::vector<const Extension*> applied;
    const auto one = [&](const Extension& extension, const TaskList& list, std::string_view key,
                         const Value& input) {
        Frame inner = frame;
        inner.position = position.key(extension.name).key(key);
        ++inner.depth;
        inner.locals.emplace_back("task", *scope.find("task"));
        auto outcome = list.run(inner, input);
        frame.context = std::move(inner.context);
        return outcome;
    };
    std::optional<Outcome> instead;
    for (const auto& extension : all_) {
        if (extension->when) {
            expr::Scope asked = scope;
            asked.set("task", extendedTask(*scope.find("task"), task.definition));
            const auto yes = extension->when->evaluate(asked);
            if (!yes) return located(yes.error(), "use/extensions/" + extension->name + "/when");
            if (!truthy(yes.value())) continue;
        }
        applied.push_back(extension.get());
        auto before = one(*extension, extension->before, "before", scope.dot);
        if (!before) return before;
        const auto how = before.value().flow->kind;
        if (how != Flow::Kind::exit && how != Flow::Kind::end) continue;
        instead = ended(std::move(before)).value();
        break;
    }
    auto outcome = instead ? Result<Outcome>(*instead) : work();
    if (!outcome) return outcome;
    for (const auto* extension : applied) {
        auto after = one(*extension, extension->after, "after", outcome.value().output);
        if (!after) return after;
    }
    return outcome;
}

}  // namespace tenon::run
