// SPDX-License-Identifier: Apache-2.0
// Lists that the platform answers page by page.
#pragma once

#include <functional>
#include <string>

#include "cloudelements/platform/client.h"

namespace cloudelements {

inline constexpr std::int64_t kLargestPage = 200;  // the platform's own limit

// How a page is asked for: Client::find, or with more patience.
using Ask = std::function<std::optional<tenon::HttpResponse>(const Call&)>;

// Hands on each page from `page` on (empty: the first), as long as `take` wants more; none where
// the platform says 404. Throws StepError for pages without an end.
void eachPage(const Client& client, Call call, std::string page, const Ask& ask,
              const std::function<bool(const tenon::HttpResponse&)>& take);

// The same with each item of all pages, `size` of them a page, and the answer that it came in.
// Throws StepError for what is no array, too.
using Take = std::function<bool(const tenon::Value& item, const tenon::HttpResponse& answer)>;
void eachItem(const Client& client, Call call, const Ask& ask, const Take& take,
              std::int64_t size = kLargestPage);

}  // namespace cloudelements
