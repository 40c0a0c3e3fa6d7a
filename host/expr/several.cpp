// SPDX-License-Identifier: Apache-2.0
#include "expr/several.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tenon::expr {
namespace {

constexpr std::array<std::string_view, 9> kGenerators{
    "combinations", "paths", "range", "recurse", "repeat", "scan", "splits", "tostream", "while"};

}  // namespace

bool maySeveral(const syntax::Term& term) {
    using Kind = syntax::Term::Kind;
    const auto from = [&](std::size_t begin) {
        return std::any_of(term.parts.begin() + static_cast<std::ptrdiff_t>(begin),
                           term.parts.end(),
                           [](const auto& part) { return part && maySeveral(*part); });
    };
    switch (term.kind) {
        case Kind::everything:
        case Kind::iterate:
        case Kind::comma:
        case Kind::foreach:
            return true;
        case Kind::array:
            return false;
        case Kind::reduce:
            return maySeveral(*term.parts[1]);
        case Kind::update:
            return term.name != "|=" && maySeveral(*term.parts[1]);
        case Kind::label:  // is mostly there to stop
            return false;
        case Kind::call:
            return std::find(kGenerators.begin(), kGenerators.end(), term.name) !=
                   kGenerators.end();
        default:
            return from(0);
    }
}

}  // namespace tenon::expr
