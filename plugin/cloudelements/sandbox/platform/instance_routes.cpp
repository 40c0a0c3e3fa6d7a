// SPDX-License-Identifier: Apache-2.0
// /instances: made, listed, read, changed, switched, removed.
#include <algorithm>

#include "platform/body.h"
#include "platform/page.h"
#include "platform/world.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

const ElementType* elementIn(const Call& call) {
    if (call.in.count("element") == 0) return nullptr;
    const auto* found = elementOf(call.at("element"));
    if (!found) throw refusal(404, "No element found with the given key or ID");
    return found;
}

Answer listInstances(const Call& call, const World& world) {
    const auto* element = elementIn(call);
    const std::string search = call.request.parameter("searchText");
    std::vector<std::string> wanted;
    for (const auto& [key, value] : call.request.query)
        if (key == "tags[]" || key == "tags") wanted.push_back(value);
    std::vector<const Instance*> found;
    const auto now = std::chrono::steady_clock::now();
    for (const auto& entry : world.instances.all()) {
        const Instance& instance = entry.second;
        const bool named = search.empty() || instance.name.find(search) != std::string::npos ||
                           search == instance.element->key;
        const bool tagged =
            std::all_of(wanted.begin(), wanted.end(), [&tags = instance.tags](const auto& tag) {
                return std::find(tags.begin(), tags.end(), tag) != tags.end();
            });
        if (instance.listedFrom > now) continue;
        if (named && tagged && (!element || element == instance.element))
            found.push_back(&instance);
    }
    if (found.empty() && !search.empty()) return refusal(404, "No element instances found");
    return page(call.request, found.size(), [&](std::size_t i) -> Value {
        Object shown = *found[i]->shown().object();
        if (world.hideTokens) shown.set("token", tenon::kMask);
        return shown;
    });
}

Answer countInstances(const World& world) {
    const auto total = static_cast<std::int64_t>(world.instances.all().size());
    return answer(200, Object{{"totalInstances", total}, {"elementInstances", total}});
}

// Events are of what changes from now on.
void watchFromNow(Instance& instance, World& world) {
    instance.polled = world.boxes.of(instance).changes;
}

Answer createInstance(Call& call, World& world) {
    const auto* element = elementIn(call);
    const Value body = call.object();
    Instance& made = world.instances.create(body, element);
    made.listedFrom = std::chrono::steady_clock::now() + world.tagDelay;
    watchFromNow(made, world);
    Object shown = *made.shown().object();
    const auto* wanted = body.find("retrieveObjectsAfterInstantiation");
    if (wanted && wanted->boolean() && *wanted->boolean()) {
        tenon::Array objects;
        for (const auto& type : made.element->objects) objects.push_back(type.name);
        shown.set("objects", std::move(objects));
    }
    return answer(200, std::move(shown));
}

Answer changeInstance(Call& call, World& world) {
    const auto watched = [&] {
        return call.instance->configured("event.notification.enabled") + " " +
               call.instance->configured("subdomain");
    };
    const std::string before = watched();
    Instances::change(*call.instance, call.object(), call.request.method == "PUT");
    if (watched() != before) watchFromNow(*call.instance, world);
    return answer(200, call.instance->shown());
}

Answer removeInstance(Call& call, World& world) {
    const auto id = call.instance->id;
    world.resources.removeLevel("instance " + std::to_string(id));
    world.instances.remove(id);
    return {};
}

void addSwitches(Router& router) {
    for (const bool on : {true, false}) {
        const std::string method = on ? "PUT" : "DELETE";
        router.addOfInstance(method, "/enabled", [on](Call& call) {
            call.instance->disabled = !on;
            return answer(200, call.instance->shown());
        });
        router.addOfInstance(method, "/trace-logging", [on](Call& call) {
            call.instance->traceLogging = on;
            return answer(200, call.instance->shown());
        });
    }
}

}  // namespace

void addInstanceRoutes(Router& router, World& world) {
    router.addOfInstance("GET", "", [](Call& call) { return answer(200, call.instance->shown()); });
    for (const char* method : {"PUT", "PATCH"})
        router.addOfInstance(method, "",
                             [&world](Call& call) { return changeInstance(call, world); });
    router.addOfInstance("DELETE", "",
                         [&world](Call& call) { return removeInstance(call, world); });
    // Without an id the GET is of the list, and of no instance.
    for (const std::string before : {"", "/elements/{element}"}) {
        router.add("GET", before + "/instances", Access::platform,
                   [&world](Call& call) { return listInstances(call, world); });
        router.add("POST", before + "/instances", Access::platform,
                   [&world](Call& call) { return createInstance(call, world); });
    }
    router.add("GET", "/instances/count", Access::platform,
               [&world](Call&) { return countInstances(world); });
    addSwitches(router);
    addConfigurationRoutes(router);
}

}  // namespace cloudelements::sandbox
