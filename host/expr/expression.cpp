// SPDX-License-Identifier: Apache-2.0
#include "expr/expression.h"

#include <algorithm>

#include "expr/jq.h"
#include "tenon/fields.h"

namespace tenon::expr {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

Result<Value> checked(Result<Value> result) {
    if (!result || result.value().depth() <= kDeepestResult) return result;
    return makeError(ErrorKind::expression, "expression",
                     "The result is nested more than 1,000 deep. Does a loop put what it made "
                     "into itself?");
}

}  // namespace

std::optional<std::string_view> unwrapped(std::string_view text) {
    text = trimmed(text);
    if (!text.starts_with("${") || !text.ends_with('}')) return std::nullopt;
    return trimmed(text.substr(2, text.size() - 3));
}

Result<Value> Expression::evaluate(const Scope& scope) const {
    const auto* path = std::get_if<Path>(&form_);
    const auto* jq = std::get_if<Jq>(&form_);
    return checked(path ? path->evaluate(scope) : jq->program->evaluate(jq->index, scope));
}

const std::vector<Template::Part>* Template::members() const {
    const auto* form = std::get_if<Members>(&form_);
    return form ? &form->parts : nullptr;
}

const std::vector<Template::Part>* Template::items() const {
    const auto* form = std::get_if<Items>(&form_);
    return form ? &form->parts : nullptr;
}

Result<Value> Template::evaluate(const Scope& scope) const {
    if (const auto* value = constant()) return *value;
    if (const auto* expression = std::get_if<Expression>(&form_))
        return expression->evaluate(scope);
    const auto inside = [](Error error, const std::string& part) {
        error.instance = part + error.instance;
        return error;
    };
    if (const auto* parts = members()) {
        Object out;
        for (const auto& part : *parts) {
            auto value = part.value->evaluate(scope);
            if (!value) return inside(value.error(), fields::pointerPart(part.name));
            out.set(part.name, std::move(value).value());
        }
        return checked(Value(std::move(out)));
    }
    Array out;
    for (const auto& part : *items()) {
        auto value = part.value->evaluate(scope);
        if (!value) return inside(value.error(), "/" + std::to_string(out.size()));
        out.push_back(std::move(value).value());
    }
    return checked(Value(std::move(out)));
}

Compiler::Compiler(std::vector<std::string> names)
    : names_(std::move(names)), all_(names_), program_(std::make_shared<JqProgram>()) {}

void Compiler::push(std::string name) {
    if (std::find(all_.begin(), all_.end(), name) == all_.end()) all_.push_back(name);
    names_.push_back(std::move(name));
}

void Compiler::pop(std::size_t count) { names_.resize(names_.size() - count); }

void Compiler::unknown(const std::string& name, const std::vector<std::string>& known,
                       const std::string& pointer) {
    std::string all;
    for (const auto& n : known) all += (all.empty() ? "$" : ", $") + n;
    faults_.push_back({pointer, "$" + name + " is not known; known are " + all});
}

Expression Compiler::expression(std::string_view text, const std::string& pointer) {
    const std::string_view inner = unwrapped(text).value_or(trimmed(text));
    Expression out;
    if (auto path = Path::parse(inner)) {
        for (const auto& name : path->variables())
            if (std::find(names_.begin(), names_.end(), name) == names_.end())
                unknown(name, names_, pointer);
        out.form_ = std::move(*path);
    } else if (inner.empty()) {
        faults_.push_back({pointer, "the expression is empty"});
    } else {
        const auto index = program_->add(std::string(inner));
        out.form_ = Expression::Jq{program_, index};
        uses_.push_back({pointer, index, names_});
    }
    return out;
}

// `${config.id}` of another language looks like ours.
constexpr const char* kAsItStands = "; if the text is meant as it stands, write ${ \"…\" }";

Template Compiler::value(const Value& value, const std::string& pointer) {
    Template out;
    std::vector<Template::Part> parts;
    bool constant = true;
    const auto add = [&](std::string name, const Value& inner, const std::string& part) {
        parts.push_back(
            {std::move(name), std::make_unique<Template>(this->value(inner, pointer + part))});
        constant = constant && parts.back().value->constant();
    };
    if (const auto* text = value.string(); text && unwrapped(*text)) return slot(*text, pointer);
    if (const auto* object = value.object()) {
        for (const auto& m : *object) add(m.name, m.value, fields::pointerPart(m.name));
        if (!constant) out.form_ = Template::Members{std::move(parts)};
    } else if (const auto* array = value.array()) {
        for (std::size_t i = 0; i < array->size(); ++i)
            add("", (*array)[i], "/" + std::to_string(i));
        if (!constant) out.form_ = Template::Items{std::move(parts)};
    }
    if (constant) out.form_ = value;
    return out;
}

Template Compiler::slot(std::string_view text, const std::string& pointer) {
    Template out;
    out.form_ = expression(text, pointer);
    return out;
}

std::vector<ExpressionFault> Compiler::finish() {
    for (const auto& fault : program_->compile(all_))
        for (const auto& use : uses_)
            if (use.index == fault.index)
                faults_.push_back(
                    {use.pointer,
                     "the expression is not jq: " + fault.text +
                         (fault.text.ends_with("/0 is not defined") ? kAsItStands : "")});
    // A variable of another place is one to the program, but not here.
    for (const auto& use : uses_)
        for (const auto& name : program_->reads(use.index))
            if (std::find(use.known.begin(), use.known.end(), name) == use.known.end())
                unknown(name, use.known, use.pointer);
    return std::move(faults_);
}

}  // namespace tenon::expr
