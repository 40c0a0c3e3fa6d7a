// SPDX-License-Identifier: Apache-2.0
// The platform's answer: its status on the first line, then its body.
#include <charconv>

#include "elements_api.h"
#include "platform_error.h"
#include "targets.h"

void fuzz::platform(std::string_view bytes) {
    const auto line = bytes.substr(0, bytes.find('\n'));
    tenon::HttpResponse answer{200, "Reason", {{"Content-Type", "application/json"}}, "", false};
    std::from_chars(line.data(), line.data() + line.size(), answer.status);
    answer.body = bytes.substr(std::min(line.size() + 1, bytes.size()));
    cloudelements::CreateSageCRMInstanceInputs inputs;
    inputs.name = "Sales";
    inputs.username = "user";
    inputs.password = tenon::Secret("password");
    try {
        (void)cloudelements::readCreated(answer, inputs);
    } catch (const tenon::StepError&) {
    }
    (void)cloudelements::platformError(
        answer, cloudelements::Quotes(tenon::Object{{"password", inputs.password}}));
}
