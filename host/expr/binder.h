// SPDX-License-Identifier: Apache-2.0
// From the tree of a text to filters: every name is looked up here, once.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "expr/filters/binding.h"
#include "expr/filters/calls.h"
#include "expr/syntax/tree.h"

namespace tenon::expr {

// A compiled text. Never changed; any number of threads run it at once.
struct Program {
    FilterPtr root;
    bool plain = false;  // it only takes something out: makes nothing that was not there
    std::vector<std::unique_ptr<Definition>> definitions;  // that it calls
};

// Throws syntax::SyntaxError for names that are not known, or not to be had in a workflow.
// `globals`: the variables of the scope.
class Binder {
  public:
    explicit Binder(const std::vector<std::string>& globals) : globals_(globals) {}

    Program program(const syntax::Term& term);

  private:
    using Term = syntax::Term;

    // What a name means from where it is known on. `level`: how many bindings there are round it.
    struct Name {
        // constant: a parameter `$name` by its name alone.
        enum class Kind { variable, parameter, constant, function, label };
        Kind kind;
        std::string name;
        std::size_t arity;
        std::size_t level;
        const Definition* definition;
    };

    FilterPtr filter(const Term& term);
    FilterPtr part(const Term& term, std::size_t at);  // nullptr where there is none
    FilterPtr indexed(const Term& term);
    FilterPtr object(const Term& term);
    // A constant that can be the name of no member is a fault of the text.
    static void checkName(const Term& key);
    FilterPtr text(const Term& term);
    FilterPtr update(const Term& term);
    FilterPtr variable(const Term& term);
    FilterPtr define(const Term& term);
    FilterPtr labelled(const Term& term);
    FilterPtr leaving(const Term& term);
    FilterPtr bound(const Term& term);

    // binder_calls.cpp
    FilterPtr called(const Term& term);
    FilterPtr calledName(const Term& term, const Name& name);
    const Definition& written(const Written& written);
    const Definition& defined(const syntax::Function& function);
    FilterPtr bodyOf(const syntax::Function& function, Definition& definition);

    // binder_patterns.cpp
    Shapes shapes(const std::vector<syntax::Pattern>& patterns);
    Shape shape(const syntax::Pattern& pattern, const std::vector<std::string>& names);
    void pushVariables(const std::vector<std::string>& names);
    void pop(std::size_t names, std::size_t level);

    // What a call of that name means; nullptr for what only the language knows.
    [[nodiscard]] const Name* callee(std::string_view name, std::size_t arity) const;
    [[nodiscard]] const Name* find(Name::Kind kind, std::string_view name,
                                   std::size_t arity = 0) const;
    [[nodiscard]] std::size_t stepsTo(const Name& name) const { return level_ - 1 - name.level; }

    const std::vector<std::string>& globals_;
    std::vector<Name> names_;
    std::size_t level_ = 0;
    std::vector<std::unique_ptr<Definition>> definitions_;
    std::map<const Written*, const Definition*> written_;
    int guesses_ = 20;  // so often a body may be bound twice: functions may stand in each other
};

}  // namespace tenon::expr
