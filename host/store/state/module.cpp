// SPDX-License-Identifier: Apache-2.0
#include "store/state/keeper.h"

void tenon_state_open(const std::string& folder, const std::optional<std::string>& keyFile,
                      std::optional<tenon::Result<std::unique_ptr<tenon::store::State>>>& opened) {
    opened.emplace(tenon::store::openFolder(folder, keyFile));
}
