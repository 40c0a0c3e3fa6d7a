// SPDX-License-Identifier: Apache-2.0
#include "expr/secrets_named.h"

#include "expr/expression.h"
#include "expr/syntax/parser.h"
#include "expr/syntax/visit.h"

namespace tenon::expr {

std::vector<std::string> secretsNamed(std::string_view text) {
    std::vector<std::string> names;
    const auto look = [&](const syntax::Term& term) {
        using Kind = syntax::Term::Kind;
        if (term.kind != Kind::index) return;
        const auto &base = *term.parts[0], &key = *term.parts[1];
        const bool secrets = base.kind == Kind::variable && base.name == "secrets";
        if (secrets && key.kind == Kind::literal && key.value.string())
            names.push_back(*key.value.string());
    };
    try {
        syntax::visit(*syntax::parse(unwrapped(text).value_or(text)), look);
    } catch (const syntax::SyntaxError&) {
        // Whoever compiles it says so.
    }
    return names;
}

}  // namespace tenon::expr
