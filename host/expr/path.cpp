// SPDX-License-Identifier: Apache-2.0
#include "expr/path.h"

#include "tenon/json.h"

namespace tenon::expr {
namespace {

Error cannot(const std::string& what) {
    return makeError(ErrorKind::expression, "expression", what);
}

bool isTrue(const Value& value) {
    return !value.isNull() && !(value.boolean() && !*value.boolean());
}

Result<Value> memberOf(const Value& value, const std::string& name) {
    if (value.isNull()) return Value();
    if (!value.object())
        return cannot("Cannot take the member \"" + name + "\" of " + describe(value.kind()) + ".");
    const Value* found = value.find(name);
    return found ? *found : Value();
}

Result<Value> itemOf(const Value& value, std::int64_t index) {
    if (value.isNull()) return Value();
    const auto* array = value.array();
    if (!array)
        return cannot("Cannot take the item " + std::to_string(index) + " of " +
                      describe(value.kind()) + ".");
    const auto size = static_cast<std::int64_t>(array->size());
    if (index < 0) index += size;
    if (index < 0 || index >= size) return Value();
    return (*array)[static_cast<std::size_t>(index)];
}

Result<Value> walk(const Path::Walk& walk, const Scope& scope) {
    const Value* start = walk.variable ? scope.find(*walk.variable) : &scope.dot;
    if (!start) return cannot("$" + *walk.variable + " is not known here.");
    Value here = *start;
    for (const auto& part : walk.parts) {
        auto next = std::holds_alternative<std::string>(part)
                        ? memberOf(here, std::get<std::string>(part))
                        : itemOf(here, std::get<std::int64_t>(part));
        if (!next) return next;
        here = std::move(next).value();
    }
    return here;
}

Result<Value> join(const Path::Text& text, const Scope& scope) {
    std::string out;
    bool secret = false;
    for (const auto& piece : text.pieces) {
        const auto value = piece.evaluate(scope);
        if (!value) return value;
        const Value& v = value.value();
        if (const auto* s = v.revealText())
            out += *s;
        else
            out += json::write(v, json::Secrets::reveal);
        secret = secret || holdsSecret(v);
    }
    if (!secret) return Value(std::move(out));
    const Value made = Secret(std::move(out));
    if (scope.confidant) scope.confidant->learn(made);
    return made;
}

Result<Value> choose(const Path::Alternative& alternative, const Scope& scope) {
    for (std::size_t i = 0; i + 1 < alternative.choices.size(); ++i) {
        auto value = alternative.choices[i].evaluate(scope);
        if (!value || isTrue(value.value())) return value;
    }
    return alternative.choices.back().evaluate(scope);
}

}  // namespace

Result<Value> Path::evaluate(const Scope& scope) const {
    if (const auto* literal = std::get_if<Literal>(&form_)) return literal->value;
    if (const auto* steps = std::get_if<Walk>(&form_)) return walk(*steps, scope);
    if (const auto* text = std::get_if<Text>(&form_)) return join(*text, scope);
    return choose(std::get<Alternative>(form_), scope);
}

std::vector<std::string> Path::variables() const {
    std::vector<std::string> out;
    const auto all = [&](const std::vector<Path>& paths) {
        for (const auto& path : paths)
            for (auto& name : path.variables()) out.push_back(std::move(name));
    };
    if (const auto* steps = std::get_if<Walk>(&form_)) {
        if (steps->variable) out.push_back(*steps->variable);
    } else if (const auto* text = std::get_if<Text>(&form_)) {
        all(text->pieces);
    } else if (const auto* alternative = std::get_if<Alternative>(&form_)) {
        all(alternative->choices);
    }
    return out;
}

}  // namespace tenon::expr
