// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/same_again.h"

#include <algorithm>

namespace cloudelements {
namespace {

using tenon::Value;

bool covers(const Value& there, const Value& wanted) {
    if (!wanted.object()) return there == wanted;
    return std::all_of(wanted.object()->begin(), wanted.object()->end(), [&](const auto& member) {
        const auto* found = there.find(member.name);
        return found ? covers(*found, member.value) : member.value.isNull();
    });
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

bool haveSameItems(const Value& there, const Value& wanted) {
    const auto* found = there.array();
    const auto* list = wanted.array();
    if (!list || list->empty()) return !found || found->empty();
    if (!found || found->size() != list->size()) return false;
    std::vector<bool> taken(found->size());
    return std::all_of(list->begin(), list->end(), [&](const Value& one) {
        for (std::size_t i = 0; i < found->size(); ++i)
            if (!taken[i] && covers((*found)[i], one)) return taken[i] = true, true;
        return false;
    });
}

}  // namespace cloudelements
