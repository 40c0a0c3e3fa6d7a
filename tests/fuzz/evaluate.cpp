// SPDX-License-Identifier: Apache-2.0
// The first line is an expression, the rest is its data. A few looks at the clock and 16 MiB are
// all that it gets.
#include <new>

#include "expr/binder.h"
#include "expr/syntax/parser.h"
#include "natives/text_values.h"
#include "targets.h"
#include "tenon/json.h"

namespace {

namespace expr = tenon::expr;

class FewLooks final : public expr::Watch {
  public:
    std::optional<tenon::Error> over() override {
        if (--left_ > 0) return std::nullopt;
        return makeError(tenon::ErrorKind::timeout, "expression", "It was looked at often enough.");
    }
    double now() override { return 1.5e9; }
    void debug(const tenon::Value& value) override { (void)value.depth(); }

  private:
    int left_ = 50;
};

class Listener final : public expr::Confidant {
  public:
    void learn(const tenon::Value& value) override { (void)value.depth(); }
    [[nodiscard]] tenon::Value value(const tenon::Value& value) const override { return value; }
};

void evaluate(const expr::Program& program, const expr::Scope& scope) {
    expr::Machine machine(scope, {.bytes = std::size_t{16} << 20, .stack = std::size_t{2} << 20});
    const auto take = [&](tenon::Value&& value) {
        if (!affordText(machine, value)) return false;
        if (value.depth() <= expr::kDeepestResult) (void)tenon::json::write(value);
        return true;
    };
    try {
        if (!each(*program.root, machine, expr::Environment(), expr::In(scope.dot), take))
            (void)machine.result();
    } catch (const std::bad_alloc&) {
    } catch (const tenon::StepError&) {
    }
}

}  // namespace

void fuzz::evaluate(std::string_view bytes) {
    const auto line = bytes.substr(0, bytes.find('\n'));
    const std::vector<std::string> names{"context", "secrets"};
    expr::Program program;
    try {
        program = expr::Binder(names).program(*expr::syntax::parse(line));
    } catch (const expr::syntax::SyntaxError&) {
        return;
    }
    FewLooks watch;
    Listener listener;
    expr::Scope scope;
    scope.watch = &watch;
    scope.confidant = &listener;
    if (const auto data = tenon::json::read(bytes.substr(std::min(line.size() + 1, bytes.size()))))
        scope.dot = data.value();
    scope.set("context", scope.dot);
    scope.set("secrets", tenon::Object{{"key", tenon::Secret("hidden words")}});
    ::evaluate(program, scope);
}
