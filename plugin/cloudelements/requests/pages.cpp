// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/pages.h"

#include "cloudelements/platform/pages.h"
#include "cloudelements/requests/answer.h"

namespace cloudelements {

void checkPaging(Checks& checks, const Paging& paging) {
    checks.plain("/nextPage", paging.nextPage);
    if (paging.pageSize && *paging.pageSize < 1)
        checks.no("/pageSize", "is less than one; write a number from 1");
    if (paging.limit < 1) checks.no("/limit", "is less than one; write a number from 1");
}

Gathered gather(Client& client, Call call, const Paging& paging, bool absent) {
    const auto limit = static_cast<std::size_t>(paging.limit);
    const bool all = paging.pages == "all";
    // What begins the list has no name to come back to, so it is not asked for more than is wanted.
    auto size = paging.pageSize;
    if (all && paging.limit < size.value_or(kLargestPage)) size = paging.limit;
    if (size) call.query.emplace_back("pageSize", std::to_string(*size));
    const auto ask = [&](const Call& page) {
        return absent ? client.find(page) : std::optional(client.send(page));
    };
    Gathered out;
    tenon::Array items;
    std::string page = paging.nextPage;
    eachPage(client, call, page, ask, [&](const tenon::HttpResponse& answer) {
        tenon::Value body = bodyOf(client, answer, call);
        const bool first = !out.first;
        if (first) out.first = answer;
        out.nextPage = nextPage(answer);
        if (!all) {
            out.body = std::move(body);
            return false;
        }
        if (!body.array())
            throw client.unusable(answer, call, "is no list, and all pages of one were wanted");
        const auto& more = *body.array();
        if (items.size() + more.size() > limit && !(first && page.empty())) {
            items.insert(items.end(), more.begin(),
                         more.begin() + static_cast<std::ptrdiff_t>(limit - items.size()));
            out.nextPage = page;
            return false;
        }
        items.insert(items.end(), more.begin(), more.end());
        page = out.nextPage;
        return items.size() < limit;
    });
    if (all) out.body = std::move(items);
    return out;
}

}  // namespace cloudelements
