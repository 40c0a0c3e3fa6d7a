// SPDX-License-Identifier: Apache-2.0
// For a step that has been answered and cannot read the answer: the host keeps it for the user.
#pragma once

#include "tenon/context.h"
#include "tenon/value.h"

namespace tenon {
inline namespace v1 {

// An extension of Context.
// Thread: the call's.
class Keep {
  public:
    static constexpr std::string_view kId = "tenon.keep/1";

    Keep() = default;
    Keep(const Keep&) = delete;
    Keep& operator=(const Keep&) = delete;
    virtual ~Keep() = default;
    // What came back of what may not be done twice; kept where the run's output goes, if the call
    // ends in an Error. Replaces what was kept so far.
    virtual void keep(Value answer) = 0;
};

// Does nothing where the host keeps nothing.
// Thread: the call's.
inline void keep(Context& context, Value answer) {
    if (auto* keeper = static_cast<Keep*>(context.extension(Keep::kId)))
        keeper->keep(std::move(answer));
}

}  // namespace v1
}  // namespace tenon
