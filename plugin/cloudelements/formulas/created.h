// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cloudelements/platform/client.h"

namespace cloudelements {

// What a creation answered: it has an id.
tenon::Value created(Client& client, Call call);

// What had come of such an answer that broke off: the id, also of the first one in a list.
std::string idThatCame(const tenon::HttpResponse& part);

}  // namespace cloudelements
