// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "world/ports.h"

namespace tenon::runs {

struct PinnedStep {
    std::string name, version, plugin;
};

// What a run keeps to from its first life to its last, whatever changes around it in between: the
// manifest itself and the input are kept beside it.
struct Pins {
    std::string folder;  // of the manifest, absolute
    // The manifests that it runs: their file's name in the folder, and their text.
    std::vector<std::pair<std::string, std::string>> beside;
    std::vector<PinnedStep> steps;
    std::vector<std::string> secrets{};  // that it names; not what they are
    bool undoes = false;                 // may it have something to undo?
    std::string from{};  // "globex at /do/2/bind" where it took over what an earlier run did
    std::vector<std::pair<std::string, std::string>> options;  // of the command: name and value
};

Value toValue(const Pins& pins);
// The Error (runtime, "damaged") of what toValue() did not give.
Result<Pins> pinsOf(const Value& value);

// Those that are there no more in their version.
std::vector<PinnedStep> stepsGone(const Pins& pins, const world::Steps& steps);
// The first of them, in a whole sentence (configuration, "step gone").
std::optional<Error> stepGone(const Pins& pins, const world::Steps& steps);

}  // namespace tenon::runs
