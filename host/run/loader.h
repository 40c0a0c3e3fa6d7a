// SPDX-License-Identifier: Apache-2.0
// Reads the parts of a manifest into what runs; every mistake goes to one list of faults.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "expr/expression.h"
#include "manifest/map_reader.h"
#include "run/ports.h"
#include "run/task.h"

namespace tenon::run {

class Loader {
  public:
    Loader(Steps& steps, manifest::Faults& faults, manifest::Faults& warnings);

    // A slot that is an expression, with or without `${ }`.
    std::optional<expr::Expression> expression(const manifest::Node* node);
    // A slot whose text is an expression, and whose object or array is a template.
    std::optional<expr::Template> slot(const manifest::Node* node);
    // A value in which whole texts `${ … }` are expressions.
    expr::Template value(const manifest::Node& node);
    // `input`, `output` or `export`, whose one key that runs is the slot `inner`.
    std::optional<expr::Template> shape(const manifest::Node& node, std::string_view key,
                                        std::string_view inner);
    // `do`: a list of named tasks.
    TaskList tasks(const manifest::Node* node);

    // Names in `use.secrets`; an expression that reads another one is a fault.
    void declareSecrets(std::vector<std::string> names) { secrets_ = std::move(names); }
    // Compiles the expressions. `root`: of the document, to find their places.
    void finish(const manifest::Node& root);

    [[nodiscard]] Steps& steps() { return steps_; }
    [[nodiscard]] manifest::Faults& faults() { return faults_; }

  private:
    std::unique_ptr<Task> task(const manifest::Entry& entry,
                               const std::vector<std::string>& siblings);
    Flow then(const manifest::Node* node, const std::vector<std::string>& siblings);
    void checkSecrets(const std::string& text, const manifest::Node& node);
    void checkTexts(const manifest::Node& node);
    // Is the text no expression, or one from its begin to its end?
    bool checkClosed(const manifest::Node& node);

    Steps& steps_;
    manifest::Faults& faults_;
    manifest::Faults& warnings_;
    expr::Compiler compiler_;
    std::vector<std::string> secrets_;
};

}  // namespace tenon::run
