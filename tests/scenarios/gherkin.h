// SPDX-License-Identifier: Apache-2.0
// Feature files: as much of Gherkin as the kit of the specification writes.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace scenarios {

// What a scenario says is not so; the text says it to a person.
class Failed : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct Step {
    int line = 0;
    std::string text;                // without Given, When, Then, And, But
    std::optional<std::string> doc;  // what stands between """ and """
};

struct Scenario {
    std::string feature;  // the file, without its folder: "call.feature"
    std::string name;
    std::vector<Step> steps;
};

// Throws Failed, with file and line, for what it cannot read.
std::vector<Scenario> readFeature(const std::string& file);

// Of all *.feature files of the folder, in the order of their names.
std::vector<Scenario> readFolder(const std::string& folder);

}  // namespace scenarios
