// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/create_formula_instance.h"

#include "cloudelements/formulas/created.h"
#include "cloudelements/formulas/formulas_named.h"
#include "cloudelements/platform/members.h"
#include "cloudelements/platform/parts.h"

namespace cloudelements {
namespace {

using tenon::Object;

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

}  // namespace

CreateFormulaInstance::Outputs CreateFormulaInstance::run(const Inputs& in,
                                                          tenon::Context& context) {
    check(in, context);
    Client client(in.connection, context);
    const auto formulaId = idOf(client, in);
    checkBinding(client, formulaId, in);

    Object body{{"name", in.name}, {"active", in.active}, {"configuration", configurationOf(in)}};
    if (!in.settings.empty()) body.set("settings", objectOf(in.settings));
    Call call;
    call.method = "POST";
    call.path = "/formulas/" + std::to_string(formulaId) + "/instances";
    call.body = std::move(body);
    call.about = "the creation of the formula instance";
    call.lookFirst =
        "The formula instance may exist all the same: before you run this again, look "
        "for an instance named \"" +
        in.name + "\" of the formula " + std::to_string(formulaId) +
        " on the platform (GET /formulas/instances), and delete it or use it.";
    const auto made = created(client, call);
    Outputs out{
        *integerOf(made, "id"), formulaId, textOf(made, "name"), truthOf(made, "active"), {}};
    if (out.name.empty()) out.name = in.name;
    out.createdDate = knownTextOf(made, "createdDate");
    return out;
}

}  // namespace cloudelements
