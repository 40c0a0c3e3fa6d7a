// SPDX-License-Identifier: Apache-2.0
// The part of jq that needs no jq: paths, literals, `//` between them, and texts with \( … ) in
// them. Evaluated on the values themselves, so that integers stay exact and secrets stay secrets.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "expr/scope.h"
#include "tenon/error.h"

namespace tenon::expr {

// Any number of threads may evaluate the same one.
class Path {
  public:
    // Nothing where the text is not of the part (it may still be jq).
    static std::optional<Path> parse(std::string_view text);

    // The variables that it reads, without `$`.
    [[nodiscard]] std::vector<std::string> variables() const;
    // As jq: a missing member is null. Error: `expression`, if something is no object or no array.
    [[nodiscard]] Result<Value> evaluate(const Scope& scope) const;

    struct Literal {
        Value value;
    };
    struct Walk {
        std::optional<std::string> variable;  // unset: begins at `.`
        std::vector<std::variant<std::string, std::int64_t>> parts;
    };
    struct Text {
        std::vector<Path> pieces;  // joined
    };
    struct Alternative {
        std::vector<Path> choices;  // the first that is neither null nor false; else the last
    };

  private:
    friend class PathParser;
    std::variant<Literal, Walk, Text, Alternative> form_;
};

}  // namespace tenon::expr
