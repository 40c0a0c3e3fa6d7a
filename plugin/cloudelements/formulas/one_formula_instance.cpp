// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/one_formula_instance.h"

#include <algorithm>

#include "cloudelements/formulas/created.h"
#include "cloudelements/once/alike.h"
#include "cloudelements/once/whole_list.h"
#include "cloudelements/platform/members.h"

namespace cloudelements {

using tenon::Object;
using tenon::Value;

namespace {

Object objectOf(const std::map<std::string, tenon::Value>& map) {
    Object out;
    for (const auto& [key, value] : map) out.set(key, value);
    return out;
}

}  // namespace

Value OneFormulaInstance::made() const {
    Object body{{"name", in_.name}, {"active", in_.active}, {"configuration", configuration_}};
    if (!in_.settings.empty()) body.set("settings", objectOf(in_.settings));
    Call call{.method = "POST",
              .path = "/formulas/" + segment(formula_) + "/instances",
              .body = std::move(body)};
    call.about = "the creation of the formula instance";
    return outputsOf(created(client_, call), "created");
}

Value OneFormulaInstance::taken(const Candidate& found) const {
    return outputsOf(found.description, "adopted");
}

std::vector<Candidate> OneFormulaInstance::fresh() const {
    auto out = alike();
    std::erase_if(out, [&](const auto& one) { return before_.contains(one.id); });
    return out;
}

std::optional<Value> OneFormulaInstance::seenBefore() {
    const auto found = alike();
    for (const auto& one : found) before_.insert(one.id);
    if (in_.adopt != "byName" || found.empty()) return std::nullopt;
    if (found.size() == 1) return taken(found.front());
    std::string ids;
    for (const auto& one : found) ids += (ids.empty() ? "" : ", ") + std::to_string(one.id);
    throw tenon::StepError(tenon::makeError(
        tenon::ErrorKind::runtime, "several found",
        std::to_string(found.size()) + " instances of the formula " + std::to_string(formula_) +
            " are named \"" + in_.name + "\" and configured like this: " + ids +
            ". Nothing was made: give another name, or write adopt: never for a further "
            "one."));
}

bool OneFormulaInstance::isThere(const Value& gave) const {
    const auto id = integerOf(gave, "id").value_or(0);
    Call call{.path = "/formulas/" + segment(formula_) + "/instances/" + segment(id)};
    call.about = "the question for the formula instance " + std::to_string(id);
    return client_.find(call).has_value();
}

std::vector<Candidate> OneFormulaInstance::alike() const {
    const Call call{.path = "/formulas/instances",
                    .query = {{"searchText", in_.name}},
                    .about = "the search for formula instances of this name"};
    std::vector<Candidate> out;
    for (const auto& item : wholeList(client_, call))
        if (const auto id = integerOf(item, "id"); id && isAlike(item)) out.push_back({*id, item});
    return out;
}

bool OneFormulaInstance::isAlike(const Value& item) const {
    auto formula = integerOf(item, "formulaId");
    if (!formula) formula = integerOf(memberOf(item, "formula"), "id");
    if (formula != formula_ || textOf(item, "name") != in_.name) return false;
    const auto shown = memberOf(item, "configuration");
    return std::all_of(configuration_.begin(), configuration_.end(), [&](const auto& one) {
        return mayBeAlike(one.name, one.value, memberOf(shown, one.name));
    });
}

Value OneFormulaInstance::outputsOf(const Value& answer, const char* origin) const {
    CreateFormulaInstanceOutputs out;
    out.id = *integerOf(answer, "id");
    out.formulaId = formula_;
    out.name = textOf(answer, "name");
    out.active = truthOf(answer, "active");
    if (out.name.empty()) out.name = in_.name;
    out.createdDate = knownTextOf(answer, "createdDate");
    out.origin = origin;
    return tenon::writeFields(out);
}

}  // namespace cloudelements
