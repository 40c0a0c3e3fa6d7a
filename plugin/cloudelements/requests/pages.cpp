// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/pages.h"

#include "cloudelements/requests/answer.h"

namespace cloudelements {

void checkPaging(Checks& checks, const Paging& paging) {
    checks.plain("/nextPage", paging.nextPage);
    if (paging.pageSize && *paging.pageSize < 1)
        checks.no("/pageSize", "is less than one; write a number from 1");
    if (paging.limit < 1) checks.no("/limit", "is less than one; write a number from 1");
}

Gathered gather(Client& client, Call call, const Paging& paging, bool absent) {
    const auto plain = call.query;
    const auto limit = static_cast<std::size_t>(paging.limit);
    const bool all = paging.pages == "all";
    Gathered out;
    tenon::Array items;
    std::string page = paging.nextPage;
    for (;;) {
        call.query = plain;
        if (paging.pageSize) call.query.emplace_back("pageSize", std::to_string(*paging.pageSize));
        if (!page.empty()) call.query.emplace_back("nextPage", page);
        std::optional<tenon::HttpResponse> answer;
        if (absent)
            answer = client.find(call);
        else
            answer = client.send(call);
        if (!answer) break;
        tenon::Value body = bodyOf(client, *answer, call);
        const auto next = nextPage(*answer);
        if (!out.first) out.first = *answer;
        if (!all) {
            out.body = std::move(body);
            out.nextPage = next;
            return out;
        }
        if (!body.array())
            throw client.unusable(*answer, call, "is no list, and all pages of one were wanted");
        for (const auto& item : *body.array()) {
            if (items.size() == limit) {
                out.nextPage = page;
                break;
            }
            items.push_back(item);
        }
        if (items.size() == limit && (!out.nextPage.empty() || !next.empty())) {
            if (out.nextPage.empty()) out.nextPage = next;
            break;
        }
        if (next.empty()) break;
        if (next == page) throw client.unusable(*answer, call, "names itself as the page after it");
        page = next;
    }
    if (all) out.body = std::move(items);
    return out;
}

}  // namespace cloudelements
