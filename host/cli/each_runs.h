// SPDX-License-Identifier: Apache-2.0
// `tenon run --each FILE`: a run for every input of a file.
#pragma once

#include "catalog/catalog.h"
#include "cli/arguments.h"
#include "cli/given_manifest.h"

namespace tenon::cli::each {

// `--each`, `--jobs`, `--by`, `--failed`.
std::vector<Option> options();

// The exit code; Failure, UsageError.
int runEach(const Arguments& arguments, catalog::Catalog& catalog, GivenManifest& given);

}  // namespace tenon::cli::each
