// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/call.h"

#include <algorithm>
#include <array>

namespace tenon::run {

std::unique_ptr<Task> loadCall(Loader& loader, manifest::MapReader& task, Common common) {
    constexpr std::array<std::string_view, 4> notRun{"a2a", "asyncapi", "grpc", "mcp"};
    const auto* node = task.required("call");
    task.optional("with");  // known, whatever is called
    if (!node->text()) {
        manifest::wrongKind(*node, "the name of a step, or \"http\"", loader.faults());
        return nullptr;
    }
    if (*node->text() == "http") return loadCallHttp(loader, task, std::move(common), *node);
    if (*node->text() == "openapi") return loadCallOpenApi(loader, task, std::move(common), *node);
    if (std::find(notRun.begin(), notRun.end(), *node->text()) != notRun.end()) {
        loader.faults().add(*node, "\"call: " + *node->text() +
                                       "\" is part of the language, but Tenon does not run it");
        return nullptr;
    }
    if (loader.use().find("functions", *node->text())) {
        auto body = loader.function(*node);
        return body ? loadCallFunction(loader, task, std::move(common), std::move(body)) : nullptr;
    }
    return loadCallStep(loader, task, std::move(common), *node);
}

}  // namespace tenon::run
