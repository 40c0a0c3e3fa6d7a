// SPDX-License-Identifier: Apache-2.0
#include "http/openapi/body.h"

#include <algorithm>

#include "http/uri_template.h"
#include "tenon/json.h"

namespace tenon::http::openapi {
namespace {

constexpr const char* kForm = "application/x-www-form-urlencoded";

std::vector<std::string> textsOf(const Value* list) {
    std::vector<std::string> out;
    if (list && list->array())
        for (const auto& item : *list->array())
            if (item.string()) out.push_back(*item.string());
    return out;
}

std::vector<std::string> namesOf(const Value* object) {
    std::vector<std::string> out;
    if (object && object->object())
        for (const auto& member : *object->object()) out.push_back(member.name);
    return out;
}

bool isJson(const std::string& type) {
    return type.find("/json") != std::string::npos || type.find("+json") != std::string::npos ||
           type == "*/*" || type == "application/*";
}

std::string chosen(const std::vector<std::string>& types) {
    const auto first = [&](auto is) {
        const auto found = std::find_if(types.begin(), types.end(), is);
        return found == types.end() ? std::string() : *found;
    };
    if (types.empty()) return "application/json";
    std::string type = first(isJson);
    if (!type.empty()) return type.find('*') == std::string::npos ? type : "application/json";
    type = first([](const std::string& t) { return t == kForm; });
    if (type.empty()) type = first([](const std::string& t) { return t.starts_with("text/"); });
    return type.empty() ? types.front() : type == "text/*" ? "text/plain" : type;
}

std::string formOf(const Parameter& body, const Value& value) {
    if (!value.object())
        refuseParameter(body, std::string("a form is an object; found ") + describe(value.kind()));
    std::string out;
    const auto add = [&](const std::string& name, const Value& item) {
        const bool scalar = !item.array() && !item.object();
        out += (out.empty() ? "" : "&") + percentEncoded(name) + "=" +
               percentEncoded(scalar ? scalarText(body, item)
                                     : json::write(item, json::Secrets::reveal));
    };
    for (const auto& member : *value.object()) {
        if (member.value.isNull()) continue;
        if (!member.value.array()) {
            add(member.name, member.value);
            continue;
        }
        for (const auto& item : *member.value.array()) add(member.name, item);
    }
    return out;
}

std::vector<std::string> bodyTypes(const Api& api, const Operation& operation,
                                   const Parameter& body) {
    if (!api.isSwagger()) return namesOf(body.definition.find("content"));
    return textsOf(firstWith({&operation.definition, &api.root}, "consumes"));
}

}  // namespace

void setBody(const Api& api, const Operation& operation, const Parameter& parameter,
             const Value& value, HttpRequest& request) {
    const std::string type = chosen(bodyTypes(api, operation, parameter));
    request.headers.push_back({"Content-Type", type});
    if (isJson(type)) {
        request.body = json::write(value, json::Secrets::reveal);
    } else if (type == kForm) {
        request.body = formOf(parameter, value);
    } else if (const auto* text = value.revealText()) {
        request.body = *text;
    } else {
        refuseParameter(parameter, "the operation takes " + type + "; wanted a string, found " +
                                       describe(value.kind()));
    }
}

void setForm(const Api& api, const Operation& operation,
             const std::vector<std::pair<std::string, std::string>>& fields, HttpRequest& request) {
    const auto types = textsOf(firstWith({&operation.definition, &api.root}, "consumes"));
    if (!types.empty() && std::find(types.begin(), types.end(), kForm) == types.end())
        api.refuse("the operation \"" + operation.id + "\" takes a form as " + types.front() +
                   " only; Tenon writes " + kForm + ".");
    for (const auto& [name, value] : fields)
        request.body += (request.body.empty() ? "" : "&") + name + "=" + value;
    request.headers.push_back({"Content-Type", kForm});
}

void setAccept(const Api& api, const Operation& operation, HttpRequest& request) {
    for (const auto& header : request.headers)
        if (sameHeader(header.name, "Accept")) return;
    std::vector<std::string> types;
    if (api.isSwagger()) {
        types = textsOf(firstWith({&operation.definition, &api.root}, "produces"));
    } else if (const auto* answers = operation.definition.find("responses");
               answers && answers->object()) {
        for (const auto& [status, answer] : *answers->object()) {
            if (!status.starts_with('2')) continue;
            for (auto& type : namesOf(api.resolved(answer).find("content")))
                if (std::find(types.begin(), types.end(), type) == types.end())
                    types.push_back(type);
        }
    }
    if (types.empty()) return;
    std::string all;
    for (const auto& type : types) all += (all.empty() ? "" : ", ") + type;
    const auto json = std::find_if(types.begin(), types.end(), isJson);
    request.headers.push_back({"Accept", json == types.end() ? all : *json});
}

}  // namespace tenon::http::openapi
