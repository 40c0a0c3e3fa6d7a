// SPDX-License-Identifier: Apache-2.0
#include "create_sagecrm_instance.h"

#include "elements_api.h"
#include "input_checks.h"

namespace cloudelements {

CreateSageCRMInstance::Outputs CreateSageCRMInstance::run(const Inputs& inputs,
                                                          tenon::Context& context) {
    checkInputs(inputs, [&](std::string_view host) { return context.mayUsePlainHttp(host); });
    const auto answer = context.http().send(createRequest(inputs), context.limits());
    if (!answer) throw tenon::StepError(lookFirst(answer.error(), inputs.name));
    return readCreated(answer.value(), inputs);
}

}  // namespace cloudelements
