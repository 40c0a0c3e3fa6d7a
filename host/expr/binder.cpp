// SPDX-License-Identifier: Apache-2.0
#include "expr/binder.h"

#include <algorithm>

#include "expr/filters/access.h"
#include "expr/filters/construct.h"
#include "expr/filters/flow.h"
#include "expr/filters/operators.h"
#include "expr/filters/update.h"
#include "expr/hints.h"
#include "expr/syntax/lexer.h"

namespace tenon::expr {

using syntax::SyntaxError;

namespace {

bool isPlain(const syntax::Term& term) {
    using Kind = syntax::Term::Kind;
    if (term.kind == Kind::index)
        return term.parts[1]->kind == Kind::literal && isPlain(*term.parts[0]);
    return term.kind == Kind::identity || term.kind == Kind::variable || term.kind == Kind::literal;
}

}  // namespace

Program Binder::program(const Term& term) {
    Program out;
    out.plain = isPlain(term);
    out.root = filter(term);
    out.definitions = std::move(definitions_);
    return out;
}

FilterPtr Binder::part(const Term& term, std::size_t at) {
    return at < term.parts.size() && term.parts[at] ? filter(*term.parts[at]) : nullptr;
}

FilterPtr Binder::filter(const Term& term) {
    using Kind = Term::Kind;
    switch (term.kind) {
        case Kind::identity:
            return identity();
        case Kind::everything:
            return everything();
        case Kind::literal:
            return literal(term.value);
        case Kind::variable:
            return variable(term);
        case Kind::location:
            return literal(Object{{"file", "<top-level>"}, {"line", 1}});
        case Kind::index:
            return indexed(term);
        case Kind::slice:
            return slice(part(term, 0), part(term, 1), part(term, 2));
        case Kind::iterate:
            return iterate(part(term, 0));
        case Kind::optional:
            return attempt(part(term, 0), nullptr);
        case Kind::text:
            return text(term);
        case Kind::format:
            return format(term.name);
        case Kind::array:
            return term.parts.empty() ? literal(Array()) : arrayOf(part(term, 0));
        case Kind::object:
            return object(term);
        case Kind::negate:
            return negated(part(term, 0));
        case Kind::pipe:
            return pipe(part(term, 0), part(term, 1));
        case Kind::comma:
            return comma(part(term, 0), part(term, 1));
        case Kind::alternative:
            return alternative(part(term, 0), part(term, 1));
        case Kind::conjunction:
            return conjunction(part(term, 0), part(term, 1));
        case Kind::disjunction:
            return disjunction(part(term, 0), part(term, 1));
        case Kind::binary:
            return binary(term.name, part(term, 0), part(term, 1));
        case Kind::update:
            return update(term);
        case Kind::choice:
            return choice(part(term, 0), part(term, 1), part(term, 2));
        case Kind::attempt:
            return attempt(part(term, 0), part(term, 1));
        case Kind::reduce:
        case Kind::foreach:
        case Kind::bind:
            return bound(term);
        case Kind::label:
            return labelled(term);
        case Kind::leave:
            return leaving(term);
        case Kind::define:
            return define(term);
        case Kind::call:
            return called(term);
    }
    return nullptr;
}

// `.a.b[0]` is one walk.
FilterPtr Binder::indexed(const Term& term) {
    std::vector<Value> keys;
    const Term* base = &term;
    while (base->kind == Term::Kind::index && base->parts[1]->kind == Term::Kind::literal &&
           (base->parts[1]->value.string() || base->parts[1]->value.integer())) {
        keys.push_back(base->parts[1]->value);
        base = base->parts[0].get();
    }
    if (keys.empty()) return index(part(term, 0), part(term, 1));
    std::reverse(keys.begin(), keys.end());
    return walk(filter(*base), std::move(keys));
}

void Binder::checkName(const Term& key) {
    const bool constant = key.kind == Term::Kind::call && key.parts.empty() &&
                          (key.name == "null" || key.name == "true" || key.name == "false");
    if (constant || (key.kind == Term::Kind::literal && !key.value.string()))
        throw SyntaxError{key.at, "only a text can be the name of a member"};
}

FilterPtr Binder::object(const Term& term) {
    std::vector<MemberFilter> members;
    for (std::size_t i = 0; i < term.parts.size(); i += 2) {
        checkName(*term.parts[i]);
        members.push_back({part(term, i), part(term, i + 1)});
    }
    return objectOf(std::move(members));
}

FilterPtr Binder::text(const Term& term) {
    std::vector<Piece> pieces;
    for (const auto& piece : term.parts)
        pieces.push_back({filter(*piece), piece->kind == Term::Kind::literal});
    return textOf(std::move(pieces), term.name);
}

FilterPtr Binder::update(const Term& term) {
    if (term.name == "|=") return modify(part(term, 0), part(term, 1));
    if (term.name == "=") return assign(part(term, 0), part(term, 1));
    return updateBy(std::string_view(term.name).substr(0, term.name.size() - 1), part(term, 0),
                    part(term, 1));
}

FilterPtr Binder::variable(const Term& term) {
    if (const Name* name = find(Name::Kind::variable, term.name)) return local(stepsTo(*name));
    if (std::find(globals_.begin(), globals_.end(), term.name) != globals_.end())
        return global(term.name);
    auto known = globals_;
    for (const auto& name : names_)
        if (name.kind == Name::Kind::variable && !name.name.starts_with('?'))
            known.push_back(name.name);
    std::string all;
    for (const auto& name : known) all += (all.empty() ? "$" : ", $") + name;
    throw SyntaxError{term.at, "$" + term.name + " is not known" + variableHint(term.name, known) +
                                   "; known are " + all};
}

const Binder::Name* Binder::find(Name::Kind kind, std::string_view name, std::size_t arity) const {
    for (auto at = names_.rbegin(); at != names_.rend(); ++at)
        if (at->kind == kind && at->name == name && at->arity == arity) return &*at;
    return nullptr;
}

void Binder::pop(std::size_t names, std::size_t level) {
    names_.resize(names, Name{});
    level_ = level;
}

FilterPtr Binder::define(const Term& term) {
    const auto names = names_.size(), level = level_;
    const Definition& definition = defined(*term.function);
    const auto& function = *term.function;
    names_.push_back(
        {Name::Kind::function, function.name, function.parameters.size(), level_, &definition});
    auto body = part(term, 0);
    pop(names, level);
    return body;
}

FilterPtr Binder::labelled(const Term& term) {
    const auto names = names_.size(), level = level_;
    names_.push_back({Name::Kind::label, term.name, 0, level_++, nullptr});
    auto body = part(term, 0);
    pop(names, level);
    return label(std::move(body));
}

FilterPtr Binder::leaving(const Term& term) {
    const Name* name = find(Name::Kind::label, term.name);
    if (!name) throw SyntaxError{term.at, "there is no label $" + term.name + " round this break"};
    return leave(stepsTo(*name));
}

}  // namespace tenon::expr
