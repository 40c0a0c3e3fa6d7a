// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenon::cli {

// Takes the numbers of standard streams that the parent closed, so that no file or socket gets
// them: what is printed would go there. Such a stream cannot be used, as before. Call it first.
void holdStandardStreams();

// From here on only print() writes to standard output: what a plugin prints goes to standard error.
void keepStandardOutput();

// Writes to standard output, with all that was printed before. "standard output could not be
// written (No space left on device)", or nothing.
std::string print(std::string_view text);

}  // namespace tenon::cli
