// SPDX-License-Identifier: Apache-2.0
// Terms that bind variables.
#include <algorithm>

#include "expr/binder.h"
#include "expr/filters/access.h"

namespace tenon::expr {
namespace {

using syntax::Pattern;

// Each once, in the order in which they stand.
void collect(const Pattern& pattern, std::vector<std::string>& names) {
    const auto add = [&](const std::string& name) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    };
    add(pattern.variable);
    for (const auto& item : pattern.items) collect(item, names);
    for (const auto& entry : pattern.entries) {
        add(entry.variable);
        if (entry.value) collect(*entry.value, names);
    }
}

std::vector<std::string> variables(const std::vector<Pattern>& patterns) {
    std::vector<std::string> names;
    for (const auto& pattern : patterns) collect(pattern, names);
    return names;
}

int slotOf(const std::string& name, const std::vector<std::string>& names) {
    return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

Shapes Binder::shapes(const std::vector<Pattern>& patterns) {
    const auto names = variables(patterns);
    Shapes out;
    out.slots = names.size();
    for (const auto& pattern : patterns) out.choices.push_back(shape(pattern, names));
    return out;
}

Shape Binder::shape(const Pattern& pattern, const std::vector<std::string>& names) {
    Shape out;
    if (!pattern.variable.empty()) out.slot = slotOf(pattern.variable, names);
    for (const auto& item : pattern.items) out.items.push_back(shape(item, names));
    for (const auto& entry : pattern.entries) {
        Shape::Entry made;
        if (!entry.variable.empty()) made.slot = slotOf(entry.variable, names);
        if (entry.key) checkName(*entry.key);
        made.key = entry.key ? filter(*entry.key) : literal(entry.variable);
        if (entry.value) made.value = std::make_unique<Shape>(shape(*entry.value, names));
        out.entries.push_back(std::move(made));
    }
    return out;
}

void Binder::pushVariables(const std::vector<std::string>& names) {
    for (const auto& name : names)
        names_.push_back({Name::Kind::variable, name, 0, level_++, nullptr});
}

// `as`, `reduce` and `foreach`: the source and the start do not see the variables.
FilterPtr Binder::bound(const Term& term) {
    const bool plain = term.kind == Term::Kind::bind;
    auto source = part(term, 0);
    auto start = plain ? nullptr : part(term, 1);
    auto taken = shapes(term.patterns);
    const auto names = names_.size(), level = level_;
    pushVariables(variables(term.patterns));
    auto body = part(term, plain ? 1 : 2);
    auto result = plain ? nullptr : part(term, 3);
    pop(names, level);
    if (plain) return bind(std::move(source), std::move(taken), std::move(body));
    if (term.kind == Term::Kind::reduce)
        return reduce(std::move(source), std::move(taken), std::move(start), std::move(body));
    return foreach (std::move(source), std::move(taken), std::move(start), std::move(body),
                    std::move(result));
}

}  // namespace tenon::expr
