// SPDX-License-Identifier: Apache-2.0
#include "instances.h"

#include <Poco/DateTimeFormatter.h>

#include <algorithm>
#include <limits>

#include "page.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

constexpr std::int64_t kElementId = 3641;

Answer notFound(std::int64_t id) {
    return refusal(404, "No element instance found with ID " + std::to_string(id));
}

// Of the tags of HTML; each byte is looked at twice at most.
std::string withoutTags(std::string_view text) {
    std::string out;
    for (;;) {
        const auto from = text.find('<');
        const auto to = from == text.npos ? text.npos : text.find('>', from);
        if (to == text.npos) return out.append(text);
        out.append(text, 0, from);
        text.remove_prefix(to + 1);
    }
}

const std::string& text(const Value& body, const char* key) {
    const auto* value = body.find(key);
    if (!value || !value->string() || value->string()->empty())
        throw refusal(400, std::string("The field '") + key + "' is required and must be a string");
    return *value->string();
}

std::vector<std::string> readTags(const Value& tags) {
    if (!tags.array()) throw refusal(400, "The field 'tags' must be an array of strings");
    std::vector<std::string> out;
    for (const auto& tag : *tags.array()) {
        if (!tag.string()) throw refusal(400, "The field 'tags' must be an array of strings");
        out.push_back(withoutTags(*tag.string()));
    }
    return out;
}

void checkElement(const Value& body, bool given) {
    const auto* element = body.find("element");
    if (!element && given) return;
    if (!element || !element->object()) throw refusal(400, "The field 'element' is required");
    const auto *key = element->find("key"), *id = element->find("id");
    const bool known = (key && key->string() && *key->string() == "sagecrm") ||
                       (id && id->integer() && *id->integer() == kElementId);
    if (!known) throw refusal(404, "No element found with the given key or ID");
}

void checkConfiguration(const Object& configuration) {
    std::string missing;
    for (const char* key : {"subdomain", "username", "password"}) {
        const auto* value = configuration.find(key);
        if (!value || !value->string() || value->string()->empty())
            missing += (missing.empty() ? "" : ", ") + std::string(key);
    }
    if (!missing.empty())
        throw refusal(400, "The following required configuration entries are missing: " + missing);
}

const Object& configurationOf(const Value& body) {
    const auto* configuration = body.find("configuration");
    if (!configuration || !configuration->object())
        throw refusal(400, "The field 'configuration' is required and must be an object");
    return *configuration->object();
}

}  // namespace

Value Instance::shown() const {
    Object shownConfiguration;
    for (const auto& [key, value] : configuration) {
        if (key == "password") {
            shownConfiguration.set(key, "********");
        } else {
            shownConfiguration.set(
                key, value.isNull() || value.string() ? value : Value(tenon::json::write(value)));
        }
    }
    Array shownTags(tags.begin(), tags.end());
    return Object{
        {"id", id},
        {"name", name},
        {"createdDate", createdDate},
        {"token", token},
        {"element",
         Object{{"id", kElementId}, {"key", "sagecrm"}, {"name", "Sage CRM"}, {"hub", "crm"}}},
        {"elementId", kElementId},
        {"tags", std::move(shownTags)},
        {"provisionInteractions", Array()},
        {"valid", true},
        {"disabled", disabled},
        {"maxCacheSize", 0},
        {"cacheTimeToLive", 0},
        {"configuration", std::move(shownConfiguration)},
        {"eventsEnabled", false},
        {"traceLoggingEnabled", false},
        {"cachingEnabled", false},
        {"externalAuthentication", "none"},
        {"user", Object{{"id", 21},
                        {"emailAddress", "sandbox@example.com"},
                        {"firstName", "Sandbox"},
                        {"lastName", "User"}}},
    };
}

bool isSageCrm(std::string_view keyOrId) {
    return keyOrId == "sagecrm" || keyOrId == std::to_string(kElementId);
}

Answer Instances::create(const Value& body, bool elementGiven) {
    checkElement(body, elementGiven);
    Instance made;
    made.name = withoutTags(text(body, "name"));
    made.configuration = configurationOf(body);
    checkConfiguration(made.configuration);
    if (const auto* tags = body.find("tags")) made.tags = readTags(*tags);
    if (all_.count(next_)) throw refusal(500, "There is no ID left");
    made.id = next_;
    if (next_ < std::numeric_limits<std::int64_t>::max()) ++next_;
    made.token = token();
    made.createdDate = Poco::DateTimeFormatter::format(Poco::DateTime(), "%Y-%m-%dT%H:%M:%SZ");
    return answer(200, all_.emplace(made.id, std::move(made)).first->second.shown());
}

Answer Instances::change(std::int64_t id, const Value& body, bool replace) {
    const auto found = all_.find(id);
    if (found == all_.end()) return notFound(id);
    Instance next = found->second;
    if (replace) {
        next.configuration = configurationOf(body);
        checkConfiguration(next.configuration);
        next.tags.clear();
    } else if (body.find("configuration")) {
        for (const auto& [key, value] : configurationOf(body)) next.configuration.set(key, value);
    }
    if (replace || body.find("name")) next.name = withoutTags(text(body, "name"));
    if (const auto* tags = body.find("tags")) next.tags = readTags(*tags);
    found->second = std::move(next);
    return answer(200, found->second.shown());
}

Answer Instances::list(const Request& request) const {
    const std::string search = request.parameter("searchText");
    std::vector<std::string> wanted;
    for (const auto& [key, value] : request.query)
        if (key == "tags[]" || key == "tags") wanted.push_back(value);
    std::vector<const Instance*> found;
    for (const auto& entry : all_) {
        const Instance& instance = entry.second;
        const bool named = search.empty() || instance.name.find(search) != std::string::npos ||
                           search == "sagecrm";
        const bool tagged =
            std::all_of(wanted.begin(), wanted.end(), [&tags = instance.tags](const auto& tag) {
                return std::find(tags.begin(), tags.end(), tag) != tags.end();
            });
        if (named && tagged) found.push_back(&instance);
    }
    if (found.empty() && !search.empty()) return refusal(404, "No element instances found");
    return page(request, found.size(), [&](std::size_t i) { return found[i]->shown(); });
}

Answer Instances::get(std::int64_t id) const {
    const auto found = all_.find(id);
    return found == all_.end() ? notFound(id) : answer(200, found->second.shown());
}

Answer Instances::remove(std::int64_t id) { return all_.erase(id) ? Answer{} : notFound(id); }

Answer Instances::enable(std::int64_t id, bool enabled) {
    const auto found = all_.find(id);
    if (found == all_.end()) return notFound(id);
    found->second.disabled = !enabled;
    return answer(200, found->second.shown());
}

const Instance* Instances::byToken(const std::string& token) const {
    for (const auto& [id, instance] : all_)
        if (instance.token == token) return &instance;
    return nullptr;
}

}  // namespace cloudelements::sandbox
