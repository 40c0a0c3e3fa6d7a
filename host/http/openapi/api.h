// SPDX-License-Identifier: Apache-2.0
// An OpenAPI document (Swagger 2.0, OpenAPI 3.0 and 3.1) as data, and what it says of one
// operation. Pure; errors are thrown as StepError: `configuration` for the document, naming
// `with/document`.
#pragma once

#include <string>
#include <vector>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::http::openapi {

// The document from its text, JSON or YAML.
Value parse(const std::string& text);

struct Api {
    Value root;
    // Where the document came from: what is relative in it is relative to this. Or a file's name;
    // empty where an expression gave it.
    std::string url;
    std::string base{};  // of all operations, where the manifest names one

    // Is it Swagger 2.0? Throws for what is neither that nor OpenAPI 3.
    [[nodiscard]] bool isSwagger() const;
    // The value itself, or what its `$ref` leads to. The result lives as long as the root.
    [[nodiscard]] const Value& resolved(const Value& value) const;
    [[nodiscard]] bool cameByHttp() const;
    [[noreturn]] void refuse(const std::string& text) const;
};

// Something that the caller gives by its name.
struct Parameter {
    std::string name;
    std::string in;  // path, query, header, cookie, formData or body
    bool required = false;
    Value definition;  // of a request body: the whole of it
};

struct Operation {
    std::string id;
    std::string method;  // upper case
    std::string path;    // "/pet/{petId}"
    Value definition;
    Value item;  // of the path, which all its operations share
    std::vector<Parameter> parameters;
};

// Errors: `configuration`, with a near id where there is none of that name.
Operation operationOf(const Api& api, const std::string& id);

// Scheme, host and path that the operation's path is put behind, without a slash at the end.
std::string baseUrl(const Api& api, const Operation& operation);

// A text, or nothing where there is none.
std::string textOf(const Value& value, std::string_view member);
// The first that has the member; nullptr if none has.
const Value* firstWith(std::initializer_list<const Value*> places, std::string_view member);

}  // namespace tenon::http::openapi
