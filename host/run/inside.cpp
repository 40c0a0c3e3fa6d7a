// SPDX-License-Identifier: Apache-2.0
#include "run/inside.h"

#include "expr/expression.h"
#include "expr/inside.h"

namespace tenon::run {

void refuseInside(const manifest::Node* node, manifest::Faults& faults) {
    if (!node || !node->text() || expr::unwrapped(*node->text())) return;
    const std::string& text = *node->text();
    const bool open = text.find('}') == std::string::npos;
    if (open && text.find("${") == text.find_first_not_of(" \t\r\n")) return;  // the loader says so
    if (const auto problem = expr::insideProblem(text); !problem.empty())
        faults.add(*node, problem);
}

}  // namespace tenon::run
