// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/printable.h"
#include "cli/state_options.h"
#include "store/state.h"

namespace tenon::cli {
namespace {

int makeKey(const std::string& file) {
    if (const auto problem = store::newKeyFile(file))
        throw Failure(kNoOutput, "tenon: " + problem->detail + "\n");
    std::cout << oneLine("A new key is in " + file +
                         " (mode 0600). What is kept under it opens with nothing else: keep a "
                         "copy where the runs are not.")
              << "\n";
    return kOk;
}

int changeKey(const Arguments& arguments, const std::string& file) {
    const auto state = openRuns(arguments);
    if (const auto problem = state->changeKey(file))
        throw Failure(problem->title == "permissions" ? kPermissions : kConfiguration,
                      "tenon: " + problem->detail + "\n");
    std::cout << oneLine("The runs in " + stateFolder(arguments) + " open with " + file +
                         " from now on, and with no other key.")
              << "\n";
    return kOk;
}

int key(const Arguments& arguments) {
    const auto& words = arguments.operands();
    if (words.size() != 2 || (words.front() != "new" && words.front() != "change"))
        throw UsageError("say new or change, and one file");
    return words.front() == "new" ? makeKey(words.back()) : changeKey(arguments, words.back());
}

}  // namespace

Command keyCommand() {
    return {"key", "new|change FILE", "Makes a key for what runs record, or changes it",
            withStateOptions({}), key};
}

}  // namespace tenon::cli
