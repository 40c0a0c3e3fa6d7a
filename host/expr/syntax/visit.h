// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/syntax/tree.h"

namespace tenon::expr::syntax {

template <class Look>
void visit(const Pattern& pattern, const Look& look);

// Calls `look` with the term and each one inside it, in the order in which they stand.
template <class Look>
void visit(const Term& term, const Look& look) {
    look(term);
    if (term.function) visit(*term.function->body, look);
    for (const auto& part : term.parts)
        if (part) visit(*part, look);
    for (const auto& pattern : term.patterns) visit(pattern, look);
}

template <class Look>
void visit(const Pattern& pattern, const Look& look) {
    for (const auto& item : pattern.items) visit(item, look);
    for (const auto& entry : pattern.entries) {
        if (entry.key) visit(*entry.key, look);
        if (entry.value) visit(*entry.value, look);
    }
}

}  // namespace tenon::expr::syntax
