// SPDX-License-Identifier: Apache-2.0
#include "platform/mapping.h"

#include <Poco/NumberParser.h>

#include "platform/body.h"
#include "platform/box.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

// As far as the value can be said to be of the type; otherwise as it is.
Value converted(const Value& value, const std::string& type) {
    if (value.isNull() || value.array() || value.object()) return value;
    const std::string text = value.string() ? *value.string() : tenon::json::write(value);
    if (type == "string") return text;
    if (type == "boolean" && (text == "true" || text == "false")) return text == "true";
    Poco::Int64 whole = 0;
    double number = 0;
    if (type == "number" && Poco::NumberParser::tryParse64(text, whole)) return std::int64_t{whole};
    if (type == "number" && Poco::NumberParser::tryParseFloat(text, number)) return number;
    return value;
}

// Is the setting of that type in the transformation's configuration on?
bool isOn(const Value& transformation, const char* type, const char* direction) {
    for (const auto& setting : arrayOf(transformation, "configuration")) {
        if (textOf(setting.find("type")) != type) continue;
        const auto* properties = setting.find("properties");
        const auto* on = properties ? properties->find(direction) : nullptr;
        if (on && on->boolean()) return *on->boolean();
    }
    return false;
}

}  // namespace

Mapping::Mapping(const Value& transformation)
    : vendorName_(textOf(transformation.find("vendorName"))),
      allFromVendor_(isOn(transformation, "passThrough", "fromVendor")),
      allToVendor_(isOn(transformation, "passThrough", "toVendor")) {
    for (const auto& one : arrayOf(transformation, "fields")) {
        const auto path = pathOf(textOf(one.find("path")));
        const auto vendorPath = pathOf(textOf(one.find("vendorPath")));
        if (path && vendorPath)
            fields_.push_back(
                {textOf(one.find("type")), textOf(one.find("vendorType")), *path, *vendorPath});
    }
}

Value Mapping::fromVendor(const Value& record) const {
    Value out = allFromVendor_ ? record : Value(Object());
    for (const auto& one : fields_) {
        const Value found = valueAt(record, one.vendorPath);
        if (!found.isNull()) out = withValueAt(out, one.path, converted(found, one.type));
    }
    return out;
}

Value Mapping::toVendor(const Value& record, const Value& base) const {
    Value out = allToVendor_ ? record : Value(Object());
    for (const auto& one : fields_) {
        const Value found = valueAt(record, one.path);
        if (found.isNull()) continue;
        const std::string& first = one.vendorPath.front().name;
        if (one.vendorPath.size() > 1 && !out.find(first) && base.object())
            if (const auto* old = field(*base.object(), first))
                out = withValueAt(out, {one.vendorPath.front()}, *old);
        out = withValueAt(out, one.vendorPath, converted(found, one.vendorType));
    }
    return out;
}

bool Mapping::hasField(const std::string& name) const {
    for (const auto& one : fields_)
        if (tenon::sameHeader(one.path.front().name, name.substr(0, name.find('.')))) return true;
    return false;
}

void checkTransformation(const Value& transformation) {
    requiredText(transformation, "vendorName");
    for (const auto& one : arrayOf(transformation, "fields")) {
        for (const char* key : {"path", "vendorPath"}) {
            const std::string& path = requiredText(one, key);
            if (!pathOf(path))
                throw refusal(400, std::string("The field '") + key + "' is not a path: " + path);
        }
        const std::string type = textOf(one.find("type"));
        if (one.find("type") && type != "string" && type != "number" && type != "boolean" &&
            type != "date")
            throw refusal(400, "The field 'type' must be boolean, string, date or number");
    }
    for (const auto& setting : arrayOf(transformation, "configuration")) {
        const std::string type = textOf(setting.find("type"));
        if (type != "passThrough" && type != "inherit" && type != "addToDocumentation" &&
            type != "remove")
            throw refusal(400,
                          "The configuration's 'type' must be passThrough, inherit, "
                          "addToDocumentation or remove");
    }
    const auto* script = transformation.find("script");
    if (script && !textOf(script->find("body")).empty())
        throw refusal(400, "not in the sandbox: the script of a transformation runs JavaScript");
}

}  // namespace cloudelements::sandbox
