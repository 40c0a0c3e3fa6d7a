// SPDX-License-Identifier: Apache-2.0
// Step GetInstanceDocs: the API docs of an instance, as Swagger 2.0: every resource that its
// element offers, mapped virtual data resources included. The paths in it have no hub, and it names
// no host: its base is connection.baseUrl.
//
// What it gives is data for CallElementOperation (`docs`) and for `call: openapi` (`document`, with
// `metadata: {baseUrl: …}`).
//
// Source: the vendor's client SDK (GET /instances/{id}/docs; GET /instances/docs with a token).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cloudelements/platform/client.h"
#include "tenon/step.h"

namespace cloudelements {

struct GetInstanceDocsInputs {
    Connection connection;
    std::optional<std::int64_t> id;
    std::optional<tenon::Secret> token;

    static constexpr auto fields() {
        using I = GetInstanceDocsInputs;
        using tenon::optional;
        return std::tuple{
            connectionField(&I::connection),
            optional("id", &I::id, "Number of the instance; or give token"),
            optional("token", &I::token, "Element token of the instance; or give id"),
        };
    }
};

struct DocumentedOperation {
    std::string name;
    std::string method;
    std::string path;
    std::string summary;

    static constexpr auto fields() {
        using O = DocumentedOperation;
        using tenon::required;
        return std::tuple{
            required("name", &O::name, "Name of the operation, its operationId"),
            required("method", &O::method, "Its method, in capitals"),
            required("path", &O::path, "Its path, such as /accounts/{id}"),
            required("summary", &O::summary, "What it does; may be empty"),
        };
    }
};

struct GetInstanceDocsOutputs {
    tenon::Value docs;
    std::vector<DocumentedOperation> operations;

    static constexpr auto fields() {
        using O = GetInstanceDocsOutputs;
        using tenon::required;
        return std::tuple{
            required("docs", &O::docs, "The document, Swagger 2.0"),
            required("operations", &O::operations, "The operations in it"),
        };
    }
};

class GetInstanceDocs final
    : public tenon::TypedStep<GetInstanceDocsInputs, GetInstanceDocsOutputs> {
  public:
    static constexpr tenon::StepInfo info{"GetInstanceDocs", "1.0.0",
                                          "Reads the API docs of a connector instance.", true};
    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

// The docs of the token's instance. Throws StepError, also for what is no Swagger 2.0.
tenon::Value docsOf(Client& client, const std::string& path);

}  // namespace cloudelements
