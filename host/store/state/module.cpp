// SPDX-License-Identifier: Apache-2.0
#include "store/state/keeper.h"
#include "store/state/key.h"

const tenon::store::StateModule tenon_state{
    [](const std::string& folder, const std::optional<tenon::store::KeySource>& key) {
        return tenon::store::openFolder(folder, key);
    },
    tenon::store::writeNewKey,
};
