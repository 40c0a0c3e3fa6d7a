// SPDX-License-Identifier: Apache-2.0
// The file that `tenon sandbox --secrets-to` writes, in the form that `tenon run --secrets` reads.
#pragma once

#include <string>

#include "tenon/value.h"

namespace tenon::cli {

// Failure (73) where something else than a sandbox's secrets is there: a file of real secrets, say,
// is never replaced.
void checkSecretsFile(const std::string& path);
// Whole or not at all, for its owner only. Failure (73) if it cannot be written.
void writeSecretsFile(const std::string& path, const Value& secrets);

}  // namespace tenon::cli
