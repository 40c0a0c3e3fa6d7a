// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::expr {

// Arrays and objects inside each other in what an expression gives. Far below what no Value may
// reach, for what is put round a result in a task's description.
inline constexpr std::uint32_t kDeepestResult = 1'000;

// Is told of every secret that an expression makes of others, before anything shows it.
class Confidant {
  public:
    virtual ~Confidant() = default;
    virtual void learn(const Value& value) = 0;
    // The value without what it was told of.
    [[nodiscard]] virtual Value value(const Value& value) const = 0;
};

// What is asked and told while an expression runs. All of it is called by the thread that
// evaluates.
class Watch {
  public:
    virtual ~Watch() = default;
    // Why the expression may not go on: the deadline, or a stop. Asked each millisecond or so.
    [[nodiscard]] virtual std::optional<Error> over() = 0;
    // Seconds since the epoch, by the clock of the run.
    [[nodiscard]] virtual double now() = 0;
    // What `debug` was given.
    virtual void debug(const Value& value) = 0;
};

// What one evaluation may use.
struct Bounds {
    std::size_t bytes = std::size_t{1} << 30;  // made in all, whether it lives or not
    std::size_t stack = std::size_t{4} << 20;  // of the thread's, whose own end is heeded as well
};

// What an expression sees: `.` and the variables ($context, $input, …), names without the `$`.
struct Scope {
    Value dot;
    std::vector<std::pair<std::string, Value>> variables;
    Confidant* confidant = nullptr;
    Watch* watch = nullptr;  // without one nothing ends an evaluation but its own bounds

    [[nodiscard]] const Value* find(std::string_view name) const {
        for (const auto& [known, value] : variables)
            if (known == name) return &value;
        return nullptr;
    }
    // Sets or replaces.
    void set(std::string_view name, Value value) {
        for (auto& [known, old] : variables) {
            if (known == name) {
                old = std::move(value);
                return;
            }
        }
        variables.emplace_back(name, std::move(value));
    }
};

}  // namespace tenon::expr
