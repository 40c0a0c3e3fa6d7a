// SPDX-License-Identifier: Apache-2.0
// Lists that the platform answers page by page.
#pragma once

#include <functional>

#include "cloudelements/platform/client.h"

namespace cloudelements {

// How a page is asked for: Client::find, or with more patience.
using Ask = std::function<std::optional<tenon::HttpResponse>(const Call&)>;

// Hands on each item of all pages; of none where the platform says 404. Throws StepError for what
// is no array, and for pages without an end.
void eachItem(const Client& client, Call call, const Ask& ask,
              const std::function<void(const tenon::Value&)>& take);

}  // namespace cloudelements
