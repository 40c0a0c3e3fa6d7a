// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cloudelements/platform/client.h"
#include "cloudelements/platform/instance.h"

namespace cloudelements {

// What every creation of an instance sends.
struct NewInstance {
    tenon::Object element;  // {"key": "sagecrm"} or {"id": 3641}
    std::string name;
    tenon::Object configuration;
    std::vector<std::string> tags;
    tenon::Object providerData;  // of OAuth elements; left out if it is empty
    Advice advice;
};

// POST {baseUrl}/instances, once: the platform has no idempotency key, and a second POST makes a
// second instance. Throws StepError; where Error::done is `maybe`, an instance may exist.
Instance createInstance(Client& client, const NewInstance& instance);

}  // namespace cloudelements
