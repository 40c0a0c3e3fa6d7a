// SPDX-License-Identifier: Apache-2.0
#include "cli/run_needs.h"

#include "cli/failure.h"
#include "cli/plugins.h"

namespace tenon::cli {

const catalog::Catalog* RunNeeds::catalogOf(const runs::Pins& pins) {
    const auto all = arguments_.after(pins.options);
    const auto [found, fresh] = catalogs_.try_emplace(all.values("plugins"));
    if (fresh) try {
            found->second.reset(new catalog::Catalog(openCatalog(all)));
        } catch (const Failure&) {  // said by who goes on with the run
        }
    return found->second.get();
}

std::vector<runs::PinnedStep> RunNeeds::of(const world::RunRow& run) {
    if (world::isFinished(run.state)) return {};
    const auto given = state_.given(run.id);
    const auto pins = given ? runs::pinsOf(given.value().pins) : Result<runs::Pins>(given.error());
    if (!pins || pins.value().steps.empty()) return {};
    const auto* catalog = catalogOf(pins.value());
    return catalog ? runs::stepsGone(pins.value(), *catalog) : pins.value().steps;
}

std::string needsText(const std::vector<runs::PinnedStep>& needs) {
    std::string out;
    for (const auto& step : needs)
        out +=
            (out.empty() ? "needs " : ", ") + step.name + " " + step.version + " of " + step.plugin;
    return out;
}

Value needsValue(const std::vector<runs::PinnedStep>& needs) {
    Array out;
    for (const auto& step : needs)
        out.emplace_back(
            Object{{"step", step.name}, {"version", step.version}, {"plugin", step.plugin}});
    return out;
}

}  // namespace tenon::cli
