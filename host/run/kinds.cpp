// SPDX-License-Identifier: Apache-2.0
#include "run/kinds.h"

#include <algorithm>
#include <array>

#include "manifest/suggest.h"
#include "run/tasks/call.h"
#include "run/tasks/do.h"
#include "run/tasks/set.h"

namespace tenon::run {
namespace {

constexpr std::array kinds{Kind{"call", loadCall}, Kind{"do", loadDo}, Kind{"set", loadSet}};

// In this order: a `for` has a `do` beside it.
constexpr std::array<std::string_view, 9> notRun{"for",  "try",  "switch", "raise", "wait",
                                                 "fork", "emit", "run",    "listen"};

}  // namespace

const Kind* kindOf(const manifest::Node& task, manifest::Faults& faults) {
    for (const auto key : notRun) {
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
        if (hint.empty()) hint = manifest::didYouMean(entry.key, names);
    faults.add(task, "a task needs one of \"call\", \"do\" and \"set\"" + hint);
    return nullptr;
}

}  // namespace tenon::run
