// SPDX-License-Identifier: Apache-2.0
// What a manifest names that stands outside of it.
#pragma once

#include <string>

#include "run/run.h"

namespace tenon::run {

// The text of a file in the folder of the manifest.
Result<Value> readBeside(Run& run, const std::string& path);

// The text of an address or of such a file. `position`: where it is recorded.
Result<Value> externalText(Run& run, const std::string& uri, const std::string& position,
                           const Limits& limits);

// A schema there, JSON or YAML: got when it is first needed, and kept for the outermost run,
// whoever asks. Any thread.
Result<schema::Schema> externalSchema(Run& run, const std::string& uri, const Limits& limits);

}  // namespace tenon::run
