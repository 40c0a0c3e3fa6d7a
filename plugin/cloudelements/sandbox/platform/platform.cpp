// SPDX-License-Identifier: Apache-2.0
#include "platform/platform.h"

#include <algorithm>

namespace cloudelements::sandbox {
namespace {

constexpr std::string_view kBase = "/elements/api-v2";

Answer unknown() {
    return refusal(401, "Invalid Organization or User secret, or invalid Element token provided.");
}

Answer notHere(const Request& request, const char* why = "; its README page lists what is") {
    return refusal(404, request.method + " " + request.path + " is not in the sandbox" + why);
}

bool acceptsJson(const std::string& accept) {
    return accept.empty() || accept.find("*/*") != std::string::npos ||
           accept.find("application/json") != std::string::npos ||
           accept.find("application/*") != std::string::npos;
}

// "/{object}" without "/hubs" before it fits nearly every path.
bool isUnclaimed(const Call& call) {
    const auto object = call.in.find("object");
    if (object == call.in.end() || call.in.count("hub") > 0) return false;
    const auto& all = catalogue();
    return std::none_of(all.begin(), all.end(),
                        [&](const auto& one) { return one.object(object->second) != nullptr; });
}

bool isStray(const Call& call) {
    const auto object = call.in.find("object");
    if (object != call.in.end() && object->second.empty()) return true;
    return call.who.element.empty() && isUnclaimed(call);
}

}  // namespace

Platform::Platform(const Settings& settings) : world_(settings) {
    addInstanceRoutes(router_, world_);
    addObjectRoutes(router_, world_);
    addResourceRoutes(router_, world_);
    addFormulaRoutes(router_, world_);
    addFormulaInstanceRoutes(router_, world_);
    addExecutionRoutes(router_, world_);
    addDocsRoutes(router_, world_);
    addEventRoutes(router_, world_);
    addLoginRoutes(router_, world_);
}

Answer Platform::handle(const Request& request) {
    const std::scoped_lock lock(mutex_);
    try {
        if (request.path == "/sandbox/counts") return answer(200, world_.counts());
        if (!request.path.starts_with(kBase)) return notHere(request);
        if (!acceptsJson(request.header("Accept")))
            return refusal(406, "Could not find acceptable representation");
        Answer out = route(request, request.path.substr(kBase.size()));
        const bool mayHaveChanged = request.method != "GET" && out.status < 400;
        if (mayHaveChanged && world_.events.pollAtOnce) pollAll(world_);
        if (mayHaveChanged && changed_) changed_(world_);
        return out;
    } catch (const Answer& refused) {
        return refused;
    }
}

Answer Platform::route(const Request& request, const std::string& path) {
    if (absent_.has(path)) return notHere(request);
    const auto found = router_.find(request.method, path);
    Call call{request, found.in};
    call.who = readCredentials(request.header("Authorization"));
    if ((!found.pathIsKnown || isUnclaimed(call)) && isFormula(path, world_))
        return notHere(request,
                       ": a formula as a resource answers what a script of it says, and the "
                       "sandbox runs no scripts");
    if (!found.pathIsKnown || isStray(call)) return notHere(request);
    if (found.route) return admitted(call, *found.route);
    // Strangers do not hear which methods there are.
    const auto& who = call.who;
    const bool isKnown =
        who.organization == world_.organization || world_.instances.byToken(who.element) != nullptr;
    if (!who.readable || who.user != world_.user || !isKnown) return unknown();
    return refusal(405, "Request method '" + request.method + "' not supported");
}

Answer Platform::admitted(Call& call, const Router::Route& route) {
    if (route.access == Access::open) return route.handler(call);
    const auto& who = call.who;
    if (!who.readable || who.user != world_.user) return unknown();
    const bool byId = route.access == Access::platform || call.in.count("id") > 0;
    if (!byId || route.access == Access::element) return ofElement(call, route);
    if (who.organization != world_.organization) return unknown();
    if (!who.element.empty() && !world_.instances.byToken(who.element)) return unknown();
    if (call.in.count("element") && !elementOf(call.at("element")))
        return refusal(404, "No element found with the given key or ID");
    if (route.access == Access::platform) return route.handler(call);
    const auto id = call.number("id", "instance ID");
    call.instance = world_.instances.find(id);
    const bool isOther = call.instance && call.in.count("element") &&
                         elementOf(call.at("element")) != call.instance->element;
    if (!call.instance || isOther)
        return refusal(404, "No element instance found with ID " + std::to_string(id));
    return route.handler(call);
}

Answer Platform::ofElement(Call& call, const Router::Route& route) {
    const auto& who = call.who;
    call.instance = world_.instances.byToken(who.element);
    if (!call.instance) return unknown();
    if (!who.organization.empty() && who.organization != world_.organization) return unknown();
    return route.handler(call);
}

void Platform::withWorld(const std::function<void(World&)>& work) {
    const std::scoped_lock lock(mutex_);
    work(world_);
}

Job Platform::takeJob() {
    const std::scoped_lock lock(mutex_);
    if (world_.jobs.empty()) return {};
    Job out = std::move(world_.jobs.front());
    world_.jobs.pop_front();
    return out;
}

}  // namespace cloudelements::sandbox
