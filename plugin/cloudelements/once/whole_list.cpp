// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/once/whole_list.h"

#include "cloudelements/platform/pages.h"

namespace cloudelements {

std::vector<tenon::Value> wholeList(Client& client, const Call& call) {
    std::vector<tenon::Value> out;
    bool isFirst = true;
    const auto ask = [&](const Call& page) {
        auto answer = client.find(page);
        if (!answer && !isFirst) {
            auto error = tenon::makeError(
                tenon::ErrorKind::communication, "missing page",
                "A page of the platform's answer to " + call.about + " is missing.");
            error.retryable = true;
            throw tenon::StepError(std::move(error));
        }
        isFirst = false;
        return answer;
    };
    eachItem(client, call, ask, [&](const tenon::Value& item, const auto&) {
        out.push_back(item);
        return true;
    });
    return out;
}

}  // namespace cloudelements
