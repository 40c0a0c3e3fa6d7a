// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/instance_docs.h"

#include "cloudelements/platform/checks.h"
#include "cloudelements/requests/swagger.h"

namespace cloudelements {

tenon::Value docsOf(Client& client, const std::string& path) {
    Call call{.path = path, .about = "the question for the instance's docs"};
    call.advice.notFound = "Check id and connection, and whether its element has API docs.";
    const auto answer = client.send(call);
    auto docs = client.json(answer, call);
    const auto* paths = docs.find("paths");
    if (!paths || !paths->object())
        throw client.unusable(answer, call, "is no Swagger 2.0: it has no \"paths\"");
    return docs;
}

GetInstanceDocsOutputs GetInstanceDocs::run(const Inputs& in, tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    if (in.token) checks.secret("/token", *in.token, "Element");
    if (in.id && *in.id < 1)
        checks.no("/id", "is no number of an instance; write the id that its creation gave");
    if (!in.id && !in.token) checks.no("", "names no instance; give id or token");
    checks.finish();
    Client client(in.connection, in.token.value_or(tenon::Secret()), context);
    GetInstanceDocsOutputs out;
    out.docs =
        docsOf(client, in.id ? "/instances/" + segment(*in.id) + "/docs" : "/instances/docs");
    for (const auto& one : swagger::operationsOf(out.docs))
        out.operations.push_back({one.name, one.method, one.path, one.summary});
    return out;
}

}  // namespace cloudelements
