// SPDX-License-Identifier: Apache-2.0
#include "runs/pins.h"

namespace tenon::runs {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Array listOf(const Pairs& pairs) {
    Array out;
    for (const auto& [name, text] : pairs) out.push_back(Array{name, text});
    return out;
}

// A list of lists of so many texts; nothing where it is none.
std::optional<std::vector<std::vector<std::string>>> textsIn(const Value& value, const char* member,
                                                             std::size_t each) {
    const auto* list = value.find(member);
    if (!list || !list->array()) return std::nullopt;
    std::vector<std::vector<std::string>> out;
    for (const auto& item : *list->array()) {
        if (!item.array() || item.array()->size() != each) return std::nullopt;
        auto& texts = out.emplace_back();
        for (const auto& text : *item.array()) {
            if (!text.string()) return std::nullopt;
            texts.push_back(*text.string());
        }
    }
    return out;
}

Pairs pairsOf(const std::vector<std::vector<std::string>>& texts) {
    Pairs out;
    for (const auto& pair : texts) out.emplace_back(pair[0], pair[1]);
    return out;
}

}  // namespace

Value toValue(const Pins& pins) {
    Array steps;
    for (const auto& step : pins.steps)
        steps.push_back(Array{step.name, step.version, step.plugin});
    Array secrets;
    for (const auto& name : pins.secrets) secrets.push_back(Array{name});
    return Object{{"folder", pins.folder},          {"secrets", std::move(secrets)},
                  {"beside", listOf(pins.beside)},  {"steps", std::move(steps)},
                  {"undoes", pins.undoes},          {"from", pins.from},
                  {"options", listOf(pins.options)}};
}

Result<Pins> pinsOf(const Value& value) {
    const auto* folder = value.find("folder");
    const auto* undoes = value.find("undoes");
    const auto* from = value.find("from");
    const auto beside = textsIn(value, "beside", 2), steps = textsIn(value, "steps", 3),
               options = textsIn(value, "options", 2), secrets = textsIn(value, "secrets", 1);
    if (!folder || !folder->string() || !undoes || !undoes->boolean() || !from || !from->string() ||
        !beside || !steps || !options || !secrets)
        return makeError(ErrorKind::runtime, "damaged",
                         "What the run was begun with is not what this Tenon keeps.");
    Pins pins{*folder->string(), pairsOf(*beside), {}, {}, *undoes->boolean(),
              *from->string(),   pairsOf(*options)};
    for (const auto& secret : *secrets) pins.secrets.push_back(secret.front());
    for (const auto& step : *steps) pins.steps.push_back({step[0], step[1], step[2]});
    return pins;
}

std::vector<PinnedStep> stepsGone(const Pins& pins, const world::Steps& steps) {
    std::vector<PinnedStep> out;
    for (const auto& pinned : pins.steps) {
        const auto* step = steps.find(pinned.name);
        if (!step || step->version != pinned.version || step->plugin != pinned.plugin)
            out.push_back(pinned);
    }
    return out;
}

std::optional<Error> stepGone(const Pins& pins, const world::Steps& steps) {
    const auto gone = stepsGone(pins, steps);
    if (gone.empty()) return std::nullopt;
    const auto& pinned = gone.front();
    const auto* step = steps.find(pinned.name);
    return makeError(
        ErrorKind::configuration, "step gone",
        "The run keeps to the step " + pinned.name + " " + pinned.version + " of the plugin " +
            pinned.plugin + ", and there is " +
            (step ? "only " + step->version + " of " + step->plugin : "none of that name") +
            ". Install the plugin that it began with.");
}

}  // namespace tenon::runs
