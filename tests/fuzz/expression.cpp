// SPDX-License-Identifier: Apache-2.0
// The first line is an expression, the rest is its data. A Watch and small bounds end what would
// not end by itself.
#include <algorithm>

#include "expr/expression.h"
#include "expr/secrets_named.h"
#include "targets.h"
#include "tenon/json.h"

namespace {

class Impatient final : public tenon::expr::Watch {
  public:
    std::optional<tenon::Error> over() override {
        if (--left_ > 0) return std::nullopt;
        return tenon::makeError(tenon::ErrorKind::timeout, "over", "Enough.");
    }
    double now() override { return 0; }
    void debug(const tenon::Value&) override {}

  private:
    int left_ = 50;
};

}  // namespace

void fuzz::expression(std::string_view bytes) {
    const auto line = bytes.substr(0, bytes.find('\n'));
    tenon::expr::Compiler compiler({"context", "secrets"});
    const auto compiled = compiler.expression(line, "/x");
    (void)tenon::expr::secretsNamed(line);
    if (!compiler.finish().empty()) return;
    tenon::expr::Scope scope;
    if (const auto data = tenon::json::read(bytes.substr(std::min(line.size() + 1, bytes.size()))))
        scope.dot = data.value();
    scope.set("context", scope.dot);
    scope.set("secrets", tenon::Object{{"key", tenon::Secret("hidden words")}});
    Impatient watch;
    scope.watch = &watch;
    (void)compiled.evaluate(scope, {.bytes = std::size_t{16} << 20});
}
