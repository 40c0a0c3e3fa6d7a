// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/platform/pages.h"

#include <algorithm>
#include <set>

namespace cloudelements {

void eachPage(const Client& client, Call call, std::string page, const Ask& ask,
              const std::function<bool(const tenon::HttpResponse&)>& take) {
    const auto plain = call.query;
    std::set<std::string> seen{page};
    for (;;) {
        call.query = plain;
        if (!page.empty()) call.query.emplace_back("nextPage", page);
        const auto answer = ask(call);
        if (!answer || !take(*answer)) return;
        auto next = nextPage(*answer);
        if (next.empty()) return;
        if (next == page) throw client.unusable(*answer, call, "names itself as the page after it");
        if (!seen.insert(next).second)
            throw client.unusable(*answer, call, "leads to a page that was there before");
        page = std::move(next);
    }
}

void eachItem(const Client& client, Call call, const Ask& ask, const Take& take,
              std::int64_t size) {
    call.query.emplace_back("pageSize", std::to_string(size));
    eachPage(client, call, "", ask, [&](const tenon::HttpResponse& answer) {
        const auto page = client.json(answer, call);
        if (!page.array()) throw client.unusable(answer, call, "is not an array");
        return std::all_of(page.array()->begin(), page.array()->end(),
                           [&](const auto& item) { return take(item, answer); });
    });
}

}  // namespace cloudelements
