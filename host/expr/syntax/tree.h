// SPDX-License-Identifier: Apache-2.0
// What a text of the language says, before any name in it is looked up.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tenon/value.h"

namespace tenon::expr::syntax {

struct Term;
using TermPtr = std::unique_ptr<Term>;

// `$x`, `[P, …]`, `{a: P, $b, (Q): P, …}`.
struct Pattern {
    struct Entry {
        std::string variable;            // of `$b` and `$b: P`; empty for others
        TermPtr key;                     // of all others
        std::unique_ptr<Pattern> value;  // may be missing behind a variable
    };
    std::string variable;  // set: the pattern is this
    std::vector<Pattern> items;
    std::vector<Entry> entries;
};

// `def name(parameters): body;`
struct Function {
    std::string name;
    std::vector<std::string> parameters;  // with the `$` where it takes a value
    TermPtr body;
    std::size_t at = 0;
};

struct Term {
    enum class Kind : std::uint8_t {
        identity,
        everything,   // ..
        literal,      // value
        variable,     // name
        location,     // $__loc__
        index,        // parts: base, key
        slice,        // parts: base, from, to (may be nullptr)
        iterate,      // parts: base
        optional,     // parts: base
        text,         // parts: literals and interpolations; name: the format, or empty
        format,       // name
        array,        // parts: the content, or none
        object,       // parts: key, value, …; without a value, what the input has by the key
        negate,       // parts: operand
        pipe,         // parts: left, right
        comma,        // parts: left, right
        alternative,  // parts: left, right
        conjunction,  // and
        disjunction,  // or
        binary,       // name: the operator; parts: left, right
        update,       // name: the operator; parts: left, right
        choice,       // if: condition, then, else (may be nullptr)
        attempt,      // try: body, handler (may be nullptr)
        reduce,       // patterns; parts: source, start, step
        foreach,      // patterns; parts: source, start, step, result (may be nullptr)
        bind,         // patterns; parts: source, body
        label,        // name; parts: body
        leave,        // break: name
        define,       // function; parts: body
        call          // name; parts: arguments
    };

    Kind kind = Kind::identity;
    std::size_t at = 0;  // of its first character in the text
    std::string name;
    Value value;
    std::vector<TermPtr> parts;
    std::vector<Pattern> patterns;
    std::unique_ptr<Function> function;
    std::uint32_t depth = 1;  // of terms inside each other
};

}  // namespace tenon::expr::syntax
