// SPDX-License-Identifier: Apache-2.0
// The task kinds that run, by the key that marks them. A new kind is a class and a line here.
#pragma once

#include <memory>
#include <string_view>

#include "manifest/map_reader.h"
#include "run/task.h"

namespace tenon::run {

class Loader;

struct Kind {
    std::string_view key;
    // Reads the kind's own keys. May give nothing where it added a fault.
    std::unique_ptr<Task> (*load)(Loader& loader, manifest::MapReader& task, Common common);
};

// Nothing, and a fault, where the task has no such key, two of them, or one that we do not run.
const Kind* kindOf(const manifest::Node& task, manifest::Faults& faults);

}  // namespace tenon::run
