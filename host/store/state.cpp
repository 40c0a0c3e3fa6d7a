// SPDX-License-Identifier: Apache-2.0
#include "store/state.h"

#include "modules/module.h"

namespace tenon::store {
namespace {

Result<const StateModule*> stateModule() {
    // Of the whole process; it stays.
    static const auto module = modules::loadModule(TENON_MODULE, "tenon_state");
    if (!module)
        return makeError(ErrorKind::configuration, "module",
                         "Runs that can be resumed need the module " + module.error().detail +
                             "; install Tenon again.");
    return static_cast<const StateModule*>(module.value());
}

}  // namespace

Result<std::unique_ptr<State>> openState(const std::string& folder,
                                         const std::optional<KeySource>& key) {
    const auto module = stateModule();
    if (!module) return module.error();
    return module.value()->open(folder, key);
}

std::optional<Error> newKeyFile(const std::string& path) {
    const auto module = stateModule();
    if (!module) return module.error();
    return module.value()->newKeyFile(path);
}

}  // namespace tenon::store
