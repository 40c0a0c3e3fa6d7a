// SPDX-License-Identifier: Apache-2.0
// Text to tree, by descent: one function for each level of the grammar, loosest first.
#pragma once

#include "expr/syntax/lexer.h"
#include "expr/syntax/tree.h"

namespace tenon::expr::syntax {

// The whole text as one expression. Throws SyntaxError.
TermPtr parse(std::string_view text);
// `def …;` and nothing else: a function that is written in the language.
std::unique_ptr<Function> parseFunction(std::string_view text);

}  // namespace tenon::expr::syntax
