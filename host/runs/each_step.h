// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "world/runs.h"

namespace tenon::runs {

// Hands each record of a run to `go`, in their order, page by page: there may be more than there is
// memory for.
template <class Go>
std::optional<Error> ofEachStep(world::State& state, const std::string& id, const Go& go) {
    constexpr std::size_t kPage = 500;
    std::int64_t after = 0;
    for (bool more = true; more;) {
        const auto steps = state.steps(id, after, kPage);
        if (!steps) return steps.error();
        for (const auto& step : steps.value()) go(step);
        more = steps.value().size() == kPage;
        if (more) after = steps.value().back().number;
    }
    return std::nullopt;
}

}  // namespace tenon::runs
