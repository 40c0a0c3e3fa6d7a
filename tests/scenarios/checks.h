// SPDX-License-Identifier: Apache-2.0
// What is checked beside scenarios.
#pragma once

#include "gherkin.h"

namespace scenarios {

// There is nothing to check here; the text says why.
class Skipped : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// manifests/CONFORMANCE.md names scenarios that exist, and every row names one.
void checkPage(const std::vector<Scenario>& own);

// The workflow of every scenario that is not about a refusal fits what `tenon schema` prints.
void checkEditorSchema(const std::vector<Scenario>& own);

// Each example of the specification loads, or is refused for the reasons that examples.txt keeps;
// prints the table.
void checkExamples(const std::string& folder);

}  // namespace scenarios
