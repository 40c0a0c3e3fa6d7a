// SPDX-License-Identifier: Apache-2.0
// Terms that call functions, and the functions.
#include <algorithm>
#include <array>

#include "expr/binder.h"
#include "expr/filters/access.h"
#include "expr/filters/special.h"
#include "expr/hints.h"
#include "expr/syntax/parser.h"

namespace tenon::expr {
namespace {

using syntax::SyntaxError;
using syntax::Term;

// What would look outside, and what to take instead.
struct Refusal {
    std::string_view name, instead;
};
constexpr std::array<Refusal, 13> kRefused{{{"env", "; use $secrets"},
                                            {"get_jq_origin", ""},
                                            {"get_prog_origin", ""},
                                            {"get_search_list", ""},
                                            {"halt", ""},
                                            {"halt_error", "; use error"},
                                            {"input", ""},
                                            {"input_filename", ""},
                                            {"inputs", ""},
                                            {"localtime", "; use gmtime"},
                                            {"modulemeta", ""},
                                            {"stderr", "; use debug"},
                                            {"strflocaltime", "; use strftime"}}};

// Does it call that function, wherever? A name that means another one there counts as well.
bool calls(const Term& term, const syntax::Function& function) {
    if (term.kind == Term::Kind::call && term.name == function.name &&
        term.parts.size() == function.parameters.size())
        return true;
    if (term.function && calls(*term.function->body, function)) return true;
    return std::any_of(term.parts.begin(), term.parts.end(),
                       [&](const auto& part) { return part && calls(*part, function); });
}

// Can its last act be to call that function?
bool callsLast(const Term& term, const syntax::Function& function) {
    using Kind = Term::Kind;
    const auto last = [&](std::size_t at) {
        return at < term.parts.size() && term.parts[at] && callsLast(*term.parts[at], function);
    };
    switch (term.kind) {
        case Kind::call:
            return calls(term, function);
        case Kind::define:
            return calls(*term.function->body, function) || last(0);
        case Kind::choice:
            return last(1) || last(2);
        case Kind::pipe:
        case Kind::comma:
        case Kind::alternative:
        case Kind::bind:
            return last(1);
        case Kind::label:
            return last(0);
        default:
            return false;
    }
}

}  // namespace

const Binder::Name* Binder::callee(std::string_view name, std::size_t arity) const {
    for (auto at = names_.rbegin(); at != names_.rend(); ++at) {
        const bool called = at->kind != Name::Kind::variable && at->kind != Name::Kind::label;
        if (called && at->name == name && at->arity == arity) return &*at;
    }
    return nullptr;
}

FilterPtr Binder::called(const Term& term) {
    const std::size_t arity = term.parts.size();
    if (const Name* name = callee(term.name, arity)) return calledName(term, *name);
    std::vector<FilterPtr> arguments;
    for (std::size_t i = 0; i < arity; ++i) arguments.push_back(part(term, i));
    if (auto made = special(term.name, arguments)) return made;
    if (const Native* native = findNative(term.name, arity))
        return call(*native, std::move(arguments));
    if (const Written* text = findWritten(term.name, arity)) {
        const Definition& definition = written(*text);
        std::vector<Argument> handed;
        for (std::size_t i = 0; i < arity; ++i)
            handed.push_back({std::move(arguments[i]), definition.values[i]});
        return call(definition, level_, std::move(handed));
    }
    const auto refused = std::find_if(kRefused.begin(), kRefused.end(),
                                      [&](const auto& r) { return r.name == term.name; });
    if (refused != kRefused.end())
        throw SyntaxError{
            term.at, term.name + " is not to be had in a workflow" + std::string(refused->instead)};
    auto known = functions();
    for (const auto& name : names_)
        if (name.kind != Name::Kind::variable && name.kind != Name::Kind::label)
            known.emplace_back(name.name, name.arity);
    throw SyntaxError{term.at, term.name + "/" + std::to_string(arity) + " is not defined" +
                                   functionHint(term.name, known)};
}

FilterPtr Binder::calledName(const Term& term, const Name& name) {
    if (name.kind == Name::Kind::parameter) return parameter(stepsTo(name));
    if (name.kind == Name::Kind::constant) return local(stepsTo(name));
    const Definition& definition = *name.definition;
    const std::size_t steps = level_ - name.level;
    std::vector<Argument> arguments;
    for (std::size_t i = 0; i < term.parts.size(); ++i) {
        const Term& given = *term.parts[i];
        Argument argument{part(term, i), definition.values[i]};
        if (!argument.value && given.kind == Term::Kind::call && given.parts.empty())
            if (const Name* own = callee(given.name, 0); own && own->kind == Name::Kind::parameter)
                argument.parameter = static_cast<int>(stepsTo(*own));
        arguments.push_back(std::move(argument));
    }
    return call(definition, steps, std::move(arguments));
}

// Each is compiled once for a program, with nothing known round it.
const Definition& Binder::written(const Written& written) {
    if (const auto known = written_.find(&written); known != written_.end()) return *known->second;
    const auto names = std::exchange(names_, {});
    const auto level = std::exchange(level_, 0);
    const auto function = syntax::parseFunction(written.text);
    const Definition& definition = defined(*function);
    names_ = names;
    level_ = level;
    written_.emplace(&written, &definition);
    return definition;
}

// It knows itself, so that it may call itself.
const Definition& Binder::defined(const syntax::Function& function) {
    const auto names = names_.size(), level = level_;
    auto& definition = *definitions_.emplace_back(std::make_unique<Definition>());
    const auto& parameters = function.parameters;
    for (const auto& parameter : parameters)
        definition.values.push_back(parameter.starts_with('$'));
    names_.push_back({Name::Kind::function, function.name, parameters.size(), level_, &definition});
    for (const auto& parameter : parameters) {
        const bool value = parameter.starts_with('$');
        const std::string name = value ? parameter.substr(1) : parameter;
        if (value) names_.push_back({Name::Kind::variable, name, 0, level_, nullptr});
        names_.push_back(
            {value ? Name::Kind::constant : Name::Kind::parameter, name, 0, level_, nullptr});
        ++level_;
    }
    definition.body = bodyOf(function, definition);
    pop(names, level);
    return definition;
}

// Whether a function that calls itself is single depends on whether it is: it is taken to be, and
// bound once more if it turns out that it is not. Where its own call comes last it must not be:
// only the others leave no trail on the stack.
FilterPtr Binder::bodyOf(const syntax::Function& function, Definition& definition) {
    const bool recursive = calls(*function.body, function);
    if (recursive && guesses_ > 0 && !callsLast(*function.body, function)) {
        definition.single = true;
        auto body = filter(*function.body);
        if (body->single()) return body;
        --guesses_;
        definition.single = false;
    }
    auto body = filter(*function.body);
    definition.single = body->single();
    return body;
}

}  // namespace tenon::expr
