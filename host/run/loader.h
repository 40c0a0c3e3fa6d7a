// SPDX-License-Identifier: Apache-2.0
// Reads the parts of a manifest into what runs; every mistake goes to one list of faults.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "expr/expression.h"
#include "manifest/map_reader.h"
#include "run/extension.h"
#include "run/names.h"
#include "run/task.h"
#include "run/use.h"
#include "run/workflows.h"
#include "world/ports.h"

namespace tenon::run {

class Loader;

// A kind of task, by the key that marks it.
struct Kind {
    std::string_view key;
    // Reads the kind's own keys. May give nothing where it added a fault.
    std::unique_ptr<Task> (*load)(Loader& loader, manifest::MapReader& task, Common common);
};

// Nothing, and a fault, where the task has no such key, two of them, or one that we do not run.
using KindOf = const Kind*(const manifest::Node& task, manifest::Faults& faults);

class Loader {
  public:
    Loader(KindOf& kindOf, Steps& steps, const LoadOptions& options, manifest::Faults& faults,
           manifest::Faults& warnings);

    // A slot that is an expression, with or without `${ }`.
    std::optional<expr::Expression> expression(const manifest::Node* node);
    // A slot whose text is an expression, and whose object or array is a template.
    std::optional<expr::Template> slot(const manifest::Node* node);
    // A value in which whole texts `${ … }` are expressions.
    expr::Template value(const manifest::Node& node);
    // `input`, `output` or `export` of what the reader reads, if it is there; `inner` is the key of
    // its slot.
    void shape(manifest::MapReader& reader, std::string_view key, std::string_view inner,
               std::optional<expr::Template>& slot, std::optional<SchemaSlot>& schema);
    // `do`, `try`, …: a list of named tasks. Inside it the variables are known, too.
    TaskList tasks(const manifest::Node* node, const std::vector<std::string>& variables = {});
    // The name of a variable that the manifest chooses; `fallback` where it chooses none.
    std::string variable(const manifest::Node* node, std::string fallback);
    // While the object lives, expressions may read these variables, too.
    class Known {
      public:
        Known(Loader& loader, std::vector<std::string> variables);
        ~Known();
        Known(const Known&) = delete;
        Known& operator=(const Known&) = delete;

      private:
        Loader& loader_;
        const std::size_t count_;
    };
    std::optional<Duration> duration(const manifest::Node* node);
    // {after: DURATION}, or the name of one in `use.timeouts`.
    std::optional<Duration> timeout(const manifest::Node* node);
    // continue, exit, end, or a task in the list that is being read.
    Flow flow(const manifest::Node* node);
    // The task under that name in `use.functions`, one for all calls; nullptr if there is none.
    std::shared_ptr<const Task> function(const manifest::Node& call);

    // `use` of the manifest, before anything else is read. An expression that reads a secret not
    // named there is a fault. `described`: does the manifest name $task?
    void declare(Use use, bool described);
    // A call was read that must not be made twice.
    void acts() { acts_ = true; }
    [[nodiscard]] bool acting() const { return acts_; }
    // Was an undoing read?
    [[nodiscard]] bool undoes() const { return undoes_; }
    // Compiles the expressions. `root`: of the document, to find their places.
    void finish(const manifest::Node& root);

    [[nodiscard]] Steps& steps() { return steps_; }
    [[nodiscard]] const LoadOptions& options() const { return options_; }
    [[nodiscard]] const Use& use() const { return use_; }
    [[nodiscard]] manifest::Faults& faults() { return faults_; }
    [[nodiscard]] manifest::Faults& warnings() { return warnings_; }

  private:
    std::unique_ptr<Task> task(const std::string& name, const manifest::Node& node);
    // What undoes the task with these metadata; null where nothing does.
    std::shared_ptr<const TaskList> undo(const manifest::Node* metadata);
    const std::vector<std::shared_ptr<const Extension>>& extensions();
    std::shared_ptr<const Extension> extension(const manifest::Entry& entry);
    // What extends the tasks of the kind with this key; null where nothing does.
    std::shared_ptr<const Around> around(std::string_view key);
    void checkSecrets(const std::string& text, const manifest::Node& node);
    void checkTexts(const manifest::Node& node);
    // Is the text no expression, or one from its begin to its end?
    bool checkClosed(const manifest::Node& node);

    KindOf& kindOf_;
    Steps& steps_;
    const LoadOptions options_;
    manifest::Faults& faults_;
    manifest::Faults& warnings_;
    expr::Compiler compiler_;
    Use use_;
    std::vector<std::string> siblings_;  // names in the list that is being read
    std::map<std::string, std::shared_ptr<const Task>> functions_;  // null: being read
    std::optional<std::vector<std::shared_ptr<const Extension>>> extensions_;
    bool described_ = false;
    bool extending_ = false;  // reading an extension, which nothing extends
    bool undoing_ = false;    // reading an undoing, which nothing undoes
    bool acts_ = false;
    bool undoes_ = false;
};

}  // namespace tenon::run
