// SPDX-License-Identifier: Apache-2.0
// /formulas: templates, and their parts one by one.
#include <optional>

#include "formulas/in_path.h"
#include "platform/body.h"
#include "platform/clock.h"
#include "platform/page.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

constexpr const char* kParts[] = {"configuration", "triggers", "steps"};

Value withId(const Value& part, std::int64_t& next) {
    Object out = *part.object();
    const auto* id = part.find("id");
    if (!id || !id->integer()) out.set("id", next++);
    return out;
}

// Checked, and with an id for each part that has none.
Object preparedFormula(const Value& formula, World& world) {
    checkFormula(formula);
    Object out = *formula.object();
    for (const char* key : kParts) {
        Array parts;
        for (const auto& part : arrayOf(formula, key))
            parts.push_back(withId(part, world.formulas.nextPart));
        out.set(key, std::move(parts));
    }
    if (!out.find("active")) out.set("active", true);
    return out;
}

Answer createFormula(Call& call, World& world) {
    Object made = preparedFormula(call.object(), world);
    made.set("id", world.formulas.nextTemplate++);
    made.set("userId", 21);
    made.set("accountId", 11);
    made.set("createdDate", isoTime());
    const auto id = *made.find("id")->integer();
    return answer(200, world.formulas.templates[id] = std::move(made));
}

Answer listFormulas(const Call& call, const World& world) {
    std::vector<const Value*> all;
    for (const auto& [id, formula] : world.formulas.templates) all.push_back(&formula);
    const bool isAbridged = call.request.parameter("abridged") == "true";
    return page(call.request, all.size(), [&](std::size_t i) -> Value {
        if (!isAbridged) return *all[i];
        Object out;
        for (const auto& [key, value] : *all[i]->object())
            if (key != "steps") out.set(key, value);
        return out;
    });
}

Answer changeFormula(Call& call, World& world) {
    Value& formula = formulaIn(call, world);
    Object next = *call.object().object();
    if (call.request.method == "PATCH") next = merged(*formula.object(), next);
    for (const char* key : {"id", "userId", "accountId", "createdDate"})
        next.set(key, *formula.find(key));
    return answer(200, formula = preparedFormula(next, world));
}

Answer removeFormula(const Call& call, World& world) {
    const auto id = *formulaIn(call, world).find("id")->integer();
    for (const auto& [number, instance] : world.formulas.instances)
        if (*instance.find("formulaId")->integer() == id)
            return refusal(409, "The formula " + std::to_string(id) + " still has instances");
    world.formulas.templates.erase(id);
    return {};
}

// As it can be given to POST /formulas elsewhere.
Answer exported(const Call& call, World& world) {
    Object out;
    for (const auto& [key, value] : *formulaIn(call, world).object()) {
        if (key == "id" || key == "userId" || key == "accountId" || key == "createdDate") continue;
        Array parts;
        for (const auto& part : value.array() ? *value.array() : Array()) {
            Object bare;
            for (const auto& member : part.object() ? *part.object() : Object())
                if (member.name != "id") bare.set(member.name, member.value);
            parts.push_back(std::move(bare));
        }
        out.set(key, value.array() ? Value(std::move(parts)) : value);
    }
    return answer(200, std::move(out));
}

std::size_t placeIn(const Call& call, const Array& parts, const char* key) {
    const auto id = call.number("part", "ID");
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (*parts[i].find("id")->integer() == id) return i;
    throw refusal(404, std::string("No ") + key + " found with ID " + std::to_string(id));
}

// The parts changed by `edit`, which gives the place of what is to be answered, if anything.
Answer edit(Call& call, World& world, const char* key,
            const std::function<std::optional<std::size_t>(Array&)>& edit) {
    Value& formula = formulaIn(call, world);
    Array parts = arrayOf(formula, key);
    const auto place = edit(parts);
    formula = preparedFormula(merged(*formula.object(), Object{{key, std::move(parts)}}), world);
    return place ? answer(200, (*formula.find(key)->array())[*place]) : Answer{};
}

void addParts(Router& router, World& world, const char* key) {
    const std::string all = std::string("/formulas/{formula}/") + key, one = all + "/{part}";
    router.add("GET", all, Access::platform, [&world, key](Call& call) {
        return answer(200, arrayOf(formulaIn(call, world), key));
    });
    router.add("GET", one, Access::platform, [&world, key](Call& call) {
        const auto& parts = arrayOf(formulaIn(call, world), key);
        return answer(200, parts[placeIn(call, parts, key)]);
    });
    router.add("POST", all, Access::platform, [&world, key](Call& call) {
        return edit(call, world, key, [&](Array& parts) {
            parts.push_back(call.object());
            return parts.size() - 1;
        });
    });
    for (const char* method : {"PUT", "PATCH"})
        router.add(method, one, Access::platform, [&world, key](Call& call) {
            return edit(call, world, key, [&](Array& parts) {
                const auto place = placeIn(call, parts, key);
                Object next = *call.object().object();
                if (call.request.method == "PATCH") next = merged(*parts[place].object(), next);
                next.set("id", *parts[place].find("id"));
                parts[place] = std::move(next);
                return place;
            });
        });
    router.add("DELETE", one, Access::platform, [&world, key](Call& call) {
        return edit(call, world, key, [&](Array& parts) -> std::optional<std::size_t> {
            parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(placeIn(call, parts, key)));
            return std::nullopt;
        });
    });
}

}  // namespace

void addFormulaRoutes(Router& router, World& world) {
    const auto add = [&](const char* method, const char* path, Answer (*handler)(Call&, World&)) {
        router.add(method, path, Access::platform,
                   [&world, handler](Call& call) { return handler(call, world); });
    };
    add("POST", "/formulas", createFormula);
    add("GET", "/formulas", [](Call& call, World& w) { return listFormulas(call, w); });
    add("GET", "/formulas/{formula}",
        [](Call& call, World& w) { return answer(200, formulaIn(call, w)); });
    add("PUT", "/formulas/{formula}", changeFormula);
    add("PATCH", "/formulas/{formula}", changeFormula);
    add("DELETE", "/formulas/{formula}",
        [](Call& call, World& w) { return removeFormula(call, w); });
    add("GET", "/formulas/{formula}/export",
        [](Call& call, World& w) { return exported(call, w); });
    for (const char* key : kParts) addParts(router, world, key);
}

}  // namespace cloudelements::sandbox
