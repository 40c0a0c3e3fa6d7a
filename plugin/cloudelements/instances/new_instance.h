// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cloudelements/instances/created_instance.h"
#include "cloudelements/platform/client.h"

namespace cloudelements {

// What every creation of an instance sends, and how it is done.
struct NewInstance {
    tenon::Object element;  // {"key": "sagecrm"} or {"id": 3641}
    std::string name;
    tenon::Object configuration;
    std::vector<std::string> tags;
    tenon::Object providerData;  // of OAuth elements; left out if it is empty
    HowToCreate how;
    Advice advice;
    std::string credentials;  // where they stand: "subdomain, username and password"
};

// One instance that carries the tag of this task (once/tag.h), however often the task is begun, and
// checked as `how` says. Throws StepError; once::makeOnce says what its `done` means.
CreatedInstance createInstance(const Connection& connection, tenon::Context& context,
                               const NewInstance& instance);

}  // namespace cloudelements
