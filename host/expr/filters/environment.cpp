// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/environment.h"

#include <vector>

namespace tenon::expr {

// One after the other: a chain may be longer than the stack is deep.
void Environment::release(Binding* binding) {
    if (--binding->references > 0) return;
    std::vector<Binding*> free{binding};
    while (!free.empty()) {
        Binding* now = free.back();
        free.pop_back();
        for (Environment* inner : {&now->outer, &now->where}) {
            Binding* next = std::exchange(inner->binding_, nullptr);
            if (next && --next->references == 0) free.push_back(next);
        }
        delete now;
    }
}

}  // namespace tenon::expr
