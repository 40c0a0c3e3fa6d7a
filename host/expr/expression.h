// SPDX-License-Identifier: Apache-2.0
// Expressions of a manifest, and values with expressions in them. Made by a Compiler when the
// manifest is loaded; evaluated any number of times.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tenon/error.h"
#include "values/scope.h"

namespace tenon::expr {

struct Program;

// Copies share what was compiled. Any number of threads evaluate the same one at once.
class Expression {
  public:
    // The first result, null if there is none. Errors: `expression`, or what the scope's Watch
    // gives. What is made of a secret is one.
    [[nodiscard]] Result<Value> evaluate(const Scope& scope, const Bounds& bounds = {}) const;
    // All results, until `take` has enough. The error that ended it, if one did.
    [[nodiscard]] std::optional<Error> each(const Scope& scope,
                                            const std::function<bool(const Value&)>& take,
                                            const Bounds& bounds = {}) const;

  private:
    friend class Compiler;
    std::shared_ptr<const Program> program_;
};

// A value in which whole texts of the form `${ … }` are expressions.
class Template {
  public:
    // An Error's `instance` is the pointer, inside the value, of the expression that failed.
    [[nodiscard]] Result<Value> evaluate(const Scope& scope) const;
    // The value, if there is no expression in it.
    [[nodiscard]] const Value* constant() const { return std::get_if<Value>(&form_); }
    // The parts of an object or array with an expression somewhere below; null elsewhere.
    struct Part {
        std::string name;  // empty in arrays
        std::unique_ptr<Template> value;
    };
    [[nodiscard]] const std::vector<Part>* members() const;
    [[nodiscard]] const std::vector<Part>* items() const;

  private:
    friend class Compiler;
    struct Members {
        std::vector<Part> parts;
    };
    struct Items {
        std::vector<Part> parts;
    };
    std::variant<Value, Expression, Members, Items> form_;
};

// What is wrong with an expression of the manifest, by the JSON pointer given for it.
struct ExpressionFault {
    std::string pointer;
    std::string what;
    std::string inside{};             // ", at column 6": of the expression
    std::string hint{};               // "; if the text is meant …"
    std::optional<std::size_t> at{};  // the byte of the text that was given
    [[nodiscard]] std::string text() const { return what + inside + hint; }
};

// Compiles the expressions of one manifest: each at once. What is wrong with them is told by
// finish(); until that was called and found nothing, none is evaluated.
class Compiler {
  public:
    // `names`: the variables that are known everywhere, without `$`.
    explicit Compiler(std::vector<std::string> names);

    // A further one, for what is compiled until it is taken away again.
    void push(std::string name);
    void pop(std::size_t count);

    // `text` with or without `${ }` round it.
    Expression expression(std::string_view text, const std::string& pointer);
    Template value(const Value& value, const std::string& pointer);
    // An expression in the place of a value.
    Template slot(std::string_view text, const std::string& pointer);
    std::vector<ExpressionFault> finish() { return std::move(faults_); }
    // What may be meant otherwise.
    [[nodiscard]] const std::vector<ExpressionFault>& warnings() const { return warnings_; }

  private:
    std::vector<std::string> names_;
    std::vector<ExpressionFault> faults_;
    std::vector<ExpressionFault> warnings_;
};

// What stands between `${` and `}` if the text is that and nothing else.
std::optional<std::string_view> unwrapped(std::string_view text);

}  // namespace tenon::expr
