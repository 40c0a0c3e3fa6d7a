// SPDX-License-Identifier: Apache-2.0
// ${config.crmElement}, ${steps.read.response.body[0].id}, ${trigger.args.name}
#pragma once

#include <stdexcept>
#include <string>

#include "tenon/value.h"

namespace cloudelements::sandbox {

// What the steps of an execution can refer to.
struct Scope {
    tenon::Object config, steps;
    tenon::Value trigger, info;
};

// The message of a step that cannot go on.
class StepFailed : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// The value with every reference in its texts replaced: by what it leads to where it is the whole
// text, by its text elsewhere. A member that is not there is null, a variable or a step that is not
// there throws StepFailed. `bare`: a text such as "steps.a.response.body" is one, too.
tenon::Value resolved(const tenon::Value& value, const Scope& scope, bool bare = false);

}  // namespace cloudelements::sandbox
