// SPDX-License-Identifier: Apache-2.0
// Runs that are kept: begun, and gone on with.
#pragma once

#include "cli/arguments.h"
#include "cli/drive.h"
#include "cli/given_manifest.h"
#include "world/runs.h"

namespace tenon::cli {

// The sandbox of this process is no platform for runs that are kept.
void refuseSandbox(const Arguments& arguments);
// Failure (78) where what runs of the manifest record may hold secrets, and there is no key.
void checkKey(const Arguments& arguments, const GivenManifest& given);
// What a run of the manifest begins with.
world::NewRun newRun(const Arguments& arguments, const GivenManifest& given, const Value& input);

// Begins a run and keeps it, under the name of `--run-id` or one that is made. Where there is one
// of that name with the same manifest and input, it is gone on with, and if it has ended, what came
// of it is told. The exit code; Failure (65, 78).
int runKept(const Arguments& arguments, const catalog::Catalog& catalog, GivenManifest& given,
            Drive& drive, const Value& input);

// The same for a run that is described.
int beginKept(const Arguments& arguments, world::State& state, const catalog::Catalog& catalog,
              Drive& drive, const world::NewRun& run);

// Goes on with a run, as it was begun. The exit code; Failure (65, 66, 78).
int resumeKept(const Arguments& arguments, world::State& state, const std::string& id);

}  // namespace tenon::cli
