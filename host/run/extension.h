// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "run/loader.h"

namespace tenon::run {

// `use.extensions`: tasks before and after all tasks of a kind. Their outputs are nobody's input,
// except where `before` exits: then its output is the task's, which does not run.
struct Extension {
    std::string name;
    std::string extend;  // a kind of task, "composite" or "all"
    std::optional<expr::Expression> when;
    TaskList before, after;
};

std::shared_ptr<const Extension> loadExtension(Loader& loader, const manifest::Entry& entry);

// Is a task with this key of the kind that the extension extends?
bool extends(const Extension& extension, std::string_view key);

// The task's definition and descriptor in one: extensions read $task.call and $task.reference.
Value extendedTask(const Value& descriptor, const Value& definition);

}  // namespace tenon::run
