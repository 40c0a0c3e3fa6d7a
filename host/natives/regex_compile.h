// SPDX-License-Identifier: Apache-2.0
// Regular expressions, compiled, and kept for the next time. Any number of threads may search with
// one.
#pragma once

#include <oniguruma.h>

#include <memory>
#include <string>
#include <vector>

#include "values/machine.h"

namespace tenon::expr {

class Regex {
  public:
    explicit Regex(regex_t* compiled) : compiled_(compiled) {}
    ~Regex() { onig_free(compiled_); }
    Regex(const Regex&) = delete;
    Regex& operator=(const Regex&) = delete;

    [[nodiscard]] regex_t* compiled() const { return compiled_; }

    std::vector<std::string> names;  // of the groups, counted from 1; empty for those without one
    bool longest = false;            // the longest of all matches is wanted, not the first
    // Can one step of it look at the whole text, uncounted? Backreferences and what is tried in a
    // look ahead do.
    bool leaps = false;
    bool linear = false;  // is its search over soon on any text?

  private:
    regex_t* compiled_;
};

// nullptr where the machine has failed: `pattern` is a string or a secret.
std::shared_ptr<const Regex> compileRegex(Machine& machine, const Value& pattern,
                                          OnigOptionType options);

// While it lives, the machine is asked between the characters of a text that this thread searches.
// Once it has had enough, the rest of the text passes for one character, which ends the search;
// what that finds is of no use.
class RegexWatch {
  public:
    RegexWatch(Machine& machine, std::string_view text);
    ~RegexWatch();
    RegexWatch(const RegexWatch&) = delete;
    RegexWatch& operator=(const RegexWatch&) = delete;
    [[nodiscard]] bool over() const;
};

}  // namespace tenon::expr
