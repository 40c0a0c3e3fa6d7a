// SPDX-License-Identifier: Apache-2.0
#include "create_sagecrm_instance.h"

#include "elements_api.h"
#include "input_checks.h"
#include "tenon/partial_http.h"

namespace cloudelements {

CreateSageCRMInstance::Outputs CreateSageCRMInstance::run(const Inputs& inputs,
                                                          tenon::Context& context) {
    checkInputs(inputs, [&](std::string_view host) { return context.mayUsePlainHttp(host); });
    tenon::HttpResponse part;
    const auto answer = tenon::sendPartly(context, createRequest(inputs), part);
    if (!answer) throw tenon::StepError(lookFirst(brokenOff(answer.error(), part), inputs.name));
    auto* host = static_cast<tenon::Quote*>(context.extension(tenon::Quote::kId));
    return readCreated(answer.value(), inputs, host);
}

}  // namespace cloudelements
