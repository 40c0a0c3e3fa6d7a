// SPDX-License-Identifier: Apache-2.0
// Records through an instance: /hubs/ANY/accounts, /accounts, and virtual data resources.
#include <optional>

#include "platform/clock.h"
#include "platform/mapping.h"
#include "platform/selection.h"
#include "platform/world.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

// What the path names: a kind of records, as it is or mapped.
struct Resource {
    Box& box;
    Table& table;
    std::optional<Mapping> mapping;

    [[nodiscard]] Value shown(const Value& record) const {
        return mapping ? mapping->fromVendor(record) : record;
    }
    [[nodiscard]] Value taken(const Value& body, const Value& base = {}) const {
        return mapping ? mapping->toVendor(body, base) : body;
    }
};

Resource resourceOf(const Call& call, World& world) {
    const std::string name = call.at("object");
    Box& box = world.boxes.of(*call.instance);
    std::optional<Mapping> mapping;
    if (const auto* transformation = world.resources.transformation(*call.instance, name))
        mapping.emplace(*transformation);
    const auto* type = call.instance->element->object(mapping ? mapping->vendorName() : name);
    if (!type)
        throw refusal(404, "The object '" + (mapping ? mapping->vendorName() : name) +
                               "' is not in the sandbox: neither has the element " +
                               call.instance->element->key +
                               " one, nor is a transformation of that name known");
    return {box, box.tables.at(type->name), std::move(mapping)};
}

void checkWritable(const Call& call, const Table& table) {
    if (table.type().readOnly)
        throw refusal(405, "Request method '" + call.request.method + "' not supported");
}

Record& recordOf(const Call& call, Table& table) {
    auto* found = table.find(call.at("key"));
    if (!found) throw refusal(404, "No " + table.type().one + " found with ID " + call.at("key"));
    return *found;
}

Answer listRecords(const Call& call, World& world) {
    const Resource resource = resourceOf(call, world);
    std::vector<const Record*> all;
    for (const auto& [id, record] : resource.table.all()) all.push_back(&record);
    const auto& mapping = resource.mapping;
    return selected(call.request,
                    {all.size(), [&](std::size_t i) { return resource.shown(all[i]->fields); },
                     [&](const std::string& name) {
                         return mapping ? mapping->hasField(name) : resource.table.hasField(name);
                     },
                     call.at("object")});
}

Answer createRecord(Call& call, World& world) {
    const Resource resource = resourceOf(call, world);
    checkWritable(call, resource.table);
    const auto body = resource.taken(call.object());
    return answer(
        200, resource.shown(resource.table.add(*body.object(), ++resource.box.changes).fields));
}

// PUT as PATCH: the vendor's takes changed fields alone.
Answer changeRecord(Call& call, World& world) {
    const Resource resource = resourceOf(call, world);
    checkWritable(call, resource.table);
    const auto given = call.object();
    Record& record = recordOf(call, resource.table);
    const auto body = resource.taken(given, record.fields);
    resource.table.change(record, *body.object(), ++resource.box.changes);
    return answer(200, resource.shown(record.fields));
}

Answer removeRecord(Call& call, World& world) {
    const Resource resource = resourceOf(call, world);
    checkWritable(call, resource.table);
    recordOf(call, resource.table);
    resource.table.remove(call.at("key"));
    return {};
}

Answer ping(const Call& call) {
    return answer(200, Object{{"dateTime", isoTime()}, {"endpoint", call.instance->element->key}});
}

// With "Elements-Version: Helium" more than the names.
Answer objects(const Call& call, const World& world) {
    const bool isLong = call.request.header("Elements-Version") == "Helium";
    tenon::Array out;
    const auto add = [&](const std::string& name, const std::string& vendor, const char* type) {
        if (isLong)
            out.push_back(Object{{"name", name}, {"vendorName", vendor}, {"type", type}});
        else
            out.push_back(name);
    };
    for (const auto& type : call.instance->element->objects)
        add(type.name, type.vendorName, "vendor");
    for (const auto& name : world.resources.namesFor(*call.instance))
        if (!call.instance->element->object(name))
            add(name, Mapping(*world.resources.transformation(*call.instance, name)).vendorName(),
                "vdr");
    return answer(200, std::move(out));
}

// A disabled instance does nothing; one whose credentials are wrong does not get through.
Router::Handler throughInstance(const Router::Handler& handler) {
    return [handler](Call& call) {
        const auto acted = [&] {
            if (call.instance->disabled) return refusal(403, "The element instance is disabled");
            if (const auto problem = call.instance->badCredentials(); !problem.empty())
                return answer(401, Object{{"requestId", hex(24)},
                                          {"message", "The provider refused the credentials"},
                                          {"providerMessage", problem}});
            try {
                return handler(call);
            } catch (const Answer& refused) {
                return refused;
            }
        };
        Answer out = acted();
        out.headers.push_back({"Elements-Element-Instance-Id", std::to_string(call.instance->id)});
        return out;
    };
}

}  // namespace

void addObjectRoutes(Router& router, World& world) {
    // The hub's name counts for nothing.
    for (const std::string before : {"", "/hubs/{hub}"}) {
        const auto add = [&](const char* method, const std::string& path,
                             const Router::Handler& handler) {
            router.add(method, before + path, Access::element, throughInstance(handler));
        };
        add("GET", "/ping", ping);
        add("GET", "/{object}", [&world](Call& call) { return listRecords(call, world); });
        add("POST", "/{object}", [&world](Call& call) { return createRecord(call, world); });
        add("GET", "/{object}/{key}", [&world](Call& call) {
            const Resource resource = resourceOf(call, world);
            return answer(200, resource.shown(recordOf(call, resource.table).fields));
        });
        for (const char* method : {"PUT", "PATCH"})
            add(method, "/{object}/{key}",
                [&world](Call& call) { return changeRecord(call, world); });
        add("DELETE", "/{object}/{key}",
            [&world](Call& call) { return removeRecord(call, world); });
        // Answered while it is disabled, too.
        router.add("GET", before + "/objects", Access::element,
                   [&world](Call& call) { return objects(call, world); });
    }
    router.addOfInstance("GET", "/objects", [&world](Call& call) { return objects(call, world); });
}

}  // namespace cloudelements::sandbox
