// SPDX-License-Identifier: Apache-2.0
#include "store/state.h"

#include "modules/module.h"

namespace tenon::store {

Result<std::unique_ptr<State>> openState(const std::string& folder,
                                         const std::optional<std::string>& keyFile) {
    // Of the whole process; it stays.
    static const auto module = modules::loadModule(TENON_MODULE, "tenon_state_open");
    if (!module)
        return makeError(ErrorKind::configuration, "module",
                         "Runs that can be resumed need the module " + module.error().detail +
                             "; install Tenon again.");
    const auto open = reinterpret_cast<decltype(&tenon_state_open)>(module.value());
    std::optional<Result<std::unique_ptr<State>>> opened;
    open(folder, keyFile, opened);
    return *std::move(opened);
}

}  // namespace tenon::store
