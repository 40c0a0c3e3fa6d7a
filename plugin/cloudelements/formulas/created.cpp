// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/created.h"

#include "cloudelements/platform/damaged_json.h"
#include "cloudelements/platform/members.h"

namespace cloudelements {

tenon::Value created(Client& client, Call call) {
    call.came = idThatCame;
    const auto answer = client.send(call);
    auto made = client.json(answer, call);
    if (!integerOf(made, "id")) throw client.unusable(answer, call, "has no id");
    return made;
}

std::string idThatCame(const tenon::HttpResponse& part) {
    const auto begin = part.body.find('{');
    if (part.status >= 400 || begin == std::string::npos) return "";
    const auto id = integerOf(readDamaged(std::string_view(part.body).substr(begin)), "id");
    return id ? " What came of the answer holds the id " + std::to_string(*id) + "." : "";
}

}  // namespace cloudelements
