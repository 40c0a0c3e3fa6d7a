// SPDX-License-Identifier: Apache-2.0
#include "platform/world.h"

#include "platform/kept.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

template <class Map>
Array idsOf(const Map& all) {
    Array out;
    for (const auto& [id, one] : all) out.emplace_back(id);
    return out;
}

Array namesOf(const Levels& levels) {
    Array out;
    for (const auto& [level, documents] : levels)
        for (const auto& [name, document] : documents) out.push_back(level + ": " + name);
    return out;
}

}  // namespace

World::World(const Settings& settings)
    : user(token()),
      organization(hex(32)),
      password(hex(16)),
      instances(settings.firstId),
      boxes(settings.seed),
      tagDelay(settings.tagDelay),
      hideTokens(settings.hideTokens) {
    events.pollAtOnce = settings.pollAtOnce;
}

Value World::kept() const {
    return Object{{"sandbox", "cloudelements"},
                  {"version", 1},
                  {"user", user},
                  {"organization", organization},
                  {"password", password},
                  {"instances", instances.kept()},
                  {"records", boxes.kept()},
                  {"resources", resources.kept()},
                  {"formulas", formulas.kept()},
                  {"events", events.kept()}};
}

void World::restore(const Value& kept) {
    const Kept from(kept, "the whole");
    if (from.text("sandbox") != "cloudelements") from.wrong("sandbox");
    if (from.number("version") != 1) from.wrong("version");
    user = from.text("user");
    organization = from.text("organization");
    password = from.text("password");
    instances.restore(from.member("instances"));
    boxes.restore(from.member("records"));
    resources.restore(from.member("resources"));
    formulas.restore(from.member("formulas"));
    events.restore(from.member("events"));
}

Value World::counts() const {
    Object records;
    std::map<std::string, std::int64_t> byKind;
    for (const auto& [name, box] : boxes.all())
        for (const auto& [kind, table] : box.tables)
            byKind[kind] += static_cast<std::int64_t>(table.all().size());
    for (const auto& [kind, count] : byKind) records.set(kind, count);
    const auto size = [](const auto& all) { return static_cast<std::int64_t>(all.size()); };
    return Object{{"instances", size(instances.all())},
                  {"instancesMade", instances.made()},
                  {"definitions", countOf(resources.definitions)},
                  {"transformations", countOf(resources.transformations)},
                  {"formulas", size(formulas.templates)},
                  {"formulaInstances", size(formulas.instances)},
                  {"executions", size(formulas.executions)},
                  {"events", size(events.all)},
                  {"records", std::move(records)},
                  {"ids", Object{{"instances", idsOf(instances.all())},
                                 {"definitions", namesOf(resources.definitions)},
                                 {"transformations", namesOf(resources.transformations)},
                                 {"formulas", idsOf(formulas.templates)},
                                 {"formulaInstances", idsOf(formulas.instances)},
                                 {"executions", idsOf(formulas.executions)}}}};
}

}  // namespace cloudelements::sandbox
