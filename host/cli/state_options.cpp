// SPDX-License-Identifier: Apache-2.0
#include "cli/state_options.h"

#include <stdlib.h>

#include <filesystem>
#include <optional>

#include "cli/failure.h"
#include "store/state.h"

namespace tenon::cli {
namespace {

constexpr const char* kStateVariable = "TENON_STATE";
constexpr const char* kKeyVariable = "TENON_KEY";
constexpr const char* kCredential = "tenon-key";

std::string variable(const char* name) {
    const char* value = ::getenv(name);
    return value ? value : "";
}

// The file of a systemd credential; empty where there is none.
std::string credential() {
    const auto folder = variable("CREDENTIALS_DIRECTORY");
    std::error_code ignored;
    auto file = folder + "/" + kCredential;
    return !folder.empty() && std::filesystem::exists(file, ignored) ? file : "";
}

std::optional<store::KeySource> keyOf(const Arguments& arguments) {
    if (const auto file = arguments.value("key")) return store::KeySource(*file);
    if (auto file = credential(); !file.empty()) return store::KeySource(std::move(file));
    auto text = variable(kKeyVariable);
    if (text.empty()) return std::nullopt;
    ::unsetenv(kKeyVariable);  // what this process starts has no business with it
    return store::KeySource::text("The variable TENON_KEY", std::move(text));
}

}  // namespace

std::vector<Option> withStateOptions(std::vector<Option> own) {
    own.insert(
        own.begin(),
        {{"state", "DIR", "The folder of the runs (default: $TENON_STATE)", false},
         {"key", "FILE", "The key to them (default: credential tenon-key, $TENON_KEY)", false}});
    return own;
}

std::string stateFolder(const Arguments& arguments) {
    return arguments.value("state").value_or(variable(kStateVariable));
}

bool hasKey(const Arguments& arguments) {
    return arguments.has("key") || !credential().empty() || !variable(kKeyVariable).empty();
}

std::unique_ptr<world::State> openRuns(const Arguments& arguments) {
    const auto folder = stateFolder(arguments);
    if (folder.empty())
        throw UsageError("name the folder of the runs: --state DIR, or the variable TENON_STATE");
    auto state = store::openState(folder, keyOf(arguments));
    if (state) return std::move(state).value();
    const auto& title = state.error().title;
    throw Failure(title == "permissions" ? kPermissions
                  : title == "damaged"   ? kNotKept
                                         : kConfiguration,
                  "tenon: " + state.error().detail + "\n");
}

std::string howToResume(const Arguments& arguments, const std::string& id) {
    std::string out = "tenon resume " + id;
    for (const char* name : {"state", "key"})
        if (const auto value = arguments.value(name))
            out += " --" + std::string(name) + " " + *value;
    return out;
}

}  // namespace tenon::cli
