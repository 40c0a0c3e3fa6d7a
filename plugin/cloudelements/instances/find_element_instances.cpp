// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/find_element_instances.h"

#include <algorithm>
#include <set>

#include "cloudelements/platform/checks.h"
#include "cloudelements/platform/client.h"

namespace cloudelements {
namespace {

constexpr std::int64_t kLargestPage = 200;  // the platform's own limit

// Does it carry all of them? Asked again here: what the platform makes of several tags is not
// documented.
bool carries(const KnownInstance& instance, const std::vector<std::string>& tags) {
    return std::all_of(tags.begin(), tags.end(), [&](const auto& tag) {
        return std::find(instance.tags.begin(), instance.tags.end(), tag) != instance.tags.end();
    });
}

void check(const FindElementInstancesInputs& in, const tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checks.tags(in.tags);
    checks.plain("/searchText", in.searchText);
    if (in.limit < 1) checks.no("/limit", "is less than one; write a number from 1");
    checks.finish();
}

}  // namespace

FindElementInstancesOutputs FindElementInstances::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    Call call{.path = "/instances", .about = "the search for instances"};
    for (const auto& tag : in.tags) call.query.emplace_back("tags[]", tag);
    if (!in.searchText.empty()) call.query.emplace_back("searchText", in.searchText);
    call.advice.notFound = "Check connection.baseUrl.";
    call.query.emplace_back("pageSize", std::to_string(std::min(in.limit, kLargestPage)));
    const auto first = call.query;
    Client client(in.connection, context);
    FindElementInstancesOutputs out;
    std::set<std::string> pages;
    for (;;) {
        const auto answer = client.find(call);
        out.complete = true;
        if (!answer) return out;
        const auto page = client.json(*answer, call);
        if (!page.array()) throw client.unusable(*answer, call, "is not an array");
        for (const auto& item : *page.array()) {
            auto known = readKnown(item);
            if (!known) throw client.unusable(*answer, call, "has an instance without an id");
            if (!carries(*known, in.tags)) continue;
            if (static_cast<std::int64_t>(out.instances.size()) == in.limit) {
                out.complete = false;
                return out;
            }
            out.instances.push_back(*std::move(known));
        }
        const auto next = nextPage(*answer);
        if (next.empty()) return out;
        if (!pages.insert(next).second)
            throw client.unusable(*answer, call, "leads to a page that was read before");
        call.query = first;
        call.query.emplace_back("nextPage", next);
    }
}

}  // namespace cloudelements
