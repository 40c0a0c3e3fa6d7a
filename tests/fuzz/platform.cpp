// SPDX-License-Identifier: Apache-2.0
// The platform's answer: its status on the first line, then its body.
#include <charconv>

#include "cloudelements/create_sagecrm_instance.h"
#include "targets.h"
#include "tenon/testing/fake_context.h"

void fuzz::platform(std::string_view bytes) {
    const auto line = bytes.substr(0, bytes.find('\n'));
    int status = 200;
    std::from_chars(line.data(), line.data() + line.size(), status);
    tenon::testing::FakeContext context;
    context.fakeHttp.answer(status,
                            std::string(bytes.substr(std::min(line.size() + 1, bytes.size()))),
                            {{"Content-Type", "application/json"}});
    cloudelements::CreateSageCRMInstanceInputs inputs;
    inputs.connection = {"https://h/elements/api-v2", tenon::Secret("user"),
                         tenon::Secret("organization")};
    inputs.name = "Sales";
    inputs.subdomain = "crm.example.com";
    inputs.username = "user";
    inputs.password = tenon::Secret("password");
    cloudelements::CreateSageCRMInstance step;
    (void)tenon::call<cloudelements::CreateSageCRMInstanceOutputs>(step, inputs, context);
}
