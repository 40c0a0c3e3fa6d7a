// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/same_again.h"

#include <algorithm>

namespace cloudelements {
namespace {

using tenon::Object;
using tenon::Value;

// Of an item what counts. What is null or empty is as good as left out.
Object counted(const Value& item, const std::vector<const char*>& members) {
    Object out;
    for (const char* name : members) {
        const auto* member = item.find(name);
        if (member && !member->isNull() && !(member->object() && member->object()->empty()))
            out.set(name, *member);
    }
    return out;
}

}  // namespace

std::string putAgain(Client& client, const Named& named,
                     const std::function<bool(const Value&)>& isSame) {
    Call call;
    call.method = "POST";
    call.path = named.path;
    call.body = named.body;
    call.about = named.about;
    call.lookFirst = "Run this again: where it was done, it is found and left as it is.";
    try {
        client.send(call);
        return "created";
    } catch (const tenon::StepError& e) {
        if (e.error().status != 409) throw;
        const Call get{.path = named.path, .about = "the question for " + named.about};
        const auto answer = client.find(get);
        // Then it was something else that stood against it.
        if (!answer) throw;
        if (isSame(client.json(*answer, get))) return "unchanged";
    }
    call.method = "PUT";
    client.send(call);
    return "replaced";
}

bool haveSameItems(const Value& there, const Value& wanted,
                   const std::vector<const char*>& members) {
    const auto* found = there.array();
    const auto* list = wanted.array();
    if (!list || list->empty()) return !found || found->empty();
    if (!found || found->size() != list->size()) return false;
    std::vector<Value> left;
    for (const auto& one : *found) left.emplace_back(counted(one, members));
    return std::all_of(list->begin(), list->end(), [&](const Value& one) {
        const auto same = std::find(left.begin(), left.end(), Value(counted(one, members)));
        if (same == left.end()) return false;
        left.erase(same);
        return true;
    });
}

}  // namespace cloudelements
