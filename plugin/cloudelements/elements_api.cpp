// SPDX-License-Identifier: Apache-2.0
#include "elements_api.h"

#include "damaged_json.h"
#include "platform_error.h"
#include "tenon/json.h"

namespace cloudelements {
namespace {

using tenon::ErrorKind;
using tenon::Value;

constexpr const char* kDamage = "\xef\xbf\xbd";  // where a byte was no UTF-8

template <class T>
std::optional<T> maybe(const T* found) {
    return found ? std::optional<T>(*found) : std::nullopt;
}

// Tags come as texts, in older answers as objects {id, name}.
std::vector<std::string> readTags(const Value* tags) {
    std::vector<std::string> out;
    if (!tags || !tags->array()) return out;
    for (const auto& tag : *tags->array()) {
        const Value* name = tag.object() ? tag.find("name") : &tag;
        if (name && name->string()) out.push_back(*name->string());
    }
    return out;
}

// A number may come as a text of digits.
std::optional<std::int64_t> integerOf(const Value& value) {
    if (const auto* text = value.string()) {
        const auto read = tenon::json::read(*text);
        return read ? maybe(read.value().integer()) : std::nullopt;
    }
    return maybe(value.integer());
}

}  // namespace

tenon::HttpRequest createRequest(const CreateSageCRMInstanceInputs& in) {
    tenon::Object configuration{
        {"subdomain", in.subdomain}, {"username", in.username}, {"password", in.password}};
    for (const auto& [key, value] : in.configuration) configuration.set(key, value);
    tenon::Array tags(in.tags.begin(), in.tags.end());
    const Value body(tenon::Object{{"element", tenon::Object{{"key", "sagecrm"}}},
                                   {"configuration", std::move(configuration)},
                                   {"tags", std::move(tags)},
                                   {"name", in.name}});
    tenon::HttpRequest request;
    request.method = "POST";
    request.url = in.connection.baseUrl;
    while (request.url.ends_with('/')) request.url.pop_back();
    request.url += "/instances";
    request.headers = {{"Authorization", "User " + in.connection.user.reveal() + ", Organization " +
                                             in.connection.organization.reveal()},
                       {"Content-Type", "application/json"},
                       {"Accept", "application/json"}};
    request.body = tenon::json::write(body, tenon::json::Secrets::reveal);
    request.repeatable = false;
    return request;
}

CreateSageCRMInstanceOutputs readCreated(const tenon::HttpResponse& answer,
                                         const CreateSageCRMInstanceInputs& inputs,
                                         tenon::Quote* host) {
    const Quotes quotes(tenon::writeFields(inputs), host);
    if (answer.status < 200 || answer.status > 299)
        throw tenon::StepError(lookFirst(platformError(answer, quotes), inputs.name));
    const auto refuse = [&](const std::string& why) {
        auto error =
            tenon::makeError(ErrorKind::communication, "unusable answer",
                             "The platform's answer to the creation of the instance " + why + ".");
        error.done = tenon::Done::maybe;
        error.requestId = requestIdOf(answer, quotes);
        throw tenon::StepError(lookFirst(std::move(error), inputs.name));
    };
    const Value body = readDamaged(answer.body);
    if (!body.object()) refuse("is not a JSON object");

    CreateSageCRMInstanceOutputs out;
    const Value* id = body.find("id");
    if (!id || id->isNull()) refuse("has no id");
    const auto number = integerOf(*id);
    if (!number) refuse("has an id that is not a 64-bit integer");
    out.id = *number;
    const Value* token = body.find("token");
    if (!token || !token->string() || token->string()->empty())
        refuse("has no token; the id in it is " + std::to_string(out.id));
    if (token->string()->find(kDamage) != std::string::npos)
        refuse("has a damaged token; the id in it is " + std::to_string(out.id));
    out.token = tenon::Secret(*token->string());

    const auto member = [&](const char* key) {
        const Value* found = body.find(key);
        return found ? *found : Value();
    };
    out.name = maybe(member("name").string()).value_or(inputs.name);
    out.elementId = maybe(member("elementId").integer());
    if (!out.elementId) {
        const Value element = member("element");
        if (const Value* elementId = element.find("id"))
            out.elementId = maybe(elementId->integer());
    }
    out.createdDate = maybe(member("createdDate").string());
    out.valid = maybe(member("valid").boolean());
    out.disabled = maybe(member("disabled").boolean());
    out.tags = readTags(body.find("tags"));
    const Value configuration = member("configuration");
    if (const auto* object = configuration.object())
        for (const auto& m : *object) out.configuration[m.name] = m.value;
    return out;
}

tenon::Error brokenOff(tenon::Error error, const tenon::HttpResponse& part) {
    const Value body = readDamaged(part.body);
    const Value* id = body.find("id");
    const auto number = id ? integerOf(*id) : std::nullopt;
    if (!number) return error;
    const Value* token = body.find("token");
    const bool whole = token && token->string() && !token->string()->empty() &&
                       token->string()->find(kDamage) == std::string::npos;
    error.detail +=
        " What came of the answer holds the id " + std::to_string(*number) +
        (whole ? " and the token of an instance." : " of an instance, but no whole token.");
    return error;
}

tenon::Error lookFirst(tenon::Error error, const std::string& name) {
    if (error.done == tenon::Done::maybe) {
        error.retryable = false;
        error.detail +=
            " The instance may exist all the same: before you run this again, look for an "
            "instance named \"" +
            name + "\" on the platform, and delete it or use it.";
    }
    return error;
}

}  // namespace cloudelements
