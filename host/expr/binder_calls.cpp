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
    throw SyntaxError{term.at, term.name + "/" + std::to_string(arity) + " is not defined" +
                                   functionHint(term.name)};
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
    definition.body = filter(*function.body);
    pop(names, level);
    return definition;
}

}  // namespace tenon::expr
