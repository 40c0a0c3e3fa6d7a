// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/create_formula_template.h"

#include "cloudelements/formulas/one_template.h"
#include "cloudelements/once/tag.h"
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
    checkLookFor(checks, in.lookFor);
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
    Client client(in.connection, context);
    const auto tag = tagOf(context.idempotencyKey());
    const OneTemplate one(client, in, tag);
    Thing thing;
    thing.noun = "formula template";
    thing.article = "a formula template";
    thing.name = one.name();
    thing.mark = "the tag \"" + tag + "\" in its description";
    thing.adopts = in.adopt != "never";
    thing.notAdopted = "adopt: never says not to take it";
    thing.window = std::chrono::seconds(in.lookFor);
    thing.what = tenon::Object{{"POST", "/formulas"}, {"name", one.name()}, {"tag", tag}};
    thing.make = [&] { return one.made(); };
    thing.look = [&] { return one.tagged(); };
    thing.take = [&](const Candidate& found) { return one.taken(found); };
    thing.isThere = [&](const Value& gave) { return one.isThere(gave); };
    std::vector<tenon::Problem> problems;
    return tenon::readFields<Outputs>(makeOnce(context, thing).outputs, problems);
}

}  // namespace cloudelements
