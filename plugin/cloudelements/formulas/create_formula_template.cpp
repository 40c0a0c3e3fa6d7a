// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/create_formula_template.h"

#include "cloudelements/formulas/created.h"
#include "cloudelements/once/make_once.h"
#include "cloudelements/once/tag.h"
#include "cloudelements/once/whole_list.h"
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

CreateFormulaTemplateOutputs templateIn(const Value& answer, const std::string& name) {
    const auto formula = readFormula(answer);
    return {formula->id, formula->name.empty() ? name : formula->name, formula->active,
            formula->variables, "created"};
}

// Making one, and finding it by the tag at the end of its description.
class OneTemplate {
  public:
    OneTemplate(Client& client, const CreateFormulaTemplateInputs& in, std::string tag)
        : client_(client), tag_("[" + std::move(tag) + "]"), body_(*in.formula.object()) {
        if (in.name) body_.set("name", *in.name);
        name_ = textOf(body_, "name");
        const auto description = textOf(body_, "description");
        body_.set("description", description.empty() ? tag_ : description + " " + tag_);
    }
    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] Value made() const {
        Call call{.method = "POST", .path = "/formulas", .body = body_};
        call.about = "the creation of the formula template";
        return tenon::writeFields(templateIn(created(client_, call), name_));
    }
    // Its variables, which a list may leave out.
    [[nodiscard]] Value taken(const Candidate& found) const {
        const auto stop = [&](tenon::Done done, const std::string& why) {
            auto error =
                tenon::makeError(tenon::ErrorKind::runtime, "not adopted",
                                 "The formula template " + std::to_string(found.id) +
                                     " carries the tag \"" + tag_ + "\" of this task, but " + why +
                                     " Delete it or use it before you run this anew.");
            error.done = done;
            return tenon::StepError(std::move(error));
        };
        if (textOf(found.description, "name") != name_)
            throw stop(tenon::Done::maybe, "has another name than was asked for.");
        const auto call = question(found.id);
        try {
            const auto answer = client_.send(call);
            const auto whole = client_.json(answer, call);
            if (integerOf(whole, "id") != found.id)
                throw client_.unusable(answer, call, "has no id");
            auto out = templateIn(whole, name_);
            out.origin = "adopted";
            return tenon::writeFields(out);
        } catch (const tenon::StepError& e) {
            throw stop(tenon::Done::yes, "cannot be read: " + e.error().detail);
        }
    }
    [[nodiscard]] std::vector<Candidate> tagged() const {
        const Call call{.path = "/formulas",
                        .query = {{"abridged", "true"}},
                        .about = "the search for the tag " + tag_};
        std::vector<Candidate> out;
        for (const auto& item : wholeList(client_, call))
            if (const auto id = integerOf(item, "id"); id && carries(item))
                out.push_back({*id, item});
        return out;
    }
    [[nodiscard]] bool isThere(const Value& gave) const {
        const auto call = question(integerOf(gave, "id").value_or(0));
        const auto answer = client_.find(call);
        if (!answer) return false;
        const auto whole = client_.json(*answer, call);
        if (textOf(whole, "description").empty() || carries(whole)) return true;
        throw tenon::StepError(tenon::makeError(tenon::ErrorKind::runtime, "not adopted",
                                                "It carries the tag \"" + tag_ + "\" no more."));
    }

  private:
    [[nodiscard]] bool carries(const Value& formula) const {
        return textOf(formula, "description").find(tag_) != std::string::npos;
    }
    static Call question(std::int64_t id) {
        Call call{.path = "/formulas/" + segment(id)};
        call.about = "the question for the formula template " + std::to_string(id);
        return call;
    }

    Client& client_;
    std::string tag_, name_;
    tenon::Object body_;
};

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
