// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/printable.h"
#include "store/state.h"

namespace tenon::cli {
namespace {

int key(const Arguments& arguments) {
    const auto& words = arguments.operands();
    if (words.size() != 2 || words.front() != "new") throw UsageError("say new and one file");
    if (const auto problem = store::newKeyFile(words.back()))
        throw Failure(kNoOutput, "tenon: " + problem->detail + "\n");
    std::cout << oneLine("A new key is in " + words.back() +
                         " (mode 0600). What is kept under it opens with nothing else: keep a "
                         "copy where the runs are not.")
              << "\n";
    return kOk;
}

}  // namespace

Command keyCommand() { return {"key", "new FILE", "Makes a key for what runs record", {}, key}; }

}  // namespace tenon::cli
