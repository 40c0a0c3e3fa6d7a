// SPDX-License-Identifier: Apache-2.0
#include "outcome.h"

#include <regex>
#include <sstream>

#include "tenon/json.h"

namespace scenarios {

using tenon::Value;

namespace {

const Value* member(const Value& value, const std::string& name) {
    const auto* array = value.array();
    if (!array) return value.find(name);
    if (name.empty() || name.find_first_not_of("0123456789") != std::string::npos) return nullptr;
    const auto index = std::stoul(name);
    return index < array->size() ? &(*array)[index] : nullptr;
}

void eachText(const Value& value, const std::function<void(const std::string&)>& does) {
    if (const auto* text = value.revealText()) does(*text);
    if (const auto* array = value.array())
        for (const auto& item : *array) eachText(item, does);
    if (const auto* object = value.object())
        for (const auto& one : *object) eachText(one.value, does);
}

}  // namespace

Value faultOf(Stage& stage) {
    const auto& result = stage.result();
    if (result) throw Failed("the workflow completed with " + tenon::json::pretty(result.value()));
    if (result.error().kind == tenon::ErrorKind::cancelled) throw Failed("the workflow cancelled");
    return Stage::problem(result.error());
}

void shouldFault(Stage& stage, const std::string& kind, const std::string& status,
                 const std::string& instance) {
    const Value fault = faultOf(stage);
    const auto* at = fault.find("instance");
    const std::string wanted = "https://open-workflow-specification.org/spec/1.0.0/errors/" + kind +
                               " " + status + " at " + instance;
    const std::string found = *fault.find("type")->string() + " " +
                              tenon::json::write(*fault.find("status")) + " at " +
                              (at ? *at->string() : "");
    if (wanted != found)
        throw Failed("wanted\n" + wanted + "\nfound\n" + tenon::json::pretty(fault));
}

void shouldCancel(Stage& stage) {
    const auto& result = stage.result();
    if (result || result.error().kind != tenon::ErrorKind::cancelled)
        throw Failed("the workflow did not cancel");
}

Value propertyOf(const Value& value, const std::string& path) {
    Value at = value;
    std::istringstream names(path);
    for (std::string name; std::getline(names, name, '.');) {
        const auto* next = member(at, name);
        if (!next) throw Failed("there is no '" + path + "' in " + tenon::json::pretty(value));
        at = Value(*next);
    }
    return at;
}

void shouldHave(const Value& value, const std::string& paths) {
    const std::regex quoted("'([^']+)'");
    std::sregex_iterator at(paths.begin(), paths.end(), quoted), end;
    if (at == end) throw Failed("no property is named");
    for (; at != end; ++at) propertyOf(value, (*at)[1]);
}

void shouldContain(const Value& value, const std::string& path, std::size_t items) {
    const Value found = propertyOf(value, path);
    if (!found.array() || found.array()->size() != items)
        throw Failed("'" + path + "' is " + tenon::json::pretty(found));
}

void namesNoSecret(Stage& stage) {
    for (const auto& event : stage.events()) {
        const std::string said = event.text + " " + tenon::json::write(Stage::problem(event.error));
        eachText(stage.secrets, [&](const std::string& secret) {
            if (said.find(secret) != std::string::npos) throw Failed("found in: " + said);
        });
    }
}

std::vector<Received> requestsOf(Stage& stage, const std::string& origin, const std::string& method,
                                 const std::string& target) {
    stage.result();
    const auto* server = stage.network.find(origin);
    if (!server) throw Failed("there is no server " + origin);
    std::vector<Received> found;
    for (auto& request : server->received())
        if (request.method == method && request.target == target) found.push_back(request);
    return found;
}

Received lastRequest(Stage& stage, const std::string& origin, const std::string& method,
                     const std::string& target) {
    auto found = requestsOf(stage, origin, method, target);
    if (!found.empty()) return found.back();
    std::string all;
    for (const auto& request : stage.network.find(origin)->received())
        all += "\n" + request.method + " " + request.target;
    throw Failed("there was no such request; there were:" + all);
}

std::string headerOf(const Received& request, const std::string& name) {
    for (const auto& header : request.headers)
        if (tenon::sameHeader(header.name, name)) return header.value;
    throw Failed("there was no header " + name);
}

}  // namespace scenarios
