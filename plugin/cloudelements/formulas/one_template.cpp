// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/one_template.h"

#include "cloudelements/formulas/created.h"
#include "cloudelements/once/whole_list.h"
#include "cloudelements/platform/members.h"

namespace cloudelements {

using tenon::Value;

namespace {

CreateFormulaTemplateOutputs templateIn(const Value& answer, const std::string& name) {
    const auto formula = readFormula(answer);
    return {formula->id, formula->name.empty() ? name : formula->name, formula->active,
            formula->variables, "created"};
}

Call templateQuestion(std::int64_t id) {
    Call call{.path = "/formulas/" + segment(id)};
    call.about = "the question for the formula template " + std::to_string(id);
    return call;
}

}  // namespace

OneTemplate::OneTemplate(Client& client, const CreateFormulaTemplateInputs& in,
                         const std::string& tag)
    : client_(client), tag_("[" + tag + "]"), body_(*in.formula.object()) {
    if (in.name) body_.set("name", *in.name);
    name_ = textOf(body_, "name");
    const auto description = textOf(body_, "description");
    body_.set("description", description.empty() ? tag_ : description + " " + tag_);
}

Value OneTemplate::made() const {
    Call call{.method = "POST", .path = "/formulas", .body = body_};
    call.about = "the creation of the formula template";
    return tenon::writeFields(templateIn(created(client_, call), name_));
}

Value OneTemplate::taken(const Candidate& found) const {
    const auto stop = [&](tenon::Done done, const std::string& why) {
        auto error = tenon::makeError(tenon::ErrorKind::runtime, "not adopted",
                                      "The formula template " + std::to_string(found.id) +
                                          " carries the tag \"" + tag_ + "\" of this task, but " +
                                          why + " Delete it or use it before you run this anew.");
        error.done = done;
        return tenon::StepError(std::move(error));
    };
    if (textOf(found.description, "name") != name_)
        throw stop(tenon::Done::maybe, "has another name than was asked for.");
    const auto call = templateQuestion(found.id);
    try {
        const auto answer = client_.send(call);
        const auto whole = client_.json(answer, call);
        if (integerOf(whole, "id") != found.id) throw client_.unusable(answer, call, "has no id");
        auto out = templateIn(whole, name_);
        out.origin = "adopted";
        return tenon::writeFields(out);
    } catch (const tenon::StepError& e) {
        throw stop(tenon::Done::yes, "cannot be read: " + e.error().detail);
    }
}

std::vector<Candidate> OneTemplate::tagged() const {
    const Call call{.path = "/formulas",
                    .query = {{"abridged", "true"}},
                    .about = "the search for the tag " + tag_};
    std::vector<Candidate> out;
    for (const auto& item : wholeList(client_, call))
        if (const auto id = integerOf(item, "id"); id && carries(item)) out.push_back({*id, item});
    return out;
}

bool OneTemplate::isThere(const Value& gave) const {
    const auto call = templateQuestion(integerOf(gave, "id").value_or(0));
    const auto answer = client_.find(call);
    if (!answer) return false;
    const auto whole = client_.json(*answer, call);
    if (textOf(whole, "description").empty() || carries(whole)) return true;
    throw tenon::StepError(tenon::makeError(tenon::ErrorKind::runtime, "not adopted",
                                            "It carries the tag \"" + tag_ + "\" no more."));
}

bool OneTemplate::carries(const Value& formula) const {
    return textOf(formula, "description").find(tag_) != std::string::npos;
}

}  // namespace cloudelements
