// SPDX-License-Identifier: Apache-2.0
#include "expr/expression.h"

#include <algorithm>
#include <new>

#include "expr/binder.h"
#include "expr/several.h"
#include "expr/syntax/parser.h"
#include "natives/text_values.h"
#include "tenon/fields.h"
#include "values/points.h"

namespace tenon::expr {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

Error failed(std::string what) {
    return makeError(ErrorKind::expression, "expression", std::move(what));
}

std::optional<Error> tooDeep(const Value& value) {
    if (value.depth() <= kDeepestResult) return std::nullopt;
    return failed(
        "The result is nested more than 1,000 deep. Does a loop put what it made into itself?");
}

Result<Value> checked(Value value) {
    if (auto error = tooDeep(value)) return *std::move(error);
    return value;
}

// What the evaluator cannot foresee.
template <class Evaluate>
std::optional<Error> guarded(const Evaluate& evaluate) {
    try {
        return evaluate();
    } catch (const std::bad_alloc&) {
        return failed("There is not enough memory for this expression.");
    } catch (const StepError& e) {
        return failed(e.error().detail);
    }
}

constexpr std::size_t kLongestExpression = 200'000;

// `${config.id}` of another language looks like ours.
constexpr const char* kAsItStands = "; if the text is meant as it stands, write ${ \"…\" }";

constexpr const char* kTwo = "; two expressions in one text? Write one: ${ \"\\( .a ) \\( .b )\" }";

constexpr const char* kSeveral =
    "the expression may give several results, and the first is taken; write first(…) for that, or "
    "[…] for all of them";

// What is wrong and where: the line counts only where there are several.
ExpressionFault described(const syntax::SyntaxError& error, std::string_view text) {
    ExpressionFault out;
    out.what = error.text;
    if (error.text.starts_with('$')) return out;  // not known: it is found by its name
    const auto before = text.substr(0, error.at);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const auto begin = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto column = 1 + countPoints(before.substr(begin));
    out.what = "the expression is not jq: " + error.text;
    if (text.find('\n') != text.npos)
        out.inside = ", in line " + std::to_string(lines + 1) + " of it";
    out.inside += ", at column " + std::to_string(column);
    if (text.find("${") != text.npos)
        out.hint = kTwo;
    else if (error.text.ends_with("/0 is not defined"))
        out.hint = kAsItStands;
    return out;
}

}  // namespace

std::optional<std::string_view> unwrapped(std::string_view text) {
    text = trimmed(text);
    if (!text.starts_with("${") || !text.ends_with('}')) return std::nullopt;
    return trimmed(text.substr(2, text.size() - 3));
}

Result<Value> Expression::evaluate(const Scope& scope, const Bounds& bounds) const {
    Value out;
    const auto take = [&](const Value& value) {
        out = value;
        return false;
    };
    if (auto error = each(scope, take, bounds)) return *std::move(error);
    return out;
}

std::optional<Error> Expression::each(const Scope& scope,
                                      const std::function<bool(const Value&)>& take,
                                      const Bounds& bounds) const {
    Machine machine(scope, bounds);
    bool enough = false;
    const auto onResult = [&](Value&& value) {
        if (auto error = tooDeep(value)) return machine.give(*std::move(error));
        if (!program_->plain) {
            // What shares its parts may be small here and endless for whoever writes it.
            if (!affordText(machine, value)) return false;
            if (scope.confidant && holdsSecret(value)) scope.confidant->learn(value);
        }
        enough = !take(value);
        return !enough || machine.leave(&enough);
    };
    return guarded([&]() -> std::optional<Error> {
        if (expr::each(*program_->root, machine, Environment(), In(scope.dot), onResult))
            return std::nullopt;
        if (machine.arrived(&enough)) return std::nullopt;
        return machine.result();
    });
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

Compiler::Compiler(std::vector<std::string> names) : names_(std::move(names)) {}

void Compiler::push(std::string name) { names_.push_back(std::move(name)); }

void Compiler::pop(std::size_t count) { names_.resize(names_.size() - count); }

Expression Compiler::expression(std::string_view text, const std::string& pointer) {
    const std::string_view inner = unwrapped(text).value_or(trimmed(text));
    Expression out;
    if (inner.empty()) {
        faults_.push_back({pointer, "the expression is empty"});
        return out;
    }
    if (inner.size() > kLongestExpression) {
        faults_.push_back({pointer, "the expression is longer than 200,000 bytes"});
        return out;
    }
    try {
        const auto term = syntax::parse(inner);
        out.program_ = std::make_shared<const Program>(Binder(names_).program(*term));
        if (maySeveral(*term)) warnings_.push_back({pointer, kSeveral});
    } catch (const syntax::SyntaxError& e) {
        auto& fault = faults_.emplace_back(described(e, inner));
        fault.pointer = pointer;
        fault.at = static_cast<std::size_t>(inner.data() - text.data()) + e.at;
    }
    return out;
}

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

}  // namespace tenon::expr
