// SPDX-License-Identifier: Apache-2.0
#include "run/idempotence.h"

#include <algorithm>

namespace tenon::run {
namespace {

struct Decision {
    std::string field;
    const Array* texts;
};

std::optional<Decision> decisionOf(const StepDescription& step) {
    const auto* said = step.inputs.find("x-idempotent");
    if (!said || !said->object() || said->object()->empty()) return std::nullopt;
    const auto& member = *said->object()->begin();
    if (!member.value.array()) return std::nullopt;
    return Decision{member.name, member.value.array()};
}

// `given`: nullptr where it is left out.
bool decided(const StepDescription& step, const Decision& decision, const std::string* given) {
    const auto* members = step.inputs.find("properties");
    const auto* schema = members ? members->find(decision.field) : nullptr;
    const auto* fallback = schema ? schema->find("default") : nullptr;
    if (!given && fallback) given = fallback->string();
    return given && std::any_of(decision.texts->begin(), decision.texts->end(),
                                [&](const auto& t) { return t.string() && *t.string() == *given; });
}

}  // namespace

bool idempotent(const StepDescription& step, const Value& inputs) {
    const auto decision = decisionOf(step);
    if (step.idempotent || !decision) return step.idempotent;
    const auto* given = inputs.find(decision->field);
    if (!given || given->isNull()) return decided(step, *decision, nullptr);
    return given->revealText() && decided(step, *decision, given->revealText());
}

bool idempotent(const StepDescription& step, const manifest::Node* with) {
    const auto decision = decisionOf(step);
    if (step.idempotent || !decision) return step.idempotent;
    // The whole of the inputs may come out of one expression.
    if (with && with->kind != manifest::Node::Kind::map) return false;
    const auto* given = with ? with->find(decision->field) : nullptr;
    if (!given) return decided(step, *decision, nullptr);
    return given->text() && decided(step, *decision, given->text());
}

std::string idempotentUnless(const StepDescription& step, const manifest::Node* with) {
    const auto decision = decisionOf(step);
    const bool open = !with || with->kind == manifest::Node::Kind::map;
    if (!decision || !open || (with && with->find(decision->field))) return "";
    std::string out;
    for (const auto& text : *decision->texts)
        if (text.string())
            out += (out.empty()                         ? ""
                    : &text == &decision->texts->back() ? " or "
                                                        : ", ") +
                   *text.string();
    return "unless \"" + decision->field + "\" says " + out;
}

bool saidIdempotent(const manifest::Node* metadata) {
    const auto* said = metadata ? metadata->find("idempotent") : nullptr;
    return said && said->scalar.boolean() && *said->scalar.boolean();
}

}  // namespace tenon::run
