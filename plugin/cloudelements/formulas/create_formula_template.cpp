// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/create_formula_template.h"

#include "cloudelements/formulas/created.h"
#include "cloudelements/platform/checks.h"
#include "cloudelements/platform/client.h"
#include "cloudelements/platform/members.h"

namespace cloudelements {
namespace {

using tenon::Value;

void check(const CreateFormulaTemplateInputs& in, tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    if (in.name) checks.text("/name", *in.name);
    if (!in.formula.object()) {
        checks.no("/template", "is " + std::string(describe(in.formula.kind())) +
                                   "; wanted an object: a formula template as the platform "
                                   "exports it");
        return checks.finish();
    }
    if (!in.name) {
        const auto name = memberOf(in.formula, "name");
        if (name.string())
            checks.text("/template/name", *name.string());
        else
            checks.no("/template/name",
                      "is no text; give the template a name, or write the input name");
    }
    for (const char* list : {"configuration", "triggers", "steps"})
        if (const auto* member = in.formula.find(list); member && !member->array())
            checks.no(std::string("/template/") + list,
                      "is " + std::string(describe(member->kind())) + "; wanted an array");
    if (!in.formula.find("triggers") && !in.formula.find("steps"))
        checks.no("/template",
                  "has no triggers and no steps; wanted a formula template as the "
                  "platform exports it");
    checks.finish();
}

}  // namespace

CreateFormulaTemplate::Outputs CreateFormulaTemplate::run(const Inputs& in,
                                                          tenon::Context& context) {
    check(in, context);
    tenon::Object body = *in.formula.object();
    if (in.name) body.set("name", *in.name);
    const auto name = textOf(body, "name");
    Call call;
    call.method = "POST";
    call.path = "/formulas";
    call.body = body;
    call.about = "the creation of the formula template";
    call.lookFirst =
        "The template may exist all the same: before you run this again, look for a "
        "formula template named \"" +
        name + "\" on the platform (FindFormulaTemplate), and delete it or use it.";
    Client client(in.connection, context);
    const auto made = created(client, call);
    const auto formula = readFormula(made);
    return {formula->id, formula->name.empty() ? name : formula->name, formula->active,
            formula->variables};
}

}  // namespace cloudelements
