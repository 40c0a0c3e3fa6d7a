// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cloudelements/platform/client.h"

namespace cloudelements {

// Every item of all pages. Throws StepError where one of them cannot be had: then nobody knows what
// is on it. That there is none on the first page, the platform says with 404, too.
std::vector<tenon::Value> wholeList(Client& client, const Call& call);

}  // namespace cloudelements
