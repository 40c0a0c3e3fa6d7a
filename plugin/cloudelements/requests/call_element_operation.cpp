// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/call_element_operation.h"

#include <algorithm>

#include "cloudelements/platform/checks.h"
#include "cloudelements/requests/instance_docs.h"
#include "cloudelements/requests/scalar.h"
#include "cloudelements/requests/swagger.h"
#include "tenon/json.h"

namespace cloudelements {
namespace {

using swagger::Operation;
using swagger::Parameter;
using tenon::Value;

const Value* given(const CallElementOperationInputs& in, const std::string& name) {
    const auto found = in.parameters.find(name);
    return found == in.parameters.end() || found->second.isNull() ? nullptr : &found->second;
}

// By collectionFormat; `multi` is the caller's.
std::string joined(const Value& value, const std::string& format) {
    if (!value.array()) return scalarText(value);
    const char* between = format == "ssv"     ? " "
                          : format == "tsv"   ? "\t"
                          : format == "pipes" ? "|"
                                              : ",";
    std::string out;
    for (const auto& item : *value.array())
        out += (&item == &value.array()->front() ? "" : between) + scalarText(item);
    return out;
}

std::string takes(const Operation& operation) {
    std::string out;
    for (const auto& one : operation.parameters)
        if (one.in != "body")
            out += (out.empty() ? "" : ", ") + one.name + (one.required ? " (required)" : "");
    return out.empty() ? "none" : out;
}

const Parameter* bodyOf(const Operation& operation) {
    for (const auto& one : operation.parameters)
        if (one.in == "body") return &one;
    return nullptr;
}

void checkBody(const Value& docs, const Operation& operation, const CallElementOperationInputs& in,
               std::vector<tenon::Problem>& problems) {
    const auto* body = bodyOf(operation);
    const bool has = in.body && !in.body->isNull();
    if (has && !body)
        problems.push_back({"/body", "is given, and " + operation.name + " takes none"});
    if (!body) return;
    if (!has && body->required)
        problems.push_back({"/body", "is missing, and " + operation.name + " needs it"});
    if (const auto* schema = body->definition.find("schema"); has && schema)
        swagger::checkValue(docs, *schema, *in.body, "/body", problems);
}

void checkParameters(const Value& docs, const Operation& operation,
                     const CallElementOperationInputs& in, std::vector<tenon::Problem>& problems) {
    for (const auto& [name, value] : in.parameters) {
        const std::string at = "/parameters" + keyPart(name);
        if (tenon::sameHeader(name, "Authorization")) {
            problems.push_back({at, "is made of connection and token; leave it out"});
            continue;
        }
        const bool known = std::any_of(
            operation.parameters.begin(), operation.parameters.end(),
            [&name = name](const auto& one) { return one.name == name && one.in != "body"; });
        if (!known)
            problems.push_back(
                {at, "is no parameter of " + operation.name + "; it takes " + takes(operation)});
    }
    for (const auto& one : operation.parameters) {
        if (one.in == "body") continue;
        const std::string at = "/parameters" + keyPart(one.name);
        const auto* value = given(in, one.name);
        if (!value) {
            if (one.required)
                problems.push_back({at, "is missing, and " + operation.name + " needs it"});
            continue;
        }
        swagger::checkValue(docs, one.definition, *value, at, problems);
        const auto text = joined(*value, "");
        if (one.in == "path" && (text.empty() || text == "." || text == ".."))
            problems.push_back({at, "is a part of the path, and would make another address of it"});
        const bool control = std::any_of(text.begin(), text.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        });
        if (one.in != "query" && control)
            problems.push_back(
                {at, "holds a line break or another control character; leave it out"});
        if (one.in == "formData")
            problems.push_back({at, "goes into a form, which this step does not send"});
    }
}

std::string filled(const Operation& operation, const CallElementOperationInputs& in) {
    std::string out = operation.path;
    for (const auto& one : operation.parameters) {
        const auto* value = given(in, one.name);
        const std::string slot = "{" + one.name + "}";
        if (one.in != "path" || !value) continue;
        const auto text = segment(joined(*value, ""));
        for (auto at = out.find(slot); at != std::string::npos;
             at = out.find(slot, at + text.size()))
            out.replace(at, slot.size(), text);
    }
    return out;
}

}  // namespace

Call operationCall(const Value& docs, const CallElementOperationInputs& in) {
    const auto operations = swagger::operationsOf(docs);
    const auto found = std::find_if(operations.begin(), operations.end(),
                                    [&](const auto& one) { return one.name == in.operation; });
    std::vector<tenon::Problem> problems;
    if (found == operations.end()) {
        problems.push_back(
            {"/operation", "is " + tenon::json::write(Value(in.operation)) +
                               ", which the instance's docs do not have; they have " +
                               swagger::namesOf(operations)});
        throw tenon::StepError(tenon::invalid("inputs", problems));
    }
    if (in.method && *in.method != found->method)
        problems.push_back({"/method", "is " + *in.method + ", and the instance's docs have " +
                                           found->name + " with " + found->method});
    checkParameters(docs, *found, in, problems);
    checkBody(docs, *found, in, problems);
    if (!problems.empty()) throw tenon::StepError(tenon::invalid("inputs", problems));
    Call call{.method = found->method, .path = filled(*found, in)};
    if (call.path.find('{') != std::string::npos)
        throw tenon::StepError(tenon::makeError(
            tenon::ErrorKind::configuration, "API docs",
            "The path " + found->path + " of " + found->name +
                " has a part that the instance's docs have no parameter for. Nothing was sent."));
    for (const auto& one : found->parameters) {
        const auto* value = given(in, one.name);
        if (!value) continue;
        const auto* said = one.definition.find("collectionFormat");
        const std::string format = said && said->string() ? *said->string() : "csv";
        if (one.in == "header") call.headers.push_back({one.name, joined(*value, format)});
        if (one.in != "query") continue;
        if (format != "multi" || !value->array())
            call.query.emplace_back(one.name, joined(*value, format));
        else
            for (const auto& item : *value->array())
                call.query.emplace_back(one.name, scalarText(item));
    }
    if (in.body && !in.body->isNull()) call.body = *in.body;
    call.about = "the operation " + found->name;
    if (call.acts())
        call.lookFirst = "It may have been done all the same: look at " + found->path +
                         " before you run this again.";
    return call;
}

RequestAnswer CallElementOperation::run(const Inputs& in, tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checks.secret("/token", in.token, "Element");
    checks.text("/operation", in.operation);
    const bool has = in.docs && !in.docs->isNull();
    const auto* paths = has ? in.docs->find("paths") : nullptr;
    if (has && (!paths || !paths->object()))
        checks.no("/docs",
                  "is no Swagger 2.0: it has no \"paths\"; give what GetInstanceDocs gave");
    checks.finish();
    Client client(in.connection, in.token, context);
    const auto call = operationCall(has ? *in.docs : docsOf(client, "/instances/docs"), in);
    return exchanged(client, call, context);
}

}  // namespace cloudelements
