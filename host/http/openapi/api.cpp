// SPDX-License-Identifier: Apache-2.0
#include "http/openapi/api.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>
#include <charconv>

#include "http/url.h"
#include "manifest/yaml.h"
#include "tenon/json.h"

namespace tenon::http::openapi {
namespace {

[[noreturn]] void fail(const std::string& text) {
    throw StepError(
        makeError(ErrorKind::configuration, "OpenAPI document", "In with/document: " + text));
}

// One step of a JSON pointer, as a URL's fragment writes it.
std::string partOf(const std::string& raw) {
    std::string decoded, out;
    try {
        Poco::URI::decode(raw, decoded);
    } catch (const Poco::Exception&) {
        decoded = raw;
    }
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        const bool escape = decoded[i] == '~' && i + 1 < decoded.size();
        out += !escape ? decoded[i] : decoded[++i] == '1' ? '/' : '~';
    }
    return out;
}

const Value* member(const Value& value, const std::string& name) {
    const auto* array = value.array();
    if (!array) return value.find(name);
    std::size_t index = 0;
    const auto end = name.data() + name.size();
    const auto [at, problem] = std::from_chars(name.data(), end, index);
    return problem == std::errc() && at == end && index < array->size() ? &(*array)[index]
                                                                        : nullptr;
}

const Value* pointed(const Value& root, const std::string& pointer) {
    const Value* at = &root;
    for (std::size_t begin = 0; at && begin < pointer.size();) {
        const auto end = std::min(pointer.find('/', begin + 1), pointer.size());
        at = member(*at, partOf(pointer.substr(begin + 1, end - begin - 1)));
        begin = end;
    }
    return at;
}

}  // namespace

std::string textOf(const Value& value, std::string_view member) {
    const auto* found = value.find(member);
    return found && found->string() ? *found->string() : "";
}

const Value* firstWith(std::initializer_list<const Value*> places, std::string_view member) {
    for (const auto* place : places)
        if (const auto* found = place->find(member)) return found;
    return nullptr;
}

Value parse(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first != std::string::npos && text[first] == '{') {
        auto value = json::read(text, json::Reading::lenient);
        if (!value) fail(value.error().detail);
        return std::move(value).value();
    }
    manifest::Faults faults;
    const auto root = manifest::readYaml(text, faults);
    if (!root) {
        const auto& fault = faults.all().front();
        fail("it is neither JSON nor YAML: line " + std::to_string(fault.place.line) + ": " +
             fault.text + ".");
    }
    return root->value();
}

void Api::refuse(const std::string& text) const {
    fail(url.empty() ? text : shownUrl(url) + ": " + text);
}

bool Api::cameByHttp() const { return isAddress(url); }

bool Api::isSwagger() const {
    const auto* swagger = root.find("swagger");
    if (textOf(root, "openapi").starts_with("3.")) return false;
    // Unquoted in YAML it is a number.
    if (swagger && (*swagger == Value("2.0") || *swagger == Value(2.0))) return true;
    refuse(
        "this is neither Swagger 2.0 nor OpenAPI 3; wanted \"swagger\": \"2.0\" or "
        "\"openapi\": \"3.…\" in it.");
}

const Value& Api::resolved(const Value& value) const {
    const Value* at = &value;
    for (int hops = 0; at->find("$ref"); ++hops) {
        const std::string to = textOf(*at, "$ref");
        if (!to.starts_with('#'))
            refuse("its $ref \"" + to + "\" leads to another document, which Tenon does not read.");
        at = pointed(root, to.substr(1));
        if (!at || hops == 16) refuse("its $ref \"" + to + "\" leads nowhere.");
    }
    return *at;
}

}  // namespace tenon::http::openapi
