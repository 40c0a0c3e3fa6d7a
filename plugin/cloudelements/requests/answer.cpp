// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/answer.h"

#include <algorithm>

#include "cloudelements/platform/damaged_json.h"
#include "tenon/keep.h"

namespace cloudelements {
namespace {

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

}  // namespace

tenon::Value bodyOf(const Client& client, const tenon::HttpResponse& answer, const Call& call) {
    const auto* type = answer.header("Content-Type");
    const auto begin = answer.body.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    const bool looks = answer.body[begin] == '{' || answer.body[begin] == '[';
    const bool json = type ? lower(*type).find("json") != std::string::npos : looks;
    if (!json) return repaired(answer.body);
    return client.json(answer, call);
}

std::map<std::string, std::string> headersOf(const tenon::HttpResponse& answer) {
    std::map<std::string, std::string> out;
    for (const auto& header : answer.headers) {
        auto& value = out[lower(header.name)];
        value += (value.empty() ? "" : ", ") + repaired(header.value);
    }
    return out;
}

RequestAnswer exchanged(Client& client, const Call& call, tenon::Context& context) {
    const auto answer = client.send(call);
    try {
        return {answer.status, bodyOf(client, answer, call), headersOf(answer), nextPage(answer)};
    } catch (const tenon::StepError&) {
        if (call.method != "GET") tenon::keep(context, tenon::Secret(answer.body));
        throw;
    }
}

}  // namespace cloudelements
