// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/syntax/tree.h"

namespace tenon::expr {

// Can it be seen that the term may give more than one result?
bool maySeveral(const syntax::Term& term);

}  // namespace tenon::expr
