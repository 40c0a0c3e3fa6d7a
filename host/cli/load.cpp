// SPDX-License-Identifier: Apache-2.0
#include "cli/load.h"

#include "cli/failure.h"
#include "cli/read_file.h"

namespace tenon::cli {

run::Workflow loadWorkflow(const std::string& path, run::Steps& steps, std::ostream& err) {
    const auto root = readDocument(path);
    manifest::Faults faults, warnings;
    auto workflow = run::Workflow::load(root, steps, faults, warnings);
    if (!warnings.empty()) err << "warning: " << warnings.text(path);
    if (!workflow) throw Failure(kBadInput, faults.text(path));
    return *std::move(workflow);
}

}  // namespace tenon::cli
