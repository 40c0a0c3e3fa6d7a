// SPDX-License-Identifier: Apache-2.0
#include "greeter.h"

// The inputs are there and have their types. The world comes through the context:
// context.http().send(request, context.limits()), say.
GreeterOutputs Greeter::run(const Inputs& inputs, tenon::Context& context) {
    if (inputs.name.empty())
        throw tenon::StepError(tenon::makeError(tenon::ErrorKind::validation, "no name",
                                                "The input name is empty; say who is greeted."));
    context.log(tenon::LogLevel::info, "greets " + inputs.name);
    return {inputs.word + ", " + inputs.name + "!"};
}
