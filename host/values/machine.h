// SPDX-License-Identifier: Apache-2.0
// One evaluation: what it may use up, what went wrong, and what must not be shown. Belongs to one
// thread; the filters that it runs are shared by all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tenon/error.h"
#include "values/scope.h"
#include "values/text.h"

namespace tenon::expr {

class Machine {
  public:
    explicit Machine(const Scope& scope, const Bounds& bounds = {});
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    [[nodiscard]] const Scope& scope() const { return scope_; }

    // Unwinding. Each of these returns false, for a function to return it in its turn.
    bool fail(std::string text);     // an error that a `catch` sees as this text
    bool raise(Value error);         // any value
    bool leave(const void* target);  // to a label, or where enough was had; no `catch` sees it
    bool give(Error error);          // the evaluation ends with it; no `catch` sees it

    // Why it unwinds.
    [[nodiscard]] bool failed() const { return why_ == Why::error; }
    [[nodiscard]] Value caught();  // the error; from here on it is none
    // Was it left for this target? If so, that is over.
    bool arrived(const void* target);
    [[nodiscard]] Error result() const;  // what an evaluation that ends by unwinding says

    // Before each piece of work that a hostile expression could repeat without end: once for an
    // item, a character by the hundred. False where the deadline has passed or a stop was asked
    // for.
    bool spend(std::size_t steps = 1) {
        if (steps < fuel_) {
            fuel_ -= steps;
            return true;
        }
        return look();
    }
    // Before so many bytes are made. False where the evaluation has had enough of them.
    bool make(std::size_t bytes) {
        if (bytes <= bytes_) {
            bytes_ -= bytes;
            return true;
        }
        return tooLarge();
    }
    // Is there room for one call more?
    bool deeper() {
        if (reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) > stackEnd_) return true;
        return tooDeep();
    }

    // A value in a message: `string ("abc")`, cut at 29 bytes, without secrets.
    [[nodiscard]] std::string quoted(const Value& value) const;
    // The value alone, cut and without secrets.
    [[nodiscard]] std::string excerpt(const Value& value) const;

    [[nodiscard]] Text written(const Value& value) const { return expr::written(value, names_); }
    [[nodiscard]] Text shown(const Value& value) const { return expr::shown(value, names_); }
    // `text` is a string or a secret that becomes the name of a member.
    std::string name(const Value& text);
    // The name of a member as a value.
    [[nodiscard]] Value named(const std::string& name) const {
        if (!names_.empty() && names_.contains(name)) return Secret(name);
        return name;
    }
    // Before a value becomes part of a larger text: what is secret in it is told of now, since
    // nobody will know it by itself afterwards.
    bool absorb(const Value& part);
    // What a secret was turned into that cannot be one itself: a number.
    void learn(const std::string& text);

  private:
    enum class Why : std::uint8_t { none, error, target, end };

    bool look();
    bool tooLarge();
    bool tooDeep();

    const Scope& scope_;
    Why why_ = Why::none;
    Value error_;
    const void* target_ = nullptr;
    std::optional<Error> end_;
    std::size_t fuel_;
    const std::size_t most_;  // bytes
    std::size_t bytes_;
    std::uintptr_t stackEnd_;
    SecretNames names_;
};

}  // namespace tenon::expr
