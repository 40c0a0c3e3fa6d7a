// SPDX-License-Identifier: Apache-2.0
#include "create_sagecrm_instance.h"

#include "elements_api.h"
#include "input_checks.h"
#include "tenon/keep.h"

namespace cloudelements {

CreateSageCRMInstance::Outputs CreateSageCRMInstance::run(const Inputs& inputs,
                                                          tenon::Context& context) {
    checkInputs(inputs, [&](std::string_view host) { return context.mayUsePlainHttp(host); });
    const auto answer = context.http().send(createRequest(inputs), context.limits());
    if (!answer) throw tenon::StepError(lookFirst(answer.error(), inputs.name));
    try {
        return readCreated(answer.value(), inputs);
    } catch (const tenon::StepError& e) {
        // An id and a token may be in it.
        if (answer.value().status < 400 && !answer.value().body.empty())
            tenon::keep(context, tenon::Secret(answer.value().body));
        throw;
    }
}

}  // namespace cloudelements
