// SPDX-License-Identifier: Apache-2.0
// What the API docs of an instance (Swagger 2.0) say of operations, and whether values fit it.
#pragma once

#include <string>
#include <vector>

#include "tenon/step.h"

namespace cloudelements::swagger {

struct Parameter {
    std::string name;
    std::string in;  // path, query, header, formData, body
    bool required = false;
    tenon::Value definition;
};

struct Operation {
    std::string name;
    std::string method;  // in capitals
    std::string path;
    std::string summary;
    std::vector<Parameter> parameters;  // without the header Authorization
};

// All that have a name.
std::vector<Operation> operationsOf(const tenon::Value& docs);

// "createAccount, …", a few dozen of them at most.
std::string namesOf(const std::vector<Operation>& operations);

// Does the value fit the parameter or the schema? Types, what must be there, enumerations, items
// and members, by `$ref` too. Problems are added with their pointers. What the docs do not say is
// not asked for.
void checkValue(const tenon::Value& docs, const tenon::Value& schema, const tenon::Value& value,
                const std::string& at, std::vector<tenon::Problem>& problems, int depth = 0);

}  // namespace cloudelements::swagger
