// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

#include "create_sagecrm_instance.h"

namespace cloudelements {

// Everything that can be seen to be wrong before anything is sent, all of it in one StepError of
// kind `validation`; each line says what to write instead. `mayUsePlainHttp` is asked for hosts
// other than this machine.
void checkInputs(const CreateSageCRMInstanceInputs& inputs,
                 const std::function<bool(std::string_view host)>& mayUsePlainHttp);

}  // namespace cloudelements
