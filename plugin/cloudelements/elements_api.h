// SPDX-License-Identifier: Apache-2.0
// What is said to the platform and what it says back. Pure: no sockets.
// Wire facts: the vendor's published documentation, client SDK and integration tests; nothing here
// was checked against the live platform. So it reads leniently and sends strictly.
#pragma once

#include <string>

#include "create_sagecrm_instance.h"
#include "tenon/http.h"
#include "tenon/quote.h"

namespace cloudelements {

// POST {baseUrl}/instances. Not repeatable: the platform has no idempotency key, and a second POST
// makes a second instance.
tenon::HttpRequest createRequest(const CreateSageCRMInstanceInputs& inputs);

// The new instance from any answer to createRequest(inputs); throws StepError for a fault, in which
// `host` quotes the platform. Missing or odd members are forgiven, except `id` (an integer) and
// `token` (a text that is not empty).
CreateSageCRMInstanceOutputs readCreated(const tenon::HttpResponse& answer,
                                         const CreateSageCRMInstanceInputs& inputs,
                                         tenon::Quote* host = nullptr);

// The error, with what had come of the answer: the instance's id, and whether its token was there.
tenon::Error brokenOff(tenon::Error error, const tenon::HttpResponse& part);

// The error, with the advice to look for the instance first where the platform may have made it.
tenon::Error lookFirst(tenon::Error error, const std::string& name);

}  // namespace cloudelements
