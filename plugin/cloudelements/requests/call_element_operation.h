// SPDX-License-Identifier: Apache-2.0
// Step CallElementOperation: calls an operation of an instance's element by its name, as the
// instance's API docs describe it. Before anything is sent, the operation, the names and types of
// its parameters and its body are compared with the docs: what does not fit is an error that lists
// what there is. The header Authorization, which the docs want too, is made of connection and
// token.
//
// The docs are read for each call, or given (`docs`, from GetInstanceDocs). The body is the input
// `body`, whatever name the docs give it. Fields of a body that the docs do not name are sent as
// they are: docs seldom list all of them.
//
// POST and PATCH are never sent twice; where it is unknown whether one was done, the error says so.
// Which method an operation has is known from the docs alone, so each counts as one that acts, and
// a retried `try` around it is not tried again once it was done. Write `method` to say that it is
// GET, PUT or DELETE, which may be repeated: an operation that the docs have with another method is
// an error before it is sent.
//
// Source: the vendor's client SDK and its elements' own Swagger files.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "cloudelements/requests/answer.h"
#include "tenon/idempotent.h"
#include "tenon/step.h"

namespace cloudelements {

struct CallElementOperationInputs {
    Connection connection;
    tenon::Secret token;
    std::string operation;
    std::optional<std::string> method;
    std::map<std::string, tenon::Value> parameters;
    std::optional<tenon::Value> body;
    std::optional<tenon::Value> docs;

    static constexpr auto fields() {
        using I = CallElementOperationInputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            connectionField(&I::connection),
            tokenField(&I::token),
            required("operation", &I::operation, "Name of the operation, its operationId"),
            optional("method", &I::method,
                     "Its method, if it is to be repeated like one; compared with the docs")
                .oneOf({"GET", "POST", "PUT", "PATCH", "DELETE"}),
            optional("parameters", &I::parameters, "Its parameters by name, without the body"),
            optional("body", &I::body, "Its body, sent as JSON"),
            optional("docs", &I::docs, "API docs of the instance; read from it if unset")
                .asDocument(),
        };
    }
};

class CallElementOperation final
    : public tenon::TypedStep<CallElementOperationInputs, RequestAnswer> {
  public:
    static constexpr tenon::StepInfo info{
        "CallElementOperation", "1.0.0",
        "Calls an operation that the API docs of a connector instance describe."};
    static constexpr tenon::IdempotentWhen idempotentWhen{"method", {{"GET", "PUT", "DELETE"}, 3}};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

// The call of the operation; nothing is sent. Throws StepError (`validation`) for all that does not
// fit the docs.
Call operationCall(const tenon::Value& docs, const CallElementOperationInputs& inputs);

}  // namespace cloudelements
