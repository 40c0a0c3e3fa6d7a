// SPDX-License-Identifier: Apache-2.0
// jq for what a Path cannot do. The expressions of a manifest are compiled as one program, because
// compiling costs some 15 ms whatever the size; evaluating costs microseconds.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "expr/scope.h"
#include "tenon/error.h"

namespace tenon::expr {

// What jq says about an expression that it cannot compile.
struct JqFault {
    std::size_t index;
    std::string text;
};

// Add, compile once, then evaluate from any thread (one at a time; the others wait).
// Expressions see no environment, no files and no further inputs of the host.
class JqProgram {
  public:
    JqProgram();
    ~JqProgram();
    JqProgram(const JqProgram&) = delete;
    JqProgram& operator=(const JqProgram&) = delete;

    // Gives the number to evaluate it by; the same text has the same number.
    std::size_t add(std::string text);
    [[nodiscard]] bool empty() const { return texts_.empty(); }
    // `variables`: every name that a Scope may hold, without `$`.
    std::vector<JqFault> compile(std::vector<std::string> variables);

    // The variables of compile() that the expression reads and does not bind itself.
    [[nodiscard]] const std::vector<std::string>& reads(std::size_t index) const {
        return reads_.at(index);
    }

    // The first result, null if there is none. Errors: `expression`. An integer that jq's doubles
    // cannot hold exactly is refused rather than changed. What depends on a secret comes out as a
    // secret.
    [[nodiscard]] Result<Value> evaluate(std::size_t index, const Scope& scope) const;

  private:
    struct Machine;
    [[nodiscard]] Machine& machine(std::size_t index) const;
    void compileSome(std::size_t begin, std::size_t end, std::vector<JqFault>& faults);

    std::vector<std::string> texts_;
    std::map<std::string, std::size_t> numbers_;  // by text
    std::vector<std::vector<std::string>> reads_;
    std::vector<std::string> variables_;
    std::string head_;  // of every program
    mutable std::mutex mutex_;
    mutable std::vector<std::shared_ptr<Machine>> machines_;  // by the expression's number
};

// The `$names` that stand in a jq text outside quotes, whoever binds them.
std::vector<std::string> mentioned(std::string_view text);
// Those that stand behind an `as` or a `def`, which bind them.
std::set<std::string> bound(std::string_view text);

}  // namespace tenon::expr
