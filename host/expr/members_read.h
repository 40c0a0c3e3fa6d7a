// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tenon::expr {

// Of which values an expression reads a member, judged by its words and without running it: what
// comes from elsewhere (`… | .a`), and dots inside texts, do not count.
struct MembersRead {
    bool dot = false, input = false, workflowInput = false;
};

MembersRead membersRead(std::string_view text);

}  // namespace tenon::expr
