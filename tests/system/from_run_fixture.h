// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kept_fixture.h"

// For tests of `tenon run --from`: a run "one", and "two" that takes over what it was answered.
class FromRunFixture : public KeptFixture {
  protected:
    // A command that leaves a line in the file `log`.
    [[nodiscard]] std::string says(const std::string& word, const std::string& rest = "") const {
        return "{run: {shell: {command: 'echo \"$1\" >> \"$2\"; printf \"%s\" \"$1\"" + rest +
               "', arguments: ['" + word + "', '" + folder_.path("log") + "']}}}";
    }
    [[nodiscard]] std::string log() const {
        return std::filesystem::exists(folder_.path("log")) ? folder_.read("log") : "";
    }
    [[nodiscard]] support::Ended begin(const std::string& tasks) const {
        return kept({"run", write("m.yaml", "do:\n" + tasks), "--run-id", "one", "--allow-shell"});
    }
    [[nodiscard]] support::Ended from(const std::string& task,
                                      std::vector<std::string> more = {"--act-again"}) const {
        std::vector<std::string> command{"run", "--from", "one", "--at", task, "--run-id", "two"};
        command.insert(command.end(), more.begin(), more.end());
        return kept(std::move(command));
    }
    // The third task fails until there is a file `ok`.
    [[nodiscard]] std::string three() const {
        return "  - a: " + says("a") + "\n  - b: " + says("b") +
               "\n  - c: " + says("c", "; test -f " + folder_.path("ok")) + "\n";
    }
};
