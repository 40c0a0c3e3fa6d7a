// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/create_formula_instance.h"

#include "cloudelements/formulas/formulas_named.h"
#include "cloudelements/formulas/one_formula_instance.h"
#include "cloudelements/once/make_once.h"
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
