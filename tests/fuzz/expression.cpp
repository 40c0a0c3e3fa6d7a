// SPDX-License-Identifier: Apache-2.0
// A text, read and bound as one of a manifest, and what it says of the secrets that it names.
#include "expr/expression.h"
#include "expr/secrets_named.h"
#include "targets.h"

void fuzz::expression(std::string_view bytes) {
    tenon::expr::Compiler compiler({"context", "secrets"});
    (void)compiler.expression(bytes, "/x");
    (void)compiler.finish();
    (void)tenon::expr::secretsNamed(bytes);
}
