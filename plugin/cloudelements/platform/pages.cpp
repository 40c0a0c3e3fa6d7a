// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/platform/pages.h"

#include <set>

namespace cloudelements {

void eachItem(const Client& client, Call call, const Ask& ask,
              const std::function<void(const tenon::Value&)>& take) {
    call.query.emplace_back("pageSize", "200");  // the platform's own limit
    const auto first = call.query;
    std::set<std::string> pages;
    for (;;) {
        const auto answer = ask(call);
        if (!answer) return;
        const auto page = client.json(*answer, call);
        if (!page.array()) throw client.unusable(*answer, call, "is not an array");
        for (const auto& item : *page.array()) take(item);
        const auto next = nextPage(*answer);
        if (next.empty()) return;
        if (!pages.insert(next).second)
            throw client.unusable(*answer, call, "leads to a page that was there before");
        call.query = first;
        call.query.emplace_back("nextPage", next);
    }
}

}  // namespace cloudelements
