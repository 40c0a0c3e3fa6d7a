// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `call`: `http`, `openapi`, a function of `use.functions`, or a step of the catalog as NAME,
// NAME:VERSION or NAME:VERSION@default.
std::unique_ptr<Task> loadCall(Loader& loader, manifest::MapReader& task, Common common);

// The step that such a call names; nullptr if there is none.
const StepDescription* findStep(const std::string& call, const Steps& steps);

// The method in the `with` of a call: http, where the manifest writes one that is not idempotent
// and gives no Idempotency-Key; else empty.
std::string actingMethod(const manifest::Node* with);

// Each in its own file.
std::unique_ptr<Task> loadCallHttp(Loader& loader, manifest::MapReader& task, Common common,
                                   const manifest::Node& name);
std::unique_ptr<Task> loadCallOpenApi(Loader& loader, manifest::MapReader& task, Common common,
                                      const manifest::Node& name);
std::unique_ptr<Task> loadCallStep(Loader& loader, manifest::MapReader& task, Common common,
                                   const manifest::Node& name);
std::unique_ptr<Task> loadCallFunction(Loader& loader, manifest::MapReader& task, Common common,
                                       std::shared_ptr<const Task> body);

}  // namespace tenon::run
