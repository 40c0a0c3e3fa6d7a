// SPDX-License-Identifier: Apache-2.0
// Where runs that outlive their process are kept, and the key to them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "world/runs.h"

namespace tenon::cli {

// `--state` and `--key`, in front of the command's own.
std::vector<Option> withStateOptions(std::vector<Option> own);

// The folder of `--state`, or of the variable TENON_STATE; empty where neither is given.
std::string stateFolder(const Arguments& arguments);

// The key: of `--key`, of the systemd credential `tenon-key`, or of the variable TENON_KEY, which
// is forgotten then.
bool hasKey(const Arguments& arguments);

// Opens the folder. Failure (64 where none is given, 74 where it is damaged, 77, 78).
std::unique_ptr<world::State> openRuns(const Arguments& arguments);

// How to go on with a run, as a person types it: "tenon resume ID --state DIR --key FILE".
std::string howToResume(const Arguments& arguments, const std::string& id);

}  // namespace tenon::cli
