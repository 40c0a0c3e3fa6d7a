// SPDX-License-Identifier: Apache-2.0
#include "platform/instances.h"

#include <algorithm>
#include <limits>

#include "platform/body.h"
#include "platform/clock.h"
#include "platform/kept.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

std::vector<std::string> readTags(const Value& tags) {
    if (!tags.array()) throw refusal(400, "The field 'tags' must be an array of strings");
    std::vector<std::string> out;
    for (const auto& tag : *tags.array()) {
        if (!tag.string()) throw refusal(400, "The field 'tags' must be an array of strings");
        out.push_back(withoutTags(*tag.string()));
    }
    return out;
}

// The element that the body names, which must be the path's if that has one.
const ElementType* readElement(const Value& body, const ElementType* ofPath) {
    const auto* element = body.find("element");
    if (!element && ofPath) return ofPath;
    if (!element || !element->object()) throw refusal(400, "The field 'element' is required");
    const auto *key = element->find("key"), *id = element->find("id");
    const ElementType* found = nullptr;
    for (const auto& one : catalogue())
        if ((key && key->string() && *key->string() == one.key) ||
            (id && id->integer() && *id->integer() == one.id))
            found = &one;
    if (!found || (ofPath && found != ofPath))
        throw refusal(404, "No element found with the given key or ID");
    return found;
}

void checkConfiguration(const ElementType& element, const Object& configuration) {
    std::string missing;
    for (const auto& key : element.required) {
        const auto* value = configuration.find(key);
        if (!value || !value->string() || value->string()->empty())
            missing += (missing.empty() ? "" : ", ") + key;
    }
    if (!missing.empty())
        throw refusal(400, "The following required configuration entries are missing: " + missing);
}

// What the platform's own page would have got by the vendor's login.
void checkProviderData(const ElementType& element, const Value& body) {
    if (!element.oauth) return;
    const auto* provider = body.find("providerData");
    if (textOf(provider ? provider->find("code") : nullptr).empty())
        throw refusal(
            400, "You must provide an OAuth code in order to create an instance of this element");
}

Object asTexts(const Object& configuration) {
    Object out;
    for (const auto& [key, value] : configuration) out.set(key, asConfigured(value));
    return out;
}

}  // namespace

Instance& Instances::create(const Value& body, const ElementType* ofPath) {
    Instance made;
    made.element = readElement(body, ofPath);
    made.name = withoutTags(requiredText(body, "name"));
    if (!made.element->oauth || body.find("configuration"))
        made.configuration = requiredObject(body, "configuration");
    checkConfiguration(*made.element, made.configuration);
    made.configuration = asTexts(made.configuration);
    checkProviderData(*made.element, body);
    if (const auto* tags = body.find("tags")) made.tags = readTags(*tags);
    if (all_.count(next_)) throw refusal(500, "There is no ID left");
    made.id = next_;
    if (next_ < std::numeric_limits<std::int64_t>::max()) ++next_;
    made.token = token();
    made.createdDate = isoTime();
    byToken_[made.token] = made.id;
    ++made_;
    return all_.emplace(made.id, std::move(made)).first->second;
}

void Instances::change(Instance& instance, const Value& body, bool replace) {
    Instance next = instance;
    if (replace) {
        next.configuration = requiredObject(body, "configuration");
        checkConfiguration(*next.element, next.configuration);
        next.tags.clear();
    } else if (body.find("configuration")) {
        next.configuration = merged(next.configuration, requiredObject(body, "configuration"));
    }
    next.configuration = asTexts(next.configuration);
    if (replace || body.find("name")) next.name = withoutTags(requiredText(body, "name"));
    if (const auto* tags = body.find("tags")) next.tags = readTags(*tags);
    instance = std::move(next);
}

Instance* Instances::find(std::int64_t id) {
    const auto found = all_.find(id);
    return found == all_.end() ? nullptr : &found->second;
}

Instance* Instances::byToken(const std::string& token) {
    const auto found = byToken_.find(token);
    return found == byToken_.end() ? nullptr : find(found->second);
}

void Instances::remove(std::int64_t id) {
    const auto found = all_.find(id);
    if (found == all_.end()) return;
    byToken_.erase(found->second.token);
    all_.erase(found);
}

Value Instances::kept() const {
    Array all;
    for (const auto& [id, instance] : all_) all.push_back(instance.kept());
    return Object{{"next", next_}, {"made", made_}, {"all", std::move(all)}};
}

void Instances::restore(const Value& kept) {
    const Kept from(kept, "instances");
    next_ = from.number("next");
    for (const auto& one : from.array("all")) {
        Instance made = Instance::of(one);
        byToken_[made.token] = made.id;
        all_[made.id] = std::move(made);
    }
    // Older files do not say it.
    made_ = kept.find("made") ? from.number("made") : static_cast<std::int64_t>(all_.size());
}

}  // namespace cloudelements::sandbox
