// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/find_element_instances.h"

#include <algorithm>

#include "cloudelements/platform/checks.h"
#include "cloudelements/platform/pages.h"

namespace cloudelements {
namespace {

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
    Client client(in.connection, context);
    FindElementInstancesOutputs out;
    out.complete = true;
    const auto ask = [&](const Call& page) { return client.find(page); };
    const auto take = [&](const tenon::Value& item, const tenon::HttpResponse& answer) {
        auto known = readKnown(item);
        if (!known) throw client.unusable(answer, call, "has an instance without an id");
        if (!carries(*known, in.tags)) return true;
        out.complete = static_cast<std::int64_t>(out.instances.size()) < in.limit;
        if (out.complete) out.instances.push_back(*std::move(known));
        return out.complete;
    };
    eachItem(client, call, ask, take, std::min(in.limit, kLargestPage));
    return out;
}

}  // namespace cloudelements
