// SPDX-License-Identifier: Apache-2.0
#include "run/workflow/kinds.h"

#include <algorithm>
#include <array>

#include "manifest/task_kinds.h"
#include "run/tasks/call.h"
#include "run/tasks/do.h"
#include "run/tasks/emit.h"
#include "run/tasks/for.h"
#include "run/tasks/fork.h"
#include "run/tasks/raise.h"
#include "run/tasks/run.h"
#include "run/tasks/set.h"
#include "run/tasks/switch.h"
#include "run/tasks/try.h"
#include "run/tasks/wait.h"
#include "text/suggest.h"

namespace tenon::run {
namespace {

// Those that Tenon runs, in the language's order.
constexpr std::array kinds{
    Kind{"for", loadFor},   Kind{"call", loadCall}, Kind{"do", loadDo},
    Kind{"emit", loadEmit}, Kind{"fork", loadFork}, Kind{"raise", loadRaise},
    Kind{"run", loadRun},   Kind{"set", loadSet},   Kind{"switch", loadSwitch},
    Kind{"try", loadTry},   Kind{"wait", loadWait}};

static_assert(std::equal(kinds.begin(), kinds.end(), manifest::kTaskKinds.begin(),
                         [](const Kind& kind, std::string_view key) { return kind.key == key; }));

bool isRun(std::string_view key) {
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const Kind& kind) { return kind.key == key; });
}

}  // namespace

const Kind* kindOf(const manifest::Node& task, manifest::Faults& faults) {
    for (const auto key : manifest::kTaskKinds) {
        if (isRun(key)) continue;
        for (const auto& entry : task.entries) {
            if (entry.key != key) continue;
            faults.add(
                entry.place, entry.value.pointer,
                "\"" + entry.key + "\" is a task of the language, but Tenon does not run it");
            return nullptr;
        }
    }
    const Kind* found = nullptr;
    for (const auto& kind : kinds) {
        if (!task.find(kind.key)) continue;
        if (found && found->key == "for" && kind.key == std::string_view("do")) continue;
        if (found) {
            faults.add(task, "a task is one thing; this one has both \"" + std::string(found->key) +
                                 "\" and \"" + std::string(kind.key) + "\"");
            return nullptr;
        }
        found = &kind;
    }
    if (found) return found;
    std::string hint;
    std::vector<std::string> names;
    for (const auto& kind : kinds) names.emplace_back(kind.key);
    for (const auto& entry : task.entries)
        if (hint.empty()) hint = text::didYouMean(entry.key, names);
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "\"" : ", \"") + name + "\"";
    faults.add(task, "a task needs one of " + all + hint);
    return nullptr;
}

}  // namespace tenon::run
