// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/create_formula_instance.h"

#include <algorithm>
#include <set>

#include "cloudelements/formulas/created.h"
#include "cloudelements/formulas/formulas_named.h"
#include "cloudelements/once/alike.h"
#include "cloudelements/once/make_once.h"
#include "cloudelements/once/whole_list.h"
#include "cloudelements/platform/members.h"
#include "cloudelements/platform/parts.h"

namespace cloudelements {
namespace {

using tenon::Object;
using tenon::Value;

void check(const CreateFormulaInstanceInputs& in, tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    if (in.formulaId && in.formula)
        checks.no("/template", "stands beside formulaId; write one of the two");
    else if (in.formulaId)
        checkNumber(checks, "/formulaId", *in.formulaId);
    else if (in.formula)
        checks.text("/template", *in.formula);
    else
        checks.no("/formulaId", "is missing; write the template's number, or its name as template");
    checks.text("/name", in.name);
    checkLookFor(checks, in.lookFor);
    for (const auto& [key, id] : in.instances) checkNumber(checks, "/instances" + keyPart(key), id);
    checks.finish();
}

std::int64_t idOf(Client& client, const CreateFormulaInstanceInputs& in) {
    if (in.formulaId) return *in.formulaId;
    const auto found = formulasNamed(client, *in.formula);
    if (found.size() > 1) throw tenon::StepError(severalNamed(*in.formula, found));
    if (found.empty())
        throw tenon::StepError(
            tenon::makeError(tenon::ErrorKind::validation, "no such formula",
                             "No formula template is named \"" + *in.formula +
                                 "\". Check the name, letter by letter, or make the template with "
                                 "CreateFormulaTemplate."));
    return found.front().id;
}

void checkBinding(Client& client, std::int64_t formulaId, const Binding& binding) {
    Call call;
    call.path = "/formulas/" + std::to_string(formulaId);
    call.about = "the question for the formula template " + std::to_string(formulaId);
    call.advice.notFound = "There is no formula template " + std::to_string(formulaId) +
                           " that these credentials may see: check formulaId and connection.";
    const auto answer = client.send(call);
    const auto formula = readFormula(client.json(answer, call));
    if (!formula) throw client.unusable(answer, call, "has no id");
    const auto problems = problemsOf(binding, formula->variables);
    if (!problems.empty()) throw tenon::StepError(tenon::invalid("inputs", problems));
}

Object objectOf(const std::map<std::string, tenon::Value>& map) {
    Object out;
    for (const auto& [key, value] : map) out.set(key, value);
    return out;
}

// Making one, and finding those that are like it.
class OneFormulaInstance {
  public:
    OneFormulaInstance(Client& client, const CreateFormulaInstanceInputs& in, std::int64_t formula)
        : client_(client), in_(in), formula_(formula), configuration_(configurationOf(in)) {}

    [[nodiscard]] Value made() const {
        Object body{{"name", in_.name}, {"active", in_.active}, {"configuration", configuration_}};
        if (!in_.settings.empty()) body.set("settings", objectOf(in_.settings));
        Call call{.method = "POST",
                  .path = "/formulas/" + segment(formula_) + "/instances",
                  .body = std::move(body)};
        call.about = "the creation of the formula instance";
        return outputsOf(created(client_, call), "created");
    }
    [[nodiscard]] Value taken(const Candidate& found) const {
        return outputsOf(found.description, "adopted");
    }
    // Those that were not there before the POST.
    [[nodiscard]] std::vector<Candidate> fresh() const {
        auto out = alike();
        std::erase_if(out, [&](const auto& one) { return before_.contains(one.id); });
        return out;
    }
    // Learns what is there before the POST; gives the one that will do, if one may be taken.
    std::optional<Value> seenBefore() {
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
    [[nodiscard]] bool isThere(const Value& gave) const {
        const auto id = integerOf(gave, "id").value_or(0);
        Call call{.path = "/formulas/" + segment(formula_) + "/instances/" + segment(id)};
        call.about = "the question for the formula instance " + std::to_string(id);
        return client_.find(call).has_value();
    }

  private:
    [[nodiscard]] std::vector<Candidate> alike() const {
        const Call call{.path = "/formulas/instances",
                        .query = {{"searchText", in_.name}},
                        .about = "the search for formula instances of this name"};
        std::vector<Candidate> out;
        for (const auto& item : wholeList(client_, call))
            if (const auto id = integerOf(item, "id"); id && isAlike(item))
                out.push_back({*id, item});
        return out;
    }
    [[nodiscard]] bool isAlike(const Value& item) const {
        auto formula = integerOf(item, "formulaId");
        if (!formula) formula = integerOf(memberOf(item, "formula"), "id");
        if (formula != formula_ || textOf(item, "name") != in_.name) return false;
        const auto shown = memberOf(item, "configuration");
        return std::all_of(configuration_.begin(), configuration_.end(), [&](const auto& one) {
            return mayBeAlike(one.name, one.value, memberOf(shown, one.name));
        });
    }
    [[nodiscard]] Value outputsOf(const Value& answer, const char* origin) const {
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

    Client& client_;
    const CreateFormulaInstanceInputs& in_;
    const std::int64_t formula_;
    const Object configuration_;
    std::set<std::int64_t> before_{};
};

}  // namespace

CreateFormulaInstance::Outputs CreateFormulaInstance::run(const Inputs& in,
                                                          tenon::Context& context) {
    check(in, context);
    Client client(in.connection, context);
    const auto formulaId = idOf(client, in);
    checkBinding(client, formulaId, in);
    OneFormulaInstance one(client, in, formulaId);
    Thing thing;
    thing.noun = "formula instance";
    thing.article = "a formula instance";
    thing.name = in.name;
    thing.mark = "the formula " + std::to_string(formulaId) + " and this configuration";
    thing.isProven = false;
    thing.adopts = in.adopt == "byName";
    thing.notAdopted = "adopt: byName would take it";
    thing.window = std::chrono::seconds(in.lookFor);
    thing.what = Object{{"POST", "/formulas/" + std::to_string(formulaId) + "/instances"},
                        {"name", in.name}};
    thing.make = [&] { return one.made(); };
    thing.look = [&] { return one.fresh(); };
    thing.take = [&](const Candidate& found) { return one.taken(found); };
    thing.isThere = [&](const Value& gave) { return one.isThere(gave); };
    thing.before = [&] { return one.seenBefore(); };
    std::vector<tenon::Problem> problems;
    return tenon::readFields<Outputs>(makeOnce(context, thing).outputs, problems);
}

}  // namespace cloudelements
